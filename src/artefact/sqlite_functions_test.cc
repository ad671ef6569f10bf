#include "artefact/sqlite_functions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace bridle {
namespace {

using namespace std::string_literals;

struct Closed {
  void operator()(sqlite3* connection) const { sqlite3_close(connection); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct Connection {
  Connection() {
    sqlite3* made = nullptr;
    sqlite3_open(":memory:", &made);
    db.reset(made);
    unread = &add_functions(made);
  }
  // What a function of one blob gives.
  std::string call(const std::string& function, const std::string& blob) const {
    sqlite3_stmt* made = nullptr;
    sqlite3_prepare_v2(db.get(), ("SELECT " + function + "(?1)").c_str(), -1, &made, nullptr);
    const std::unique_ptr<sqlite3_stmt, Closed> statement(made);
    sqlite3_bind_blob64(made, 1, blob.data(), blob.size(), SQLITE_STATIC);
    if (sqlite3_step(made) != SQLITE_ROW) return sqlite3_errmsg(db.get());
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(made, 0));
    return {static_cast<const char*>(sqlite3_column_blob(made, 0)), size};
  }

  std::unique_ptr<sqlite3, Closed> db;
  const UnreadForms* unread = nullptr;
};

// A typedstream of one object that holds many texts.
std::string with_links(int count) {
  std::string out =
      "\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x08NSString\0\x85\x84\x01+"s;
  for (int i = 0; i < count; ++i) {
    const std::string link = "https://a.example/" + std::to_string(10'000 + i);
    if (i > 0) out += '\x94';  // the encoding "+" again
    out += static_cast<char>(link.size());
    out += link;
  }
  return out + '\x86';
}

TEST(SqliteFunctions, BoundTheLinksOfAMessage) {
  const Connection at;
  EXPECT_EQ(std::ranges::count(at.call("attributed_text", with_links(1'000)), '\n'), 999);
  EXPECT_EQ((*at.unread)[0].values, 0U);
  EXPECT_EQ(std::ranges::count(at.call("attributed_text", with_links(1'001)), '\n'), 999);
  EXPECT_EQ((*at.unread)[0].values, 1U);
  EXPECT_STREQ((*at.unread)[0].why, "more links than are read");
}

TEST(SqliteFunctions, CountWhatIsDamagedAndNotWhatIsOfAnotherForm) {
  const Connection at;
  EXPECT_EQ(at.call("plist_text", "no list"), "");
  EXPECT_EQ(at.call("plist_text", ""), "");
  EXPECT_EQ(at.call("attributed_text", ""), "");
  EXPECT_EQ((*at.unread)[0].values + (*at.unread)[1].values, 0U);
  EXPECT_EQ(at.call("plist_text",
                    "bplist00\x53"
                    "abc"),
            "abc");
  EXPECT_EQ(at.call("attributed_text", "no typedstream"), "");
  EXPECT_EQ((*at.unread)[0].values, 1U);
  EXPECT_EQ((*at.unread)[1].values, 1U);
}

}  // namespace
}  // namespace bridle
