// Files in a backup that are exhibits of their own: a sysdiagnose or a crash report that the owner
// saved. They are to be given to the engine too.

#include "artefact/artefact.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:**/sysdiagnose_*.tar.gz",
    "*:sysdiagnose_*.tar.gz",
    "*:**/*.ips",
    "*:**/App_Privacy_Report*.ndjson",
    "private/var/mobile/Library/Logs/CrashReporter/DiagnosticLogs/sysdiagnose/sysdiagnose_*.tar.gz",
};

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"bytes", Kind::number, "its size"},
};

Result<void> parse(const File& file, Rows& out) {
  out.row<kFields>(0, file.path, file.content->size());
  return {};
}

}  // namespace

ARTEFACT(ios_nested_exhibits) = {
    .id = "ios_nested_exhibits",
    .title = "Exhibits inside the backup",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::stored,
    .parse = parse,
};

}  // namespace bridle
