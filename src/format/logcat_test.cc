#include "format/logcat.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

// "clock shown time user/pid/tid priority tag: text"
std::string told(std::string_view line) {
  const auto l = read_logcat_line(line);
  if (!l) return "none";
  constexpr std::string_view kClocks[] = {"none", "no_year", "no_zone", "exact"};
  const auto id = [](std::optional<std::int64_t> n) { return n ? std::to_string(*n) : "-"; };
  return std::string(kClocks[static_cast<std::size_t>(l->clock)]) + " " + std::string(l->shown) +
         " " + (l->time ? iso8601(*l->time) : "-") + " " + std::string(l->user) + "/" + id(l->pid) +
         "/" + id(l->tid) + " " + l->priority + " " + std::string(l->tag) + ": " +
         std::string(l->text);
}

TEST(Logcat, ReadsAllLayouts) {
  EXPECT_EQ(told("01-02 01:20:03.171  1000  1885  3066 E App  : one: two"),
            "no_year 01-02 01:20:03.171 - 1000/1885/3066 E App: one: two");
  EXPECT_EQ(told("01-02 01:20:03.171  1885  3066 W a b: c"),
            "no_year 01-02 01:20:03.171 - /1885/3066 W a b: c");
  EXPECT_EQ(told("01-02 01:20:03.171 u0_a12  1885  3066 I App:"),
            "no_year 01-02 01:20:03.171 - u0_a12/1885/3066 I App: ");
  EXPECT_EQ(told("2026-01-02 11:20:07.171997 +1000  9346  9347 E App : t"),
            "exact 2026-01-02 11:20:07.171997 2026-01-02T01:20:07.171997Z /9346/9347 E App: t");
  EXPECT_EQ(told("2026-01-02 01:20:07.171997  1000  1885  3066 E App  : t"),
            "no_zone 2026-01-02 01:20:07.171997 - 1000/1885/3066 E App: t");
  EXPECT_EQ(told("01-02 01:02:04.156 I//bin/x(1)(  190): t"),
            "no_year 01-02 01:02:04.156 - /190/- I /bin/x(1): t");
  EXPECT_EQ(told("2026-01-02 11:42:10.613472 +1000 I/App    ( 1080: 1179): t"),
            "exact 2026-01-02 11:42:10.613472 2026-01-02T01:42:10.613472Z 1080/1179/- I App: t");
  EXPECT_EQ(told("1767316803.171  1885  3066 E App  : t"),
            "exact 1767316803.171 2026-01-02T01:20:03.171000Z /1885/3066 E App: t");
  EXPECT_EQ(told("D/App (  190): t"), "none  - /190/- D App: t");
}

TEST(Logcat, KeepsATextWithoutATag) {
  EXPECT_EQ(told("01-02 01:20:03.171  root     0     0 I bl_dim_status=0"),
            "no_year 01-02 01:20:03.171 - root/0/0 I : bl_dim_status=0");
}

TEST(Logcat, TakesNothingElseForALine) {
  for (const std::string_view line :
       {"", "text", "--------- beginning of main", "01-02 01:20:03.171", "13:00 1 2 E App: t",
        "01-02 01:20:03.171  1  2  3  4 E App: t", "01-02 01:20:03.171  1  x E App: t",
        "12.345  1885  3066 E App  : t", "I/App 190: t", "I/App(a): t", "I/App(1:2:3): t"})
    EXPECT_EQ(told(line), "none") << line;
}

TEST(Logcat, KnowsWhichBufferFollows) {
  EXPECT_EQ(logcat_buffer("--------- beginning of /dev/log/main\r"), "/dev/log/main");
  EXPECT_EQ(logcat_buffer("--------- switch to events"), "events");
  EXPECT_FALSE(logcat_buffer("--------- 0.1s was the duration"));
}

TEST(Logcat, ReadsEveryLineOfAPublicSample) {
  const auto path = shared_corpus("android") / "plaso-android" / "android_logcat.log";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no shared corpora";
  const std::string text = file_bytes(path);
  for (const std::string_view line : split(trim(text), '\n'))
    EXPECT_TRUE(read_logcat_line(line) || logcat_buffer(line)) << line;
}

}  // namespace
}  // namespace bridle
