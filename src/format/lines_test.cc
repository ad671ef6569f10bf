#include "format/lines.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "format/json_objects.h"

namespace bridle {
namespace {

TEST(Lines, OfAnyLengthWithTheirPlaces) {
  const std::string longest(300'000, 'x');
  const std::string text = "a\r\n\n" + longest + "\nlast";
  const MemoryContent content(as_bytes(text));
  Lines lines(content);
  std::string told;
  while (const auto line = lines.next())
    told += std::to_string(lines.at()) + "+" + std::to_string(line->size()) + " ";
  EXPECT_EQ(told, "0+1 3+0 4+300000 300005+4 ");
  EXPECT_FALSE(lines.problem());
}

TEST(Lines, VeryLongOnesComeInPieces) {
  const std::string text(Lines::kLongest * 2 + 10, 'x');
  const MemoryContent content(as_bytes(text));
  Lines lines(content);
  std::size_t total = 0, count = 0;
  while (const auto line = lines.next()) total += line->size(), ++count;
  EXPECT_EQ(total, text.size());
  EXPECT_EQ(count, 3U);
}

std::string objects_of(const std::string& text) {
  const MemoryContent content(as_bytes(text));
  JsonObjects objects(content);
  std::string told;
  while (const auto object = objects.next())
    told += std::to_string(objects.at()) + std::string(*object) + " ";
  if (objects.stray()) told += "stray " + std::to_string(*objects.stray()) + " ";
  if (objects.problem()) told += objects.problem()->what;
  return told;
}

TEST(JsonObjects, OfArraysAndOfLines) {
  EXPECT_EQ(objects_of(R"([{"a":1}, {"b":{"c":"}"}}])"), R"(1{"a":1} 10{"b":{"c":"}"}} )");
  EXPECT_EQ(objects_of("{\"a\":\"\\\"{\"}\n{}\n"), "0{\"a\":\"\\\"{\"} 12{} ");
  EXPECT_EQ(objects_of("x {} {\"a\":"), "2{} stray 0 the text ends inside an object");
  EXPECT_EQ(objects_of(""), "");
}

TEST(JsonObjects, AcrossTheBordersOfBlocks) {
  std::string text, want;
  for (int i = 0; text.size() < 900'000; ++i) {
    const std::string object =
        "{\"" + std::string(static_cast<std::size_t>(i) % 5000, 'y') + "\":1}";
    want += std::to_string(text.size()) + object + " ";
    text += object + ",\n";
  }
  EXPECT_EQ(objects_of(text), want);
}

}  // namespace
}  // namespace bridle
