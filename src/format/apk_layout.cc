#include "format/apk_layout.h"

#include <algorithm>
#include <array>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::uint64_t kFooter = 24, kEndRecord = 22;
constexpr std::uint64_t kLargest = 64 << 20;  // those of real apps are below 1 MiB
constexpr std::string_view kMagic = "APK Sig Block 42";

Result<void> check_end(const Content& apk, const ApkLayout& layout) {
  if (layout.end_at > layout.size || layout.size - layout.end_at < kEndRecord)
    return fail(Errc::malformed, "the archive does not end behind its directory", layout.end_at);
  std::array<std::byte, kEndRecord> record{};
  TRY(apk.read(layout.end_at, record));
  const std::uint64_t comment = little_endian(Bytes(record).subspan(20), 2);
  if (!as_text(record).starts_with("PK\x05\x06") ||
      comment != layout.size - layout.end_at - kEndRecord)
    return fail(Errc::malformed, "the archive does not end behind its directory", layout.end_at);
  return {};
}

Result<void> read_block(const Content& apk, ApkLayout& out) {
  if (out.directory_at < kFooter + 8) return {};
  std::array<std::byte, kFooter> footer{};
  TRY(apk.read(out.directory_at - kFooter, footer));
  const std::uint64_t size = little_endian(footer, 8);
  if (as_text(Bytes(footer).subspan(8)) != kMagic || size < kFooter || size > out.directory_at - 8)
    return {};
  if (size > kLargest) return fail(Errc::too_large, "a signing block of more than 64 MiB");
  std::vector<std::byte> block(static_cast<std::size_t>(size + 8));
  TRY(apk.read(out.directory_at - block.size(), block));
  if (little_endian(block, 8) != size) return {};
  Reader in(Bytes(block).subspan(8, static_cast<std::size_t>(size - kFooter)));
  std::vector<ApkLayout::Pair> pairs;
  while (!in.at_end()) {
    const std::uint64_t length = in.u64le();
    const std::uint32_t id = in.u32le();
    if (length < 4) return {};
    pairs.push_back({.id = id, .value = in.take(length - 4)});
  }
  if (in.failed()) return {};
  out.members_end = out.directory_at - block.size();
  out.block = std::move(block);
  out.pairs = std::move(pairs);
  return {};
}

}  // namespace

std::optional<Bytes> ApkLayout::find(std::uint32_t id) const {
  const auto found = std::ranges::find(pairs, id, &Pair::id);
  if (found == pairs.end()) return {};
  return found->value;
}

Result<ApkLayout> apk_layout(const Content& apk, const zip::End& end) {
  ApkLayout out;
  out.size = apk.size();
  out.directory_at = end.directory_at;
  out.members_end = end.directory_at;
  out.end_at = end.directory_at + end.directory_size;
  TRY(check_end(apk, out));
  // Bytes before the archive, or between the directory and its end: Android looks elsewhere.
  if (end.put_before == 0) TRY(read_block(apk, out));
  return out;
}

}  // namespace bridle
