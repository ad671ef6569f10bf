#include "format/typedstream.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  const auto bytes = std::as_bytes(std::span(data, size));
  static_cast<void>(typedstream_pieces(bytes, [](const TypedPiece&) {}));
  static_cast<void>(attributed_text(bytes));
  return 0;
}
