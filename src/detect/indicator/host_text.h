// Host names as they stand in written text.
#pragma once

#include <cstddef>
#include <string_view>

namespace bridle {

struct HostText {
  std::size_t begin, end;  // without dots and hyphens at the ends
};

// What could be a name around the dot, within [from, to) of the text. Marks and blanks outside
// ASCII do not belong to it.
HostText host_around(std::string_view text, std::size_t from, std::size_t to, std::size_t dot);

// Without dots and hyphens at its end; empty if there are some at its beginning.
std::string_view without_edge(std::string_view host);

inline bool is_wide(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Whether a name without a scheme counts: it ends in a top-level domain, or is a plain address.
bool is_plausible_host(std::string_view host);

// In writing without blanks, 请看evil.example谢谢, the part of `host` around its last dot that is
// ASCII and plausible; empty if there is none, or if all of it is ASCII.
std::string_view ascii_core(std::string_view host);

}  // namespace bridle
