// For tests: databases made by SQLite itself in a folder of their own, as bytes.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/bytes.h"
#include "base/content.h"

namespace bridle {

class MadeDatabase {
 public:
  MadeDatabase() {
    std::string folder = testing::TempDir() + "/bridle-XXXXXX";
    EXPECT_NE(mkdtemp(folder.data()), nullptr);
    folder_ = folder;
    EXPECT_EQ(sqlite3_open((folder_ / "db").c_str(), &db_), SQLITE_OK);
  }
  ~MadeDatabase() {
    sqlite3_close(db_);
    std::filesystem::remove_all(folder_);
  }
  MadeDatabase(const MadeDatabase&) = delete;
  MadeDatabase& operator=(const MadeDatabase&) = delete;

  void run(const std::string& sql) {
    char* why = nullptr;
    EXPECT_EQ(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &why), SQLITE_OK) << why;
    sqlite3_free(why);
  }

  std::string bytes(const std::string& suffix = "") const {
    std::ifstream in(folder_ / ("db" + suffix), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path folder_;
  sqlite3* db_ = nullptr;
};

// Bytes of a string as a file's content.
class TextContent : public MemoryContent {
 public:
  explicit TextContent(const std::string& s) : MemoryContent(as_bytes(s)) {}
};

}  // namespace bridle
