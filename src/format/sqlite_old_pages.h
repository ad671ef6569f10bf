// Pages that an SQLite database no longer uses, with what they held: on its list of free pages, in
// the file where a log or a journal has newer ones, in the log where they were written anew, and in
// the journal of a transaction that ended.
#pragma once

#include <functional>
#include <string_view>

#include "format/sqlite_pages.h"

namespace bridle {

struct SqliteOldPage {
  enum class From : std::uint8_t { free_list, database, log, journal };
  From from{};
  std::uint32_t number = 0;  // of the page whose content it is or was
  std::uint64_t at = 0;      // where it begins in the file that holds it
  Bytes bytes = {};          // without the reserved end
  std::size_t lost = 0;      // bytes at its start that were written over
};

// "page 12 on the list of free pages", …
std::string_view name(SqliteOldPage::From from);

// Gives them in the order above, until `on_page` says false. The bytes live until it returns.
void old_pages(SqlitePages& pages, const std::function<bool(const SqliteOldPage&)>& on_page);

}  // namespace bridle
