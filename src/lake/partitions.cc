#include "lake/partitions.h"

#include <chrono>
#include <string>

namespace bridle {
namespace {

// Two threads that search a lake each take a file.
constexpr std::uint64_t kMostRows = 1 << 20;

// What the readers of such folders take for the absence of a value.
constexpr const char* kUndated = "year=__HIVE_DEFAULT_PARTITION__";
// Phones that bridle reads were made, and will be, in these; a broken clock or a hostile store has
// any other, and each year is an open file.
constexpr int kFirstYear = 2000, kLastYear = 2099;

// 0 if there is none.
int year_of(std::span<const Value> values) {
  for (const Value& value : values)
    if (const auto* const time = std::get_if<Time>(&value)) {
      const std::chrono::sys_time<std::chrono::microseconds> at{
          std::chrono::microseconds(time->us)};
      const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(at));
      const int year = static_cast<int>(day.year());
      return year >= kFirstYear && year <= kLastYear ? year : 0;
    }
  return 0;
}

}  // namespace

Partitions::Partitions(const std::filesystem::path& records, const Artefact& artefact,
                       LakeKeys& keys)
    : folder_(records / ("artefact=" + std::string(artefact.id))),
      artefact_(artefact),
      keys_(keys) {}

Partitions::Part Partitions::started(int year, std::uint64_t number) {
  const auto path = folder_ / (year == 0 ? kUndated : "year=" + std::to_string(year));
  const std::string name = std::to_string(number) + ".parquet";
  std::error_code ignored;  // creating the file tells
  std::filesystem::create_directories(path, ignored);
  auto folder = std::make_unique<FilesIn>(path);
  auto file = RecordFile::open(*folder, name, artefact_, Packing::searched_often);
  auto lookups = LookupsWriter::create(path / name, artefact_.fields, keys_);
  if (!lookups && failed_) failed_ = std::unexpected(lookups.error());
  return {.folder = std::move(folder),
          .file = std::move(file),
          .lookups = lookups ? std::move(*lookups) : nullptr,
          .number = number};
}

Partitions::Part& Partitions::part_of(std::span<const Value> values) {
  const int year = year_of(values);
  const auto known = parts_.find(year);
  if (known != parts_.end() && known->second.rows < kMostRows) return known->second;
  std::uint64_t number = 0;
  if (known != parts_.end()) {
    number = known->second.number + 1;
    end(known->second);
    parts_.erase(known);
  }
  return parts_.emplace(year, started(year, number)).first->second;
}

void Partitions::append(const Origin& origin, std::span<const Value> values) {
  Part& part = part_of(values);
  ++part.rows;
  part.file.append(origin, values);
  if (!part.lookups) return;
  part.lookups->add(values);
  if (part.file.groups() == part.groups) return;
  part.lookups->end_group();
  part.groups = part.file.groups();
}

void Partitions::end(Part& part) {
  const auto rows = part.file.close();
  if (rows)
    records_ += *rows;
  else if (failed_)
    failed_ = std::unexpected(rows.error());
  if (!part.lookups) return;
  if (part.file.groups() > part.groups) part.lookups->end_group();
  if (const auto done = part.lookups->close(); !done && failed_)
    failed_ = std::unexpected(done.error());
}

Result<std::uint64_t> Partitions::close() {
  for (auto& [year, part] : parts_) end(part);
  parts_.clear();
  if (!failed_) return std::unexpected(failed_.error());
  return records_;
}

}  // namespace bridle
