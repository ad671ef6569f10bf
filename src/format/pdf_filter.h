// What the filters of a PDF's streams pack, unpacked: FlateDecode and LZWDecode, with the
// predictors of TIFF (2) and PNG (10 … 15); ASCIIHexDecode; ASCII85Decode; RunLengthDecode; Crypt
// as it is. Pictures' own filters (DCTDecode, JPXDecode, CCITTFaxDecode, JBIG2Decode) are left.
// Source: ISO 32000-2, 7.4; RFC 1950; PNG, filters; Adobe's TIFF 6.0 for LZW.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct PdfFilter {
  std::string name;  // without its slash; the short ones of pictures in a page too
  std::uint64_t predictor = 1, columns = 1, colours = 1, bits = 8;
  bool early = true;             // LZW: codes grow one code too early
  std::string_view shared = {};  // of JBIG2: where the segments are that pictures share
};

struct PdfUnpacked {
  std::string bytes;
  std::string stopped = {};           // the filter that was not undone; empty if all were
  std::optional<Error> problem = {};  // why it is not whole
};

// No filter gives more than `limit` bytes.
PdfUnpacked pdf_unpack(Bytes raw, const std::vector<PdfFilter>& filters, std::uint64_t limit);

}  // namespace bridle
