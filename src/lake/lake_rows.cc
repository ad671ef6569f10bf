#include "lake/lake_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lake/kept.h"
#include "lake/lake_table.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

// Where a field stands in a file.
struct Column {
  std::size_t at;
  Kind kind;
};

std::optional<Column> column_of(const RecordReader& in, std::string_view field) {
  const auto fields = in.fields();
  const auto at = std::ranges::find(fields, field, &StoredField::name);
  if (at == fields.end()) return {};
  return Column{.at = static_cast<std::size_t>(at - fields.begin()), .kind = at->kind};
}

Result<void> read_file(const std::filesystem::path& file, std::span<const std::string_view> fields,
                       IdentifierSeal& seal, const std::function<void(const LakeRecord&)>& take) {
  std::vector<std::string> asked = {std::string(kCaseField)};
  for (const std::string_view field : fields) asked.emplace_back(field);
  RecordReader in = TRY(RecordReader::open(file, asked));
  const auto name = column_of(in, kCaseField);
  if (!name) return fail(Errc::malformed, "a file of the lake does not say whose its records are");
  std::vector<std::optional<Column>> columns;
  for (const std::string_view field : fields) columns.push_back(column_of(in, field));
  std::vector<Value> values(fields.size());
  std::vector<std::string> texts(fields.size());
  std::string path;
  for (;;) {
    const auto record = TRY(in.next());
    if (!record) return {};
    for (std::size_t i = 0; i < columns.size(); ++i)
      values[i] = columns[i]
                      ? opened(columns[i]->kind, record->values[columns[i]->at], seal, texts[i])
                      : Value();
    path = seal.open_in(record->path);
    const auto* const whose = std::get_if<std::string_view>(&record->values[name->at]);
    take({.case_name = whose ? *whose : "",
          .exhibit = record->exhibit,
          .path = path,
          .sha256 = record->sha256,
          .row = record->row,
          .values = values});
  }
}

}  // namespace

Result<void> for_each_record(const Lake& lake, const LakeView& view, std::string_view artefact,
                             std::span<const std::string_view> fields,
                             const std::function<void(const LakeRecord&)>& take) {
  IdentifierSeal seal(lake.key());
  for (const std::filesystem::path& file : view.files(artefact))
    TRY(read_file(file, fields, seal, take));
  return {};
}

}  // namespace bridle
