#include <array>
#include <cstddef>
#include <cstdint>

#include "source/tar_walk.h"

// The first byte says whether the rest is a plain tar or one packed with gzip.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace bridle;
  if (size == 0) return 0;
  const MemoryContent content(std::as_bytes(std::span(data, size)).subspan(1));
  ContentStream plain(content, 0, content.size());
  InflateStream packed(content, 0, content.size(), Wrap::gzip);
  Stream& in = data[0] & 1 ? static_cast<Stream&>(packed) : plain;
  TarWalk walk(in);
  std::array<std::byte, 4096> block;
  for (auto member = walk.next(); member && *member; member = walk.next())
    if (const auto got = walk.read(block); !got) break;
  return 0;
}
