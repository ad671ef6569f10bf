#include "format/netstats_file.h"

#include <string>

#include "format/modified_utf8.h"

namespace bridle {
namespace {

constexpr std::string_view kMagic = "ANET";
constexpr std::int32_t kVersion = 16, kLastIdentityVersion = 8, kLastHistoryVersion = 3;

}  // namespace

Result<NetstatsFile> NetstatsFile::open(Bytes file, Arena& arena) {
  NetstatsFile out(file, arena);
  if (as_text(out.in_.take(4)) != kMagic)
    return fail(Errc::malformed, "not a file of network statistics");
  const std::int32_t version = out.i32();
  out.networks_left_ = out.i32();
  TRY(out.in_.done());
  if (version != kVersion) return fail(Errc::unsupported, "another version of the statistics", 4);
  if (out.networks_left_ < 0) return fail(Errc::malformed, "a count below 0", 8);
  return out;
}

Result<std::optional<NetstatsEntry>> NetstatsFile::next() {
  auto entry = read();
  if (!entry) networks_left_ = entries_left_ = 0;
  return entry;
}

Result<std::optional<NetstatsEntry>> NetstatsFile::read() {
  while (entries_left_ == 0) {
    if (networks_left_ == 0) return std::nullopt;
    --networks_left_;
    TRY(network());
  }
  --entries_left_;
  NetstatsEntry entry{.at = in_.pos(), .network = identities_};
  entry.uid = i32();
  entry.set = i32();
  entry.tag = i32();
  TRY(history(entry));
  return entry;
}

Result<void> NetstatsFile::network() {
  const std::uint64_t at = in_.pos();
  const std::int32_t version = i32(), count = i32();
  TRY(in_.done());
  if (version < 1 || version > kLastIdentityVersion)
    return fail(Errc::unsupported, "another version of a network", at);
  if (count < 0) return fail(Errc::malformed, "a count below 0", at + 4);
  identities_.clear();
  for (std::int32_t i = 0; i < count; ++i) {
    identities_.push_back(identity(version));
    TRY(in_.done());
  }
  const std::uint64_t entries_at = in_.pos();
  entries_left_ = i32();
  TRY(in_.done());
  if (entries_left_ < 0) return fail(Errc::malformed, "a count below 0", entries_at);
  return {};
}

NetstatsIdentity NetstatsFile::identity(std::int32_t version) {
  NetstatsIdentity out;
  if (version == 1) (void)i32();
  out.type = i32();
  out.mobile_type = i32();
  out.subscriber = text();
  if (version >= 3) out.network = text();
  if (version >= 2) out.roaming = in_.u8() != 0;
  if (version >= 4) out.metered = in_.u8() != 0;
  if (version >= 5) out.is_default = in_.u8() != 0;
  if (version >= 6) out.maker = i32();
  if (version >= 7) out.subscription = i32();
  if (version >= 8) out.transports = static_cast<std::int64_t>(in_.u64be());
  return out;
}

Result<void> NetstatsFile::history(NetstatsEntry& entry) {
  const std::uint64_t at = in_.pos();
  const std::int32_t version = i32();
  entry.bucket_ms = static_cast<std::int64_t>(in_.u64be());
  TRY(in_.done());
  if (version < 1 || version > kLastHistoryVersion)
    return fail(Errc::unsupported, "another version of a history", at);
  const auto begins = TRY(array(version));
  buckets_.assign(begins.size(), {});
  for (std::size_t i = 0; i < begins.size(); ++i) buckets_[i].begins_ms = begins[i];
  const auto fill = [&](auto NetstatsBucket::* member) -> Result<void> {
    const auto values = TRY(array(version));
    if (values.size() != buckets_.size())
      return fail(Errc::malformed, "columns of a history that differ in length", at);
    for (std::size_t i = 0; i < values.size(); ++i) buckets_[i].*member = values[i];
    return {};
  };
  if (version >= 3) TRY(fill(&NetstatsBucket::active_ms));
  TRY(fill(&NetstatsBucket::received));
  if (version >= 2) TRY(fill(&NetstatsBucket::packets_received));
  TRY(fill(&NetstatsBucket::sent));
  if (version >= 2) {
    TRY(fill(&NetstatsBucket::packets_sent));
    TRY(fill(&NetstatsBucket::operations));
  }
  entry.buckets = buckets_;
  return {};
}

Result<std::vector<std::int64_t>> NetstatsFile::array(std::int32_t version) {
  const std::uint64_t at = in_.pos();
  const std::int32_t count = i32();
  TRY(in_.done());
  // A number is one byte at least, so no count can ask for more memory than the file is long.
  if (count < 0 || static_cast<std::uint64_t>(count) > in_.left())
    return fail(Errc::truncated, "an array longer than the file", at);
  std::vector<std::int64_t> out;
  out.reserve(static_cast<std::size_t>(count));
  for (std::int32_t i = 0; i < count; ++i)
    out.push_back(version == 1 ? static_cast<std::int64_t>(in_.u64be()) : number());
  TRY(in_.done());
  return out;
}

std::int64_t NetstatsFile::number() {
  std::uint64_t out = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const std::uint64_t byte = in_.u8();
    out |= (byte & 0x7f) << shift;
    if (byte < 0x80) break;
  }
  return static_cast<std::int64_t>(out);
}

std::optional<std::string_view> NetstatsFile::text() {
  if (in_.u8() == 0) return {};
  const std::string_view stored = as_text(in_.take(in_.u16be()));
  std::string into;
  const std::string_view out = utf8_of_modified(stored, into);
  return out.data() == stored.data() ? stored : arena_.keep(into);
}

}  // namespace bridle
