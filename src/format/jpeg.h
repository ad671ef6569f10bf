// JPEG: markers, each ff and a byte, most with a big-endian length that counts itself.
//
//   ff d8 (begins)   ff d9 (ends)   ff d0 … d7, ff 01 (no length)   ff da (data follow)
//   ff c0 … cf but c4, c8, cc: a frame: u16 length, u8 bits, u16 height, u16 width, u8 components;
//                    c3 is a lossless one, as raw photos (DNG) have
// In the data of a scan, ff stands only before 00, d0 … d7 or a further marker.
// Source: ITU-T T.81, annex B.
#pragma once

#include <cstdint>
#include <optional>

#include "base/content.h"

namespace bridle {

inline constexpr std::uint8_t kLosslessFrame = 0xc3;

struct JpegFrame {
  std::uint8_t marker = 0;  // which sort of frame: 0xc0 … 0xcf
  std::uint8_t bits = 0;
  std::uint32_t width = 0, height = 0;
  std::uint8_t components = 0;
};

// The first frame in these first bytes of a JPEG; nothing if none stands there before a scan.
std::optional<JpegFrame> jpeg_frame(Bytes head);

// The byte behind the image's last, and on the way its first frame, which may stand behind a large
// preview. Fails where the markers break off or do not fit.
Result<std::uint64_t> jpeg_end(const Content& content, std::optional<JpegFrame>& first);

}  // namespace bridle
