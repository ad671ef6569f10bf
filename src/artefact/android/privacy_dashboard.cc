// All uses of microphone, camera, place and so on that Samsung's privacy dashboard noted.
//
// permissionAccessInformations of permission_db; its operations have Android's numbers, and 1000
// for a picture of the screen. Source: com.samsung.android.privacydashboard as its system service
// calls it (PermissionAccessInformation).

#include <string>

#include "artefact/app_ops.h"
#include "artefact/named_values.h"
#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/data/com.samsung.android.privacydashboard/databases/permission_db",
    "data/user/*/com.samsung.android.privacydashboard/databases/permission_db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "unix_ms(a.ACCESS_TIME)"},
    {"package", Kind::app, "the app", "a.PACKAGE_NAME"},
    {"uid", Kind::number, "its user id", "a.UID", Need::sometimes},
    {"op", Kind::text, "what it did", "CAST(a.OPERATION_CODE AS TEXT)"},
    {"group", Kind::text, "group of permissions that this belongs to",
     "CAST(a.PERMISSION_GROUP_ID AS TEXT)"},
    {"kind", Kind::text, "always access", "'access'"},
    {"state", Kind::text, "bg if the app was in the background, else fg",
     "CASE a.BACKGROUND WHEN 1 THEN 'bg' WHEN 'true' THEN 'bg' WHEN 0 THEN 'fg' WHEN 'false' THEN "
     "'fg' ELSE CAST(a.BACKGROUND AS TEXT) END"},
    {"proxy", Kind::app, "the app that did it for this one", "nullif(a.PROXY_NAME, '')",
     Need::sometimes},
    {"proxy_attribution", Kind::text, "the part of that app", "nullif(a.PROXY_ATTRIBUTION_TAG, '')",
     Need::sometimes},
};

std::string operation(std::int64_t op) {
  constexpr std::int64_t kScreen = 1000;
  return op == kScreen ? "CAPTURE_SCREEN" : op_name(op);
}

constexpr NamedField kNamed[] = {{index_of(kFields, "op"), operation}};

constexpr Query kQueries[] = {{.from = "permissionAccessInformations a", .row = "a.rowid"}};

Result<void> parse(const File& file, Rows& out) {
  NamedValues named(kNamed, out);
  return sqlite_rows(file, kQueries, kFields, named);
}

}  // namespace

ARTEFACT(android_privacy_dashboard) = {
    .id = "android_privacy_dashboard",
    .title = "Uses of microphone, camera, place and others on a Samsung phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .row = "rowid of permissionAccessInformations",
    .table = "permissionAccessInformations",
};

}  // namespace bridle
