// Reading questions in SQL: one SELECT over the tables of a case, each named after its artefact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/record_table.h"

namespace bridle {

struct SqlLimits {
  std::size_t rows = 1000;
  int seconds = 30;
};

struct SqlResult {
  std::vector<std::string> columns = {};
  std::vector<std::vector<std::optional<std::string>>> rows = {};  // ready to be shown
  bool cut = false;                                                // there were more
  std::string problem = {};  // what SQLite says against it; nothing else is filled in then
};

// Nothing but reading the tables is possible: no writing, no files, no other databases. Times are
// texts of ISO 8601 in UTC. A damaged table, a statement that takes too long or too much memory is
// a problem.
SqlResult ask_sql(const std::vector<RecordTable>& tables, std::string_view statement,
                  const SqlLimits& limits = {});

}  // namespace bridle
