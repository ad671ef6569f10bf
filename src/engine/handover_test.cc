#include "engine/handover.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

struct Seen : Rows {
  std::vector<std::string> rows;
  std::vector<std::string> gaps;
  void push(std::uint64_t origin, std::span<const Value> values) override {
    rows.push_back(std::to_string(origin) + " " +
                   std::string(std::get<std::string_view>(values[0])) + " " +
                   std::to_string(std::get<std::int64_t>(values[1])));
  }
  void gap(std::uint64_t at, std::string_view why) override {
    gaps.push_back(std::to_string(at) + " " + std::string(why));
  }
};

TEST(Handover, KeepsOrderAndTextOfFewAndOfManyRows) {
  for (const std::int64_t count : {1, 511, 512, 20'000}) {
    Seen seen;
    Handover out(seen);
    for (std::int64_t i = 0; i < count; ++i) {
      const std::string text = "row " + std::to_string(i);  // gone after the call
      const Value values[] = {std::string_view(text), i};
      out.push(static_cast<std::uint64_t>(i), values);
    }
    out.gap(7, "a bad place");
    out.finish();
    ASSERT_EQ(seen.rows.size(), static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i) {
      const std::string n = std::to_string(i);
      ASSERT_EQ(seen.rows[static_cast<std::size_t>(i)], n + " row " + n + " " + n);
    }
    EXPECT_EQ(seen.gaps, std::vector<std::string>{"7 a bad place"});
  }
}

TEST(Handover, GoesOnAfterFinish) {
  Seen seen;
  Handover out(seen);
  for (const std::int64_t i : {1, 2}) {
    const Value values[] = {std::string_view("x"), i};
    out.push(0, values);
    out.finish();
  }
  EXPECT_EQ(seen.rows, (std::vector<std::string>{"0 x 1", "0 x 2"}));
}

}  // namespace
}  // namespace bridle
