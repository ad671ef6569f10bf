// Apps that Google's services checked, with the SHA-256 of each one's file: apps that are gone stay
// here for a while.
//
// app_info of com.google.android.gms/databases/gass.db: package_name, version_code, digest_sha256.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/data/com.google.android.gms/databases/gass.db",
    "data/user/*/com.google.android.gms/databases/gass.db",
};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app", "a.package_name"},
    {"version_code", Kind::number, "number of its version", "a.version_code"},
    {"sha256", Kind::hash, "SHA-256 of its file",
     "CASE typeof(a.digest_sha256) WHEN 'blob' THEN lower(hex(a.digest_sha256)) ELSE "
     "lower(a.digest_sha256) END"},
};

constexpr Query kQueries[] = {{.from = "app_info a", .row = "a.rowid"}};

}  // namespace

ARTEFACT(android_gass) = {
    .id = "android_gass",
    .title = "Apps that Google's services checked",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of app_info",
    .table = "app_info",
};

}  // namespace bridle
