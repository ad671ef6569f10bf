#include "format/merkle.h"

#include <algorithm>
#include <vector>

#include "format/hash.h"

namespace bridle {
namespace {

constexpr std::size_t kPage = 4096, kPagesAtOnce = 64;

}  // namespace

Result<std::string> merkle_root(std::uint64_t size, Bytes salt, const ReadAt& read) {
  Hasher hasher(Hash::sha256);
  std::string hashes;
  std::vector<std::byte> block(kPage * kPagesAtOnce);
  for (std::uint64_t at = 0; at < size; at += block.size()) {
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), size - at)));
    TRY(read(at, part));
    std::fill(block.begin() + static_cast<std::ptrdiff_t>(part.size()), block.end(), std::byte{0});
    for (std::size_t page = 0; page < part.size(); page += kPage) {
      hasher.add(salt);
      hasher.add(Bytes(block).subspan(page, kPage));
      hashes += hasher.finish();
    }
  }
  while (hashes.size() > 32) {
    hashes.resize((hashes.size() + kPage - 1) / kPage * kPage);
    std::string above;
    for (std::size_t page = 0; page < hashes.size(); page += kPage) {
      hasher.add(salt);
      hasher.add(as_bytes(hashes).subspan(page, kPage));
      above += hasher.finish();
    }
    hashes = std::move(above);
  }
  return hashes;
}

}  // namespace bridle
