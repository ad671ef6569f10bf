// The descriptors of elementary streams in films (MP4, QuickTime, 3GP), numbers big-endian.
//
//   a box: u32 size with itself, 4 letters, the data (size 1: u64 follows; 0: all that is left)
//   "moov" "trak" "mdia" "minf" "stbl" hold boxes; "stsd": 4 bytes, u32 how many, then of each
//   "mp4v" "encv" 78 bytes, boxes; "mp4a" "enca" 28 bytes, boxes (QuickTime: 16 more for version
//   1, 36 for 2, by the u16 at 8), among them "wave", which holds boxes; "mp4s" 8 bytes, boxes;
//   in them "esds": 4 bytes, descriptors
//   a descriptor: u8 tag, size in 7 bits a byte, bit 7: one more; four bytes at most; the data
//     3  a stream: u16, u8 flags (80: 2 bytes; 40: u8 size, a text; 20: 2 bytes), descriptors
//     4  how it is decoded: 13 bytes, descriptors, among them 5, what the decoder is told
// CVE-2019-11931: WhatsApp overflowed its stack when it parsed the metadata of elementary streams.
// Nothing of the files' structure was published; a descriptor that is larger than what holds it is
// what parsers of such metadata stumble over.
// Source: ISO/IEC 14496-1, -12 and -14; Apple, QuickTime File Format; Facebook's advisory of 2019.
#pragma once

#include "base/content.h"
#include "format/media_parts.h"

namespace bridle {

// What it counts are descriptors.
MediaParts stream_descriptors(const Content& content);

}  // namespace bridle
