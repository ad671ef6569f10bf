// LZW as TIFF and PDF have it: codes of 9 to 12 bits, most significant bit first; 256 forgets the
// table, 257 ends; 258 and above stand for what was seen. Source: Adobe's TIFF 6.0, section 13.
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"

namespace bridle {

// `early`: codes grow one code before they must. Up to the first wrong code; at most `limit` bytes.
std::string unpack_lzw(Bytes packed, bool early, std::uint64_t limit);

}  // namespace bridle
