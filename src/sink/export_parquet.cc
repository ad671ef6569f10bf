#include <vector>

#include "artefact/artefact.h"
#include "sink/export.h"
#include "sink/records.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// "E-001" is 0. The case's own tables have rows of no exhibit: those count as the first's.
std::size_t exhibit_index(std::string_view id, const Outcome& outcome) {
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i)
    if (exhibit_id(i) == id) return i;
  return 0;
}

Result<void> write_table(SharedTable& table, const Outcome& outcome, const fs::path& folder) {
  std::vector<Field> fields;
  for (const StoredField& f : table.fields)
    fields.push_back({.name = f.name, .kind = f.kind, .doc = f.doc});
  const Artefact described{.id = table.name,
                           .title = table.title,
                           .reads = {},
                           .fields = fields,
                           .trace = Trace::known,
                           .parse = nullptr,
                           .row = table.row,
                           .table = table.table};
  FilesIn files(folder);
  RecordFile out = RecordFile::open(files, table.name + ".parquet", described);
  for (;;) {
    const auto row = TRY(table.next());
    if (!row) break;
    const StoredRecord& record = row->record;
    out.append({.exhibit = exhibit_index(record.exhibit, outcome),
                .path = record.path,
                .domain = record.domain,
                .sha256 = record.sha256,
                .row = record.row,
                .recovered = record.recovered},
               record.values);
  }
  TRY(out.close());
  return {};
}

}  // namespace

Result<void> export_parquet(SharedCase& shared, const fs::path& output) {
  const auto write = [&](SharedTable& table) {
    return write_table(table, shared.outcome(), output);
  };
  for (SharedTable& table : case_tables(shared)) TRY(write(table));
  return shared.each_artefact(write);
}

}  // namespace bridle
