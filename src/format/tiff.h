// TIFF and DNG as directories say it; no pixel is decoded.
//
//   "II" 2a 00 (little) or "MM" 00 2a (big-endian), u32 place of the first directory
//   directory: u16 entries; of each u16 tag, u16 type, u32 count, u32 value or place of the values;
//              u32 place of the next directory, 0 for none
//   100, 101 width, height   103 compression (7 = JPEG)    111/117, 144/145 places and sizes of
//   115 samples of a pixel   11c planes (2: apart)         strips, tiles     14a further
//   directories 201/202 JPEG preview     8769, 8825, a005 Exif, GPS    c612 version of DNG c740,
//   c741, c74e lists of opcodes (dng_opcodes.h)      (tags in hexadecimal)
// CVE-2025-43300: a strip or tile is a lossless JPEG with fewer components than a pixel has
// samples, while the samples are not kept apart. More components than samples are ordinary: a
// mosaic of colours is packed two pixels at once. Source: TIFF 6.0; Adobe, Digital Negative
// Specification 1.7; https://nvd.nist.gov/ for the CVE.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/content.h"

namespace bridle {

struct TiffDirectory {
  std::uint64_t at = 0;
  bool sub = false;  // one that another directory holds
  std::uint64_t width = 0, height = 0;
  std::uint64_t samples = 1;                     // of a pixel
  bool apart = false;                            // each sample has strips of its own
  std::uint64_t compression = 1;                 // none
  std::uint64_t pieces = 0;                      // strips and tiles
  std::optional<std::uint64_t> components = {};  // fewest of a lossless JPEG among them
  std::uint64_t opcodes = 0, odd_opcodes = 0;

  bool mismatch() const { return !apart && components && *components < samples; }
};

struct Tiff {
  bool dng = false;
  std::uint64_t end = 0;  // behind the last byte that a directory names
  std::vector<TiffDirectory> directories;
  std::optional<Error> odd;   // the first opcode that no writer makes
  std::optional<Error> lost;  // the first part that could not be read; what else could stands here
};

// Fails only if it does not begin as a TIFF.
Result<Tiff> read_tiff(const Content& content);

}  // namespace bridle
