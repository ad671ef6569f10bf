// Apps that the Play Store dealt with, by which account and for whom: also those that were removed.
//
// Of com.android.vending/databases: localappstate.db (appstate: what it installed, and from where),
// library.db (ownership: what an account ever got), frosting.db (frosting: files it checked).
// Source: the statements that create these tables in the app, as published analyses have them.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/data/com.android.vending/databases/localappstate.db",
    "data/user/*/com.android.vending/databases/localappstate.db",
    "data/data/com.android.vending/databases/library.db",
    "data/user/*/com.android.vending/databases/library.db",
    "data/data/com.android.vending/databases/frosting.db",
    "data/user/*/com.android.vending/databases/frosting.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was first installed, got, or checked", "unix_ms(a.at)"},
    {"package", Kind::app, "the app", "a.package"},
    {"title", Kind::content, "its name in the store", "a.title"},
    {"account", Kind::account, "account for which it was installed or got", "a.account"},
    {"updated", Kind::time, "when it was last updated", "unix_ms(a.updated)"},
    {"auto_update", Kind::number, "how it is updated, as stored", "a.auto_update"},
    {"referrer", Kind::content, "what sent the owner to the store", "a.referrer"},
    {"reason", Kind::text, "why it was installed, as the store says", "a.reason"},
    {"path", Kind::path, "its file", "a.path"},
    {"list", Kind::text, "appstate, ownership, frosting", "a.list"},
};

#define BRIDLE_APPSTATE(reason)                                                             \
  "(SELECT rowid AS id, first_download_ms AS at, package_name AS package, title, account, " \
  "last_update_timestamp_ms AS updated, auto_update, referrer, " reason                     \
  " AS reason, NULL AS path, 'appstate' AS list FROM appstate) a"

constexpr Query kQueries[] = {
    {.from = BRIDLE_APPSTATE("install_reason"), .row = "a.id"},
    {.from = BRIDLE_APPSTATE("NULL"), .row = "a.id"},
    {.from =
         "(SELECT rowid AS id, purchase_time AS at, doc_id AS package, NULL AS title, account, "
         "NULL AS updated, NULL AS auto_update, NULL AS referrer, NULL AS reason, NULL AS path, "
         "'ownership' AS list FROM ownership) a",
     .row = "a.id"},
    {.from = "(SELECT rowid AS id, last_updated AS at, pk AS package, NULL AS title, NULL AS "
             "account, NULL AS updated, NULL AS auto_update, NULL AS referrer, NULL AS reason, "
             "apk_path AS path, 'frosting' AS list FROM frosting) a",
     .row = "a.id"},
};

#undef BRIDLE_APPSTATE

}  // namespace

ARTEFACT(android_local_app_state) = {
    .id = "android_local_app_state",
    .title = "Apps that the Play Store installed, sold or checked",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of appstate, ownership or frosting",
};

}  // namespace bridle
