// The names in a piece of SQL.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace bridle {

// In lower case; also keywords and functions, which do no harm where tables and columns are asked
// for by name.
std::set<std::string> sql_names(std::string_view sql);

}  // namespace bridle
