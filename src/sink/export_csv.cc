#include <cmath>
#include <string>

#include "sink/case_folder.h"
#include "sink/export.h"
#include "sink/json.h"
#include "sink/private_file.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBase[] = {"exhibit",     "file_path", "file_domain",
                                 "file_sha256", "row",       "recovered"};

// A cell of text. Quoted where RFC 4180 asks for it.
void append_cell(std::string& out, std::string_view text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool formula = !text.empty() && kFormula.find(text.front()) != std::string_view::npos;
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (formula) out += '\'';
    out += text;
    return;
  }
  out += formula ? "\"'" : "\"";
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

void append_value(std::string& out, const Value& value) {
  if (const auto* s = std::get_if<std::string_view>(&value)) append_cell(out, *s);
  if (const auto* n = std::get_if<std::int64_t>(&value)) out += std::to_string(*n);
  if (const auto* t = std::get_if<Time>(&value)) out += iso8601(*t);
  if (const auto* d = std::get_if<double>(&value)) out += std::isfinite(*d) ? json_number(*d) : "";
}

Result<void> write_table(RecordReader& in, const fs::path& path) {
  PrivateFile out = TRY(PrivateFile::create(path));
  std::string line;
  for (const char* column : kBase) line.append(column).append(",");
  for (const StoredField& field : in.fields()) line.append(field.name).append(",");
  line.back() = '\r';
  out.write(line + "\n");
  for (;;) {
    const auto record = TRY(in.next());
    if (!record) return out.close();
    line.clear();
    for (const std::string_view text :
         {record->exhibit, record->path, record->domain, record->sha256}) {
      append_cell(line, text);
      line += ',';
    }
    line += std::to_string(record->row) + ",";
    append_cell(line, record->recovered);
    for (const Value& value : record->values) {
      line += ',';
      append_value(line, value);
    }
    line += "\r\n";
    out.write(line);
  }
}

void describe(Json& schema, const RecordReader& in) {
  schema.key(in.artefact() + ".csv");
  schema.begin_object();
  schema.key("fields");
  schema.begin_array();
  for (const StoredField& field : in.fields()) {
    schema.begin_object();
    schema.member("doc", field.doc);
    schema.member("kind", name(field.kind));
    schema.member("name", field.name);
    schema.end_object();
  }
  schema.end_array();
  schema.member("rows", in.rows());
  schema.member("title", in.title());
  schema.end_object();
}

void describe_form(Json& schema) {
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
}

}  // namespace

Result<void> export_csv(const fs::path& folder, const fs::path& output) {
  TRY(CaseFolder::open(folder));
  std::error_code failed;
  if (fs::exists(output, failed) && !fs::is_empty(output, failed))
    return fail(Errc::io, "the folder for the export is not empty");
  fs::create_directories(output, failed);
  if (failed) return fail(Errc::io, "the folder for the export cannot be made");
  fs::permissions(output, fs::perms::owner_all, failed);
  Json schema;
  schema.begin_object();
  schema.key("files");
  schema.begin_object();
  for (const fs::path& path : record_files(folder / "records")) {
    RecordReader in = TRY(RecordReader::open(path));
    TRY(write_table(in, output / path.filename().replace_extension(".csv")));
    describe(schema, in);
  }
  schema.end_object();
  describe_form(schema);
  schema.member("schema", "bridle-csv/1");
  schema.end_object();
  return write_private(output / "schema.json", schema.take());
}

}  // namespace bridle
