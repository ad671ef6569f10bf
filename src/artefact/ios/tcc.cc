// Which programs may use the microphone, the camera, contacts and the like, and who allowed it.
//
// Three generations: `auth_value` with a reason, `allowed` with a time, `allowed` alone.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/TCC/TCC.db",
    "private/var/mobile/Library/TCC/TCC.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last changed", "unix_time0(a.at)"},
    {"service", Kind::text, "what it is about", "a.service"},
    {"client", Kind::process, "who asked: bundle id or path", "a.client"},
    {"app", Kind::app, "its bundle id", "CASE a.client_type WHEN 0 THEN a.client END"},
    {"path", Kind::path, "its path", "CASE WHEN a.client_type <> 0 THEN a.client END"},
    {"answer", Kind::text, "what was answered",
     "CASE a.answer WHEN 0 THEN 'denied' WHEN 1 THEN 'unknown' WHEN 2 THEN 'allowed' "
     "WHEN 3 THEN 'limited' ELSE CAST(a.answer AS TEXT) END"},
    {"reason", Kind::text, "who answered",
     "CASE a.reason WHEN 1 THEN 'error' WHEN 2 THEN 'user_consent' WHEN 3 THEN "
     "'user_set' WHEN 4 THEN 'system_set' WHEN 5 THEN 'service_policy' WHEN 6 THEN "
     "'mdm_policy' WHEN 7 THEN 'override_policy' WHEN 8 THEN 'missing_usage_string' "
     "WHEN 9 THEN 'prompt_timeout' WHEN 10 THEN 'preflight_unknown' WHEN 11 THEN "
     "'entitled' WHEN 12 THEN 'app_type_policy' ELSE CAST(a.reason AS TEXT) END"},
    {"prompts", Kind::number, "how often the owner was asked", "a.prompts"},
    {"object", Kind::text, "on whom it acts, if another program", "nullif(a.object, 'UNUSED')"},
    {"flags", Kind::number, "as stored", "a.flags"},
};

constexpr Query kQueries[] = {
    {.from = "(SELECT rowid AS id, service, client, client_type, auth_value AS answer, "
             "auth_reason AS reason, last_modified AS at, NULL AS prompts, "
             "indirect_object_identifier AS object, flags AS flags FROM access) a",
     .row = "a.id"},
    {.from = "(SELECT rowid AS id, service, client, client_type, auth_value AS answer, "
             "auth_reason AS reason, last_modified AS at, NULL AS prompts, NULL AS object, "
             "NULL AS flags FROM access) a",
     .row = "a.id"},
    {.from = "(SELECT rowid AS id, service, client, client_type, CASE allowed WHEN 1 THEN 2 "
             "ELSE 0 END AS answer, NULL AS reason, last_modified AS at, prompt_count AS "
             "prompts, NULL AS object, NULL AS flags FROM access) a",
     .row = "a.id"},
    {.from = "(SELECT rowid AS id, service, client, client_type, CASE allowed WHEN 1 THEN 2 "
             "ELSE 0 END AS answer, NULL AS reason, NULL AS at, prompt_count AS prompts, "
             "NULL AS object, NULL AS flags FROM access) a",
     .row = "a.id"},
};

}  // namespace

ARTEFACT(ios_tcc) = {
    .id = "ios_tcc",
    .title = "Permissions of apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "rowid of access",
    .table = "access",
};

}  // namespace bridle
