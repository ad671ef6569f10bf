#include "view/sql_filter.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/bytes.h"
#include "base/text.h"
#include "base/time.h"

namespace bridle {
namespace {

// A letter and the column's number for each condition: "=7 >6 <6 ".
char letter_of(unsigned char condition, Kind kind) {
  const bool time = kind == Kind::time;
  switch (condition) {
    case SQLITE_INDEX_CONSTRAINT_EQ:
      return holds_text(kind) ? '=' : '\0';
    case SQLITE_INDEX_CONSTRAINT_LIKE:
      return holds_text(kind) ? '%' : '\0';
    case SQLITE_INDEX_CONSTRAINT_GT:
    case SQLITE_INDEX_CONSTRAINT_GE:
      return time ? '>' : '\0';
    case SQLITE_INDEX_CONSTRAINT_LT:
    case SQLITE_INDEX_CONSTRAINT_LE:
      return time ? '<' : '\0';
    default:
      return '\0';
  }
}

std::string_view text_of(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return {};
  const auto* const bytes = static_cast<const std::byte*>(sqlite3_value_blob(value));
  return as_text({bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))});
}

// The longest part of a pattern that is no joker.
std::string_view literal_of(std::string_view pattern) {
  std::string_view longest;
  while (!pattern.empty()) {
    const std::string_view part = pattern.substr(0, pattern.find_first_of("%_"));
    if (part.size() > longest.size()) longest = part;
    pattern.remove_prefix(std::min(pattern.size(), part.size() + 1));
  }
  return longest;
}

// Times are compared as texts: only what has the form of one, or of its beginning up to the day,
// stands in the same order as the moments, but for those beyond the year 9999.
std::optional<std::int64_t> moment_of(std::string_view text) {
  constexpr std::string_view kDay = "2019-05-03", kWhole = "2019-05-03T10:11:12.000000Z";
  if (text.size() != kDay.size() && text.size() != kWhole.size()) return {};
  const auto time = parse_time(text);
  if (!time || !iso8601(*time).starts_with(text)) return {};
  return time->us;
}

void add(RowFilter& to, char condition, std::size_t column, std::string_view text) {
  if (condition == '>') {
    to.from = moment_of(text);
  } else if (condition == '<') {
    if (const auto until = moment_of(text)) to.until = *until + 1;
  } else {
    to.text = condition == '=' ? text : literal_of(text);
    to.compare = condition == '=' ? Compare::equals : Compare::contains;
    to.column = column;
  }
}

// Of the same bytes only, not of the same letters.
bool compares_bytes(sqlite3_index_info& asked, int condition) {
  return std::strcmp(sqlite3_vtab_collation(&asked, condition), "BINARY") == 0;
}

// One condition of a kind is enough, and a span of time is one of a single column: the rest is
// SQLite's.
bool goes_with(std::string_view plan, char letter, std::size_t column) {
  const bool text = letter == '=' || letter == '%';
  if (plan.find_first_of(text ? "=%" : std::string_view(&letter, 1)) != plan.npos) return false;
  const auto other = plan.find(letter == '<' ? '>' : '<');
  return text || other == plan.npos ||
         plan.substr(other + 1).starts_with(std::to_string(column) + " ");
}

}  // namespace

std::string plan_filter(sqlite3_index_info& asked, const RecordTable& table) {
  std::string plan;
  int taken = 0;
  for (int i = 0; i < asked.nConstraint; ++i) {
    const auto& one = asked.aConstraint[i];
    sqlite3_value* value = nullptr;
    if (!one.usable || one.iColumn < 0 || sqlite3_vtab_rhs_value(&asked, i, &value) != SQLITE_OK)
      continue;
    const auto column = static_cast<std::size_t>(one.iColumn);
    const char letter = letter_of(one.op, table.columns()[column].kind);
    if (letter == '\0' || !goes_with(plan, letter, column)) continue;
    if (letter == '=' && !compares_bytes(asked, i)) continue;
    plan += letter + std::to_string(column) + " ";
    asked.aConstraintUsage[i].argvIndex = ++taken;
  }
  return plan;
}

RowFilter planned_filter(std::string_view plan, std::span<sqlite3_value* const> values) {
  RowFilter out;
  for (sqlite3_value* const value : values) {
    const auto end = plan.find(' ');
    if (end == plan.npos) break;
    const auto column = number(plan.substr(1, end - 1));
    add(out, plan.front(), static_cast<std::size_t>(column.value_or(0)), text_of(value));
    plan.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace bridle
