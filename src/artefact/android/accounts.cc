// Accounts on the phone: one that is not the owner's may watch through it.
//
// accounts of accounts_ce.db (once the owner has unlocked the phone) and of accounts_de.db (before
// that, with the time of the last password). Passwords and tokens lie beside them: these are not
// read. Source: AOSP services/core com.android.server.accounts AccountsDb.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/system_ce/*/accounts_ce.db",
    "data/system_de/*/accounts_de.db",
    "data/system/users/*/accounts.db",
};

constexpr Field kFields[] = {
    {"account", Kind::account, "name of the account", "a.name"},
    {"type", Kind::app, "sort of account: mostly the app it belongs to", "a.type"},
    {"previous", Kind::account, "its name before", "a.previous_name", Need::sometimes},
    {"password_entered", Kind::time, "when its password was last entered",
     "unix_ms(a.last_password_entry_time_millis_epoch)", Need::sometimes},
};

constexpr Query kQueries[] = {{.from = "accounts a", .row = "a._id"}};

}  // namespace

ARTEFACT(android_accounts) = {
    .id = "android_accounts",
    .title = "Accounts on the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of accounts",
    .table = "accounts",
};

}  // namespace bridle
