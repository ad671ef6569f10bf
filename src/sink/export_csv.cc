#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sink/csv_cell.h"
#include "sink/export.h"
#include "sink/json.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBase[] = {"exhibit",     "file_path", "file_domain",
                                 "file_sha256", "row",       "recovered"};

void append_value(std::string& out, const Value& value) {
  if (const auto* s = std::get_if<std::string_view>(&value)) append_cell(out, *s);
  if (const auto* n = std::get_if<std::int64_t>(&value)) out += std::to_string(*n);
  if (const auto* t = std::get_if<Time>(&value)) out += iso8601(*t);
  if (const auto* d = std::get_if<double>(&value)) out += std::isfinite(*d) ? json_number(*d) : "";
}

struct Written {
  std::vector<StoredField> fields;
  std::string title;
  std::uint64_t rows = 0;
};

void describe(Json& schema, const Written& table) {
  schema.begin_object();
  schema.key("fields");
  schema.begin_array();
  for (const StoredField& field : table.fields) {
    schema.begin_object();
    schema.member("doc", field.doc);
    schema.member("kind", name(field.kind));
    schema.member("name", field.name);
    schema.end_object();
  }
  schema.end_array();
  schema.member("rows", table.rows);
  schema.member("title", table.title);
  schema.end_object();
}

std::string schema_json(const std::map<std::string, Written>& tables) {
  Json schema;
  schema.begin_object();
  schema.key("files");
  schema.begin_object();
  for (const auto& [file, table] : tables) {
    schema.key(file);
    describe(schema, table);
  }
  schema.end_object();
  schema.key("form");
  schema.begin_object();
  schema.member("base",
                "exhibit, file_path, file_domain, file_sha256, row and recovered come first: "
                "the record's place in the evidence");
  schema.member("empty", "no value");
  schema.member("formula",
                "a text that starts with = + - @, tab or CR has an apostrophe before it");
  schema.member("time", "ISO 8601, UTC");
  schema.end_object();
  schema.member("schema", "bridle-csv/2");
  schema.end_object();
  return schema.take();
}

}  // namespace

Result<std::uint64_t> write_csv(SharedTable& table, const fs::path& path) {
  PrivateFile out = TRY(PrivateFile::create(path));
  std::string line;
  for (const char* column : kBase) line.append(column).append(",");
  for (const StoredField& field : table.fields) line.append(field.name).append(",");
  line.back() = '\r';
  out.write(line + "\n");
  for (std::uint64_t rows = 0;; ++rows) {
    const auto row = TRY(table.next());
    if (!row) {
      TRY(out.close());
      return rows;
    }
    const StoredRecord& record = row->record;
    line.clear();
    for (const std::string_view text :
         {record.exhibit, record.path, record.domain, record.sha256}) {
      append_cell(line, text);
      line += ',';
    }
    line += std::to_string(record.row) + ",";
    append_cell(line, record.recovered);
    for (const Value& value : record.values) {
      line += ',';
      append_value(line, value);
    }
    line += "\r\n";
    out.write(line);
  }
}

Result<void> export_csv(SharedCase& shared, const fs::path& output) {
  std::map<std::string, Written> written;
  const auto write = [&](SharedTable& table) -> Result<void> {
    const std::string file = table.name + ".csv";
    const std::uint64_t rows = TRY(write_csv(table, output / file));
    written.emplace(file, Written{table.fields, table.title, rows});
    return {};
  };
  for (SharedTable& table : case_tables(shared)) TRY(write(table));
  TRY(shared.each_artefact(write));
  return write_private(output / "schema.json", schema_json(written));
}

}  // namespace bridle
