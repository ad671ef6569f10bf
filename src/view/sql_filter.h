// What a question in SQL asks of each row, as far as a filter of rows can look it up ahead of
// SQLite. It may keep more than was asked for, never less: SQLite looks at each row again.
#pragma once

#include <sqlite3.h>

#include <span>
#include <string>
#include <string_view>

#include "view/record_table.h"
#include "view/row_filter.h"

namespace bridle {

// Has the values of such conditions given to the filter; which they are, in a form of its own. Only
// conditions whose value is known now: a filter for each row of another table would read this one
// as often.
std::string plan_filter(sqlite3_index_info& asked, const RecordTable& table);

RowFilter planned_filter(std::string_view plan, std::span<sqlite3_value* const> values);

}  // namespace bridle
