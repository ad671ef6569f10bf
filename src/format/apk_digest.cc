#include "format/apk_digest.h"

#include <algorithm>
#include <vector>

#include "format/hash.h"
#include "format/merkle.h"

namespace bridle {
namespace {

constexpr std::size_t kChunk = 1 << 20;
constexpr std::size_t kDirectoryField = 16;  // in the end record

std::array<std::byte, 5> prefix(std::uint8_t first, std::uint64_t n) {
  std::array<std::byte, 5> out{std::byte{first}};
  for (std::size_t i = 1; i < out.size(); ++i, n >>= 8) out[i] = static_cast<std::byte>(n);
  return out;
}

}  // namespace

std::array<std::uint64_t, 3> ApkDigests::parts() const {
  return {layout_.members_end, layout_.end_at - layout_.directory_at,
          layout_.size - layout_.end_at};
}

// The three parts as one, with the end record changed.
Result<void> ApkDigests::read(std::uint64_t at, std::span<std::byte> out) const {
  const std::uint64_t skipped = layout_.directory_at - layout_.members_end;
  if (at < layout_.members_end) {
    const auto first = out.first(
        static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), layout_.members_end - at)));
    TRY(apk_.read(at, first));
    at += first.size();
    out = out.subspan(first.size());
  }
  if (out.empty()) return {};
  TRY(apk_.read(at + skipped, out));
  const std::uint64_t field = layout_.end_at - skipped + kDirectoryField;
  const auto place = prefix(0, layout_.members_end);
  for (std::uint64_t i = 0; i < 4; ++i)
    if (field + i >= at && field + i - at < out.size())
      out[static_cast<std::size_t>(field + i - at)] = place[static_cast<std::size_t>(i + 1)];
  return {};
}

Result<std::string> ApkDigests::chunked(ApkDigestKind kind) const {
  Hasher hasher(kind == ApkDigestKind::chunked_sha512 ? Hash::sha512 : Hash::sha256);
  std::vector<std::byte> chunk(kChunk);
  std::string digests;
  std::uint64_t at = 0, count = 0;
  for (std::uint64_t left : parts())
    while (left > 0) {
      const auto part =
          std::span(chunk).first(static_cast<std::size_t>(std::min<std::uint64_t>(kChunk, left)));
      TRY(read(at, part));
      hasher.add(prefix(0xa5, part.size()));
      hasher.add(part);
      digests += hasher.finish();
      at += part.size();
      left -= part.size();
      ++count;
    }
  hasher.add(prefix(0x5a, count));
  hasher.add(as_bytes(digests));
  return hasher.finish();
}

Result<std::string> ApkDigests::tree() const {
  const auto sizes = parts();
  const std::uint64_t size = sizes[0] + sizes[1] + sizes[2];
  const std::array<std::byte, 8> salt{};
  std::string out = TRY(merkle_root(
      size, salt, [this](std::uint64_t at, std::span<std::byte> to) { return read(at, to); }));
  for (unsigned i = 0; i < 8; ++i) out += static_cast<char>(size >> (8 * i) & 0xff);
  return out;
}

Result<std::string> ApkDigests::of(ApkDigestKind kind) {
  auto& known = known_[static_cast<std::size_t>(kind)];
  if (!known) known = TRY(kind == ApkDigestKind::tree_sha256 ? tree() : chunked(kind));
  return *known;
}

}  // namespace bridle
