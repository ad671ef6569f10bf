#include "format/content_hash.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace bridle {

Result<Digest> content_digest(const Content& content) {
  Sha256 hash;
  std::vector<std::byte> block(
      static_cast<std::size_t>(std::min<std::uint64_t>(1 << 20, content.size())));
  for (std::uint64_t at = 0; at < content.size(); at += block.size()) {
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), content.size() - at)));
    TRY(content.read(at, part));
    hash.add(part);
  }
  return hash.finish();
}

Result<std::string> content_hash(const Content& content) {
  return hex(TRY(content_digest(content)));
}

}  // namespace bridle
