// Whether a text may name a host: a quick look, for texts of which most name none.
#pragma once

#include <string_view>

namespace bridle {

// True for a link, a host name or an IPv4 address anywhere in it. False for what only looks like a
// name: classes ("com.x.Main"), packages ("com.android.x"), files ("libx.so") and versions ("1.2").
// Names of apps that end like a host do ("com.x.net") count as hosts.
bool names_a_host(std::string_view text);

}  // namespace bridle
