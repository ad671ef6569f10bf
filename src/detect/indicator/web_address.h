// Addresses as browsers read them out of the host of a link.
//
//   http://3232235777/   http://0xC0A80101/   http://0300.0250.1.1/   http://192.168.257/
//
// One to four numbers, each decimal, octal (0…) or hexadecimal (0x…); the last one fills the bytes
// that are left. https://url.spec.whatwg.org/#concept-ipv4-parser
#pragma once

#include <optional>
#include <string_view>

#include "detect/indicator/host.h"

namespace bridle {

// The IPv4 address that a browser opens for this host of a link, or the IPv6 address it is; nothing
// for a name. In text without a scheme such numbers mean other things: use parse_address there.
std::optional<Address> web_address(std::string_view host);

}  // namespace bridle
