// All uses of microphone, camera, place and so on of the last days, each with its minute: what
// Android 16 keeps, for its privacy page, of what `dumpsys appops` shows the last one of.
//
// app_op_accesses: a row for each use, seven days back (at most thirty), folded by the minute;
// since Android 17 with counts of uses and refusals in that time. Rows that became old are deleted,
// which leaves their bytes in the write-ahead log and in free pages for a while. Source: AOSP
// services/core com.android.server.appop DiscreteOpsTable, AppOpHistoryTable.

#include "artefact/app_ops.h"
#include "artefact/named_values.h"
#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"data/system/appops/*.db"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "unix_ms(a.access_time)"},
    {"package", Kind::app, "the app", "a.package_name"},
    {"uid", Kind::number, "its user id", "a.uid"},
    {"op", Kind::text, "what it did", "CAST(a.op_code AS TEXT)"},
    {"kind", Kind::text, "access, or reject if it was refused each time",
     "CASE WHEN a.access_count = 0 AND a.reject_count > 0 THEN 'reject' ELSE 'access' END"},
    {"state", Kind::text, "what the app was: pers, top, fgsvcl, fgsvc, fg, bg, cch",
     "CAST(a.uid_state AS TEXT)"},
    {"flags", Kind::text, "s itself, tp and up by a proxy, tpd and upd for another app",
     "CAST(a.op_flags AS TEXT)"},
    {"attribution", Kind::text, "the part of the app that did it, by its own name for it",
     "a.attribution_tag"},
    {"duration_ms", Kind::number, "how long it took, milliseconds",
     "CASE WHEN a.total_duration >= 0 THEN a.total_duration WHEN a.access_duration >= 0 THEN "
     "a.access_duration END"},
    {"chain", Kind::number, "the same for all apps that used it for one another",
     "nullif(a.chain_id, -1)"},
    {"chain_role", Kind::text, "its place among them: accessor, intermediary, receiver, trusted",
     "CAST(a.attribution_flags AS TEXT)"},
    {"device", Kind::text, "on which device, if not on the phone itself",
     "nullif(a.device_id, 'default:0')"},
    {"accesses", Kind::number, "how often in that time, if counted", "a.access_count"},
    {"rejects", Kind::number, "how often it was refused, if counted", "a.reject_count"},
};

#define BRIDLE_ACCESS                                                                   \
  "id, access_time, package_name, uid, op_code, uid_state, op_flags, attribution_tag, " \
  "access_duration, chain_id, attribution_flags, device_id"

constexpr Query kQueries[] = {
    {.from = "(SELECT " BRIDLE_ACCESS
             ", total_duration, access_count, reject_count FROM app_op_accesses) a",
     .row = "a.id"},
    {.from = "(SELECT " BRIDLE_ACCESS
             ", NULL AS total_duration, NULL AS access_count, NULL AS reject_count "
             "FROM app_op_accesses) a",
     .row = "a.id"},
};

#undef BRIDLE_ACCESS

constexpr NamedField kNamed[] = {
    {index_of(kFields, "op"), op_name},
    {index_of(kFields, "state"), op_state},
    {index_of(kFields, "flags"), op_flags},
    {index_of(kFields, "chain_role"), op_chain_role},
};

Result<void> parse(const File& file, Rows& out) {
  NamedValues named(kNamed, out);
  return sqlite_rows(file, kQueries, kFields, named);
}

}  // namespace

ARTEFACT(android_appops_history) = {
    .id = "android_appops_history",
    .title = "Uses of microphone, camera, place and others in the last days",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .row = "id of app_op_accesses",
    .table = "app_op_accesses",
};

}  // namespace bridle
