// The part of a host name that one owner registered, by the public suffix list.
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// "a.b.example.co.uk" is "example.co.uk"; an address, or a name that is itself a suffix, is itself.
std::string registrable(std::string_view host);

}  // namespace bridle
