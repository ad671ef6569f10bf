// GIF: a screen and blocks, numbers little-endian.
//
//   "GIF87a" or "GIF89a", u16 width, u16 height, u8 flags, 2 bytes, colours
//   2c  a frame: u16 left, top, width, height, u8 flags, colours; u8 size of codes, data
//   21  an extension: u8 sort, data          3b  the end
//   colours: if bit 7 of the flags: 3 bytes each, 2 << (bits 0 … 2) of them
//   data in pieces of u8 size, the last of size 0
// CVE-2019-11932: WhatsApp's decoder allocated anew for a frame that is wider or higher than the
// screen; of one without area that was memory of no size, given back twice. Such a frame shows
// nothing, and no program writes it.
// Source: GIF89a; Pham Hong Nhat, How a double-free bug in WhatsApp turns to RCE (2019);
// android-gif-drawable 1.2.18.
#pragma once

#include <cstdint>

#include "base/content.h"
#include "format/media_parts.h"

namespace bridle {

// The byte behind the last block; fails where the blocks break off. What it counts are frames.
Result<std::uint64_t> walk_gif(const Content& content, MediaParts& out);

}  // namespace bridle
