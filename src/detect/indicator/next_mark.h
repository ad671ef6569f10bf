// Where to look for hosts in text: one pass that leaves out nearly all of it.
#pragma once

#include <cstddef>
#include <string_view>

namespace bridle {

// The first place from `from` on where a dot stands with bytes of a host, or what could be such,
// on both sides, or a colon with "//" or "\/" after it; the size of the text if there is none.
std::size_t next_mark(std::string_view text, std::size_t from);

}  // namespace bridle
