#include "campaign/shared_rows.h"

#include <algorithm>
#include <optional>

#include "sink/record_reader.h"

namespace bridle::campaign {
namespace {

namespace fs = std::filesystem;

Result<std::vector<fs::path>> cases_in(const fs::path& lake) {
  std::vector<fs::path> out;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(lake, none))
    if (fs::is_directory(entry.path() / "records", none)) out.push_back(entry.path());
  if (out.empty()) return fail(Errc::missing, "no folder of cases");
  std::ranges::sort(out);
  return out;
}

Result<void> rows_of(RecordReader& in, std::string_view phone,
                     std::span<const std::string_view> fields,
                     const std::function<void(const SharedRow&)>& on) {
  std::vector<std::optional<std::size_t>> columns;
  for (const std::string_view field : fields) {
    const auto at = std::ranges::find(in.fields(), field, &StoredField::name);
    columns.emplace_back(at == in.fields().end()
                             ? std::nullopt
                             : std::optional<std::size_t>(at - in.fields().begin()));
  }
  std::vector<Value> values(fields.size());
  for (auto record = TRY(in.next()); record; record = TRY(in.next())) {
    for (std::size_t i = 0; i < columns.size(); ++i)
      values[i] = columns[i] ? record->values[*columns[i]] : Value();
    on({.phone = phone,
        .exhibit = record->exhibit,
        .path = record->path,
        .sha256 = record->sha256,
        .row = record->row,
        .values = values});
  }
  return {};
}

}  // namespace

Result<void> shared_rows(const fs::path& lake, std::string_view artefact,
                         std::span<const std::string_view> fields,
                         const std::function<void(const SharedRow&)>& on) {
  for (const fs::path& one : TRY(cases_in(lake))) {
    const fs::path file = one / "records" / (std::string(artefact) + ".parquet");
    if (!fs::exists(file)) continue;
    RecordReader in = TRY(RecordReader::open(file));
    TRY(rows_of(in, one.filename().string(), fields, on));
  }
  return {};
}

Result<std::vector<std::string>> phones_in(const fs::path& lake) {
  std::vector<std::string> out;
  for (const fs::path& one : TRY(cases_in(lake))) out.push_back(one.filename().string());
  return out;
}

}  // namespace bridle::campaign
