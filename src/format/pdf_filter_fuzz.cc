#include <cstddef>
#include <cstdint>

#include "format/pdf_filter.h"

// The first bytes choose the filter and its predictor.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const char* const names[] = {"FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode",
                               "RunLengthDecode"};
  const bridle::PdfFilter filter{.name = names[data[0] % 5],
                                 .predictor = data[1] % 16U,
                                 .columns = data[2],
                                 .colours = data[3] % 8U + 1,
                                 .early = (data[3] & 0x80) == 0};
  (void)bridle::pdf_unpack(std::as_bytes(std::span(data + 4, size - 4)), {filter, filter}, 1 << 20);
  return 0;
}
