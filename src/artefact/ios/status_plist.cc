// How the backup ended: one that was broken off lacks files.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {":Status.plist"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it ended"},
    {"snapshot", Kind::text, "its state: finished, uploading, …"},
    {"state", Kind::text, "new, or added to an earlier one"},
    {"full", Kind::number, "1 if it holds all files, not only the changed ones"},
    {"version", Kind::text, "version of its form"},
    {"uuid", Kind::text, "its id"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    out.row<kFields>(0, moment(root.find("Date")), root.find("SnapshotState").text(),
                     root.find("BackupState").text(), root.find("IsFullBackup").boolean(),
                     words(root.find("Version"), *file.arena), root.find("UUID").text());
  });
}

}  // namespace

ARTEFACT(ios_status_plist) = {
    .id = "ios_status_plist",
    .title = "State of the backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
};

}  // namespace bridle
