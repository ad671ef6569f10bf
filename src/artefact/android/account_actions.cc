// What was done with accounts, the last 64 times: added, removed, renamed, and by which app.
//
// debug_table of accounts_de.db: _id (the account's number), action_type, time (of the phone's
// clock, without a zone), caller_uid, table_name, primary_key. Source: AOSP services/core
// com.android.server.accounts AccountsDb.

#include <vector>

#include "artefact/dump_text.h"
#include "artefact/named_values.h"
#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"data/system_de/*/accounts_de.db"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "NULL"},
    {"shown", Kind::text, "the same as the phone showed it", "d.time"},
    {"action", Kind::text, "what: action_account_add, action_account_remove, and others",
     "d.action_type"},
    {"account", Kind::account, "name of the account, if it is still there", "a.name"},
    {"type", Kind::app, "sort of that account", "a.type"},
    {"account_id", Kind::number, "its number", "d._id"},
    {"caller_uid", Kind::number, "user id of the app that did it", "d.caller_uid"},
};

constexpr Query kQueries[] = {
    {.from = "debug_table d LEFT JOIN accounts a ON a._id = d._id", .row = "d.primary_key"},
};

// The store has times of the phone's clock.
class Dated : public Rows {
 public:
  Dated(const File& file, Rows& out) : file_(file), out_(out) {}

  void push(RowOrigin origin, std::span<const Value> values) override {
    std::vector<Value> row(values.begin(), values.end());
    const auto* const shown = std::get_if<std::string_view>(&row[index_of(kFields, "shown")]);
    const auto time = shown ? moment(file_, *shown).time : std::nullopt;
    if (!time) out_.gap(origin.row, "an action without its time");
    row[index_of(kFields, "time")] = value_of(time);
    out_.push(origin, row);
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

 private:
  const File& file_;
  Rows& out_;
};

Result<void> parse(const File& file, Rows& out) {
  Dated dated(file, out);
  return sqlite_rows(file, kQueries, kFields, dated);
}

}  // namespace

ARTEFACT(android_account_actions) = {
    .id = "android_account_actions",
    .title = "What was done with accounts",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = parse,
    .row = "primary_key of debug_table",
    .table = "debug_table",
};

}  // namespace bridle
