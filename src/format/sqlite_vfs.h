// Lets SQLite read our pages: a file system of one read-only file.
#pragma once

#include <sqlite3.h>

#include <string>

#include "format/sqlite_pages.h"

namespace bridle {

class SqliteVfs {
 public:
  explicit SqliteVfs(SqlitePages pages);
  // SQLite keeps the address of what opened a database.
  SqliteVfs(const SqliteVfs&) = delete;
  SqliteVfs& operator=(const SqliteVfs&) = delete;

  // A connection to the pages; it must be closed before this ends. Null without memory.
  sqlite3* connect();

  SqlitePages& pages() { return pages_; }

 private:
  SqlitePages pages_;
  std::string name_;
  sqlite3_vfs vfs_{};
};

}  // namespace bridle
