// A case in the forms that other tools read, as far as it may leave (shared_case.h). The same case,
// level and version give the same bytes.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/age_recipient.h"
#include "sink/shared_case.h"

namespace bridle {

// A folder with one RFC 4180 file per table and schema.json. A text that a spreadsheet would take
// for a formula gets an apostrophe before it.
Result<void> export_csv(SharedCase& shared, const std::filesystem::path& output);

// One of these files; how many rows it has. Errc::io, and what the table gives.
Result<std::uint64_t> write_csv(SharedTable& table, const std::filesystem::path& path);

// A folder with one Parquet file per table, made as those of the case itself.
Result<void> export_parquet(SharedCase& shared, const std::filesystem::path& output);

// A file of JSON lines for Timesketch: one event for each time of each record, those with findings
// tagged, in the order of time. Findings whose record has no time stand at the start.
Result<void> export_timesketch(SharedCase& shared, const std::filesystem::path& output);

// An SQLite database of STRICT tables: each table, and `events` with each time of each record.
Result<void> export_sqlite(SharedCase& shared, const std::filesystem::path& output);

// A STIX 2.1 bundle: what was observed, and which indicators were sighted.
Result<void> export_stix(SharedCase& shared, const std::filesystem::path& output);

// An event for MISP.
Result<void> export_misp(SharedCase& shared, const std::filesystem::path& output);

// A CASE graph as JSON-LD: exhibits, tool, action, findings.
Result<void> export_case(SharedCase& shared, const std::filesystem::path& output);

struct ExportForm {
  std::string_view name;
  Result<void> (*write)(SharedCase&, const std::filesystem::path&);
  bool folder = false;              // writes a folder, not a file
  std::string_view extension = {};  // that the file's name must end with; empty for any
  Share least = Share::verdict;     // level below which it would be empty
};

// All of them, by name.
std::span<const ExportForm> export_forms();

struct ExportOrder {
  const ExportForm* form = nullptr;
  std::filesystem::path folder = {}, output = {};
  Sharing sharing = {};
  // If there are any, the output is one file for them alone; a folder is packed as tar first.
  std::vector<age::Recipient> recipients = {};
};

// Writes the output, which must be absent or an empty folder, and beside it OUTPUT.redaction.json:
// which fields lost how much. Errc::io, Errc::missing, Errc::malformed, Errc::unsupported.
Result<void> export_as(const ExportOrder& order);

}  // namespace bridle
