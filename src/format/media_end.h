// Where a picture, a sound or a film ends by its own parts: what stands behind is not of it.
//
//   JPEG        jpeg.h
//   PNG         8 bytes; u32 big-endian size, 4 letters, the data, u32 check; IEND is the last
//   GIF         gif.h
//   RIFF        4 letters, u32 little-endian size of what follows: WebP, WAVE, AVI
//   ISO-BMFF    u32 big-endian size with itself, 4 letters (size 1: u64 follows; 0: to the file's
//               end): MP4, HEIC, AVIF, QuickTime
// Source: W3C PNG; Google's WebP container; ISO/IEC 14496-12.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/content.h"

namespace bridle {

// By a name of media_type.h. Nothing for a type whose end is not known here; fails where the parts
// break off or do not fit.
Result<std::optional<std::uint64_t>> media_end(const Content& content, std::string_view type);

}  // namespace bridle
