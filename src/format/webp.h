// WebP: chunks in a RIFF, each four letters, u32 little-endian size, the data, a byte if that is
// odd.
//
//   "RIFF", size, "WEBP", then
//   "VP8X"  u8 flags, 3 bytes, u24 width - 1, u24 height - 1 of the whole
//   "VP8 "  u24 frame head, 9d 01 2a, u16 width, u16 height (14 bits each): lossy
//   "VP8L"  lossless (vp8l.h)
//   "ALPH"  u8: bits 0 and 1 how it is packed, 1: as lossless pictures are; of the "VP8 " behind it
//   "ANMF"  u24 x, y, width - 1, height - 1, time, u8 flags; then chunks of one frame
// Others (ICCP, ANIM, EXIF, XMP) hold no codes. Source: RFC 9649, section 2; RFC 6386, section 9.1.
#pragma once

#include "base/content.h"
#include "format/media_parts.h"

namespace bridle {

// Looks into each picture and alpha. What it counts are prefix codes; odd ones are those of
// CVE-2023-4863 (vp8l_codes.h), as the attack BLASTPASS used it.
MediaParts webp_parts(const Content& content);

}  // namespace bridle
