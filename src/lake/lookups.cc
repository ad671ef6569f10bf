#include "lake/lookups.h"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "base/bytes.h"
#include "base/reader.h"
#include "detect/indicator/linked_hosts.h"
#include "lake/kept.h"
#include "lake/segments.h"
#include "sink/file_text.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// Another one as soon as matchers note other keys for the same values.
constexpr std::string_view kVersion = "bridle-lookups/1";
constexpr std::size_t kKey = 6;
constexpr std::size_t kTrailer = 28;

template <class Number>
void put(std::string& into, Number value) {
  static_assert(std::endian::native == std::endian::little);
  into.append(as_text(std::as_bytes(std::span(&value, 1))));
}

}  // namespace

fs::path lookups_of(const fs::path& records) {
  // SEGMENT/records/artefact=ID/year=Y/N.parquet
  const fs::path year = records.parent_path(), artefact = year.parent_path();
  const fs::path segment = artefact.parent_path().parent_path();
  return segment / "lookups" / artefact.filename() / year.filename() /
         records.filename().replace_extension(".lookups");
}

LookupsWriter::LookupsWriter(fs::path records, PrivateFile file, LakeKeys& keys)
    : records_(std::move(records)), file_(std::move(file)), keys_(keys), noting_(noted_) {}

Result<std::unique_ptr<LookupsWriter>> LookupsWriter::create(const fs::path& records,
                                                             std::span<const Field> fields,
                                                             LakeKeys& keys) {
  const fs::path path = lookups_of(records);
  std::error_code ignored;  // creating the file tells
  fs::create_directories(path.parent_path(), ignored);
  auto file = TRY(PrivateFile::create(path));
  std::unique_ptr<LookupsWriter> out(new LookupsWriter(records, std::move(file), keys));
  for (const SearchedColumn& column : searched_columns(fields, true))
    out->columns_.push_back({.about = column});
  out->write(kVersion);
  return out;
}

void LookupsWriter::write(std::string_view bytes) {
  crc_ = libdeflate_crc32(crc_, bytes.data(), bytes.size());
  file_.write(bytes);
}

void LookupsWriter::note(const Column& column, std::string_view value) {
  std::vector<Hit> none;
  if (column.about.hosts)
    match_hosts(noting_, value, none);
  else
    noting_.match(column.about.kind, value, none);
}

void LookupsWriter::add(std::span<const Value> values) {
  for (Column& column : columns_) {
    const Kind kind = column.about.kind;
    const auto* const kept = std::get_if<std::string_view>(&values[column.about.field]);
    if (!kept || kept->empty() || column.met.holds(kind, *kept)) continue;
    column.met.keep(kind, *kept);
    noted_.swap(column.noted);
    note(column, std::get<std::string_view>(opened(kind, *kept, keys_.seal, text_)));
    noted_.swap(column.noted);
  }
}

void LookupsWriter::end_group() {
  std::string bytes;
  for (Column& column : columns_) {
    std::vector<std::uint64_t>& keys = column.noted;
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    keys_.blinding.blind(keys);
    std::ranges::sort(keys);
    bytes.clear();
    for (const std::uint64_t key : keys)
      bytes.append(as_text(std::as_bytes(std::span(&key, 1))).substr(0, kKey));
    write(bytes);
    counts_.push_back(static_cast<std::uint32_t>(keys.size()));
    keys.clear();
    column.met = Unremarkable(1 << 14);
  }
}

Result<void> LookupsWriter::close() {
  std::string end;
  for (const Column& column : columns_) {
    put(end, static_cast<std::uint32_t>(column.about.field));
    put(end, static_cast<std::uint32_t>(column.about.hosts));
  }
  for (const std::uint32_t count : counts_) put(end, count);
  put(end, static_cast<std::uint32_t>(columns_.size()));
  const std::size_t groups = columns_.empty() ? 0 : counts_.size() / columns_.size();
  put(end, static_cast<std::uint32_t>(groups));
  put(end, size_of_file(records_));
  put(end, keys_.blinding.mark());
  write(end);
  end.clear();
  put(end, crc_);
  file_.write(end);
  return file_.close();
}

WantedKeys::WantedKeys(std::vector<std::uint64_t> keys) : sorted_(std::move(keys)) {
  std::ranges::sort(sorted_);
  filter_.assign(std::bit_ceil(sorted_.size() / 2 + 1), 0);  // 32 bits a key
  for (const std::uint64_t key : sorted_)
    filter_[key >> 6 & (filter_.size() - 1)] |= 1ULL << (key & 63);
}

bool WantedKeys::has(std::uint64_t key) const {
  if ((filter_[key >> 6 & (filter_.size() - 1)] >> (key & 63) & 1) == 0) return false;
  return std::ranges::binary_search(sorted_, key);
}

Result<Lookups> Lookups::of(const fs::path& records, std::uint64_t key) {
  std::string bytes = file_text(lookups_of(records));
  if (bytes.empty()) return fail(Errc::missing, "the records have no look-ups beside them");
  return parse(std::move(bytes), {.size_of_records = size_of_file(records), .key = key});
}

Result<Lookups> Lookups::parse(std::string bytes, const Belongs& to) {
  const Error wrong{Errc::malformed,
                    "no look-ups of this version, or of other records, or damaged"};
  if (bytes.size() < kVersion.size() + kTrailer || !bytes.starts_with(kVersion))
    return std::unexpected(wrong);
  const Bytes all = as_bytes(bytes);
  Reader in(all);
  in.seek(bytes.size() - kTrailer);
  const std::uint32_t columns = in.u32le(), groups = in.u32le();
  const bool belong = in.u64le() == to.size_of_records && in.u64le() == to.key;
  const auto crc = libdeflate_crc32(0, bytes.data(), bytes.size() - 4);
  if (!belong || crc != in.u32le()) return std::unexpected(wrong);
  const std::uint64_t lists = std::uint64_t{columns} * groups;
  const std::uint64_t end = 8ULL * columns + 4 * lists + kTrailer;
  if (lists > bytes.size() || end > bytes.size() - kVersion.size()) return std::unexpected(wrong);
  Lookups out;
  out.groups_ = groups;
  in.seek(bytes.size() - end);
  for (std::uint32_t i = 0; i < columns; ++i) {
    const std::uint32_t field = in.u32le();
    out.columns_.push_back({.field = field, .hosts = in.u32le() != 0});
  }
  std::uint64_t at = kVersion.size();
  out.begins_.push_back(at);
  for (std::uint64_t i = 0; i < lists; ++i)
    out.begins_.push_back(at += std::uint64_t{kKey} * in.u32le());
  if (at != bytes.size() - end) return std::unexpected(wrong);
  out.bytes_ = std::move(bytes);
  return out;
}

std::vector<std::size_t> Lookups::fields_with(std::size_t group, const WantedKeys& in_values,
                                              const WantedKeys& in_hosts) const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::size_t list = group * columns_.size() + i;
    const WantedKeys& wanted = columns_[i].hosts ? in_hosts : in_values;
    for (std::size_t at = begins_[list]; at < begins_[list + 1]; at += kKey) {
      std::uint64_t key = 0;
      std::memcpy(&key, &bytes_[at], kKey);
      if (!wanted.has(key)) continue;
      out.push_back(columns_[i].field);
      break;
    }
  }
  return out;
}

}  // namespace bridle
