#include "format/dng_opcodes.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

namespace bridle {
namespace {

std::string numbers(std::initializer_list<std::uint32_t> list) {
  std::string out;
  for (const std::uint32_t n : list)
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(n >> shift & 0xff);
  return out;
}

std::string opcode(std::uint32_t id, const std::string& bytes) {
  return numbers({id, 0x01030000, 0, static_cast<std::uint32_t>(bytes.size())}) + bytes;
}

std::string told(const std::string& list) {
  const DngOpcodes out = dng_opcodes(as_bytes(list), {.width = 32, .height = 16, .planes = 1});
  std::string text = std::to_string(out.count) + " " + std::to_string(out.odd);
  return out.why ? text + " " + out.why + " at " + std::to_string(out.at) : text;
}

TEST(DngOpcodes, OrdinaryLists) {
  EXPECT_EQ(told(numbers({0})), "0 0");
  const std::string gains = numbers({0, 1, 16, 32, 0, 1, 2, 2, 1, 2}) + std::string(32, '\0') +
                            numbers({1}) + std::string(8, '\0');
  const std::string table = numbers({0, 0, 16, 32, 0, 3, 1, 1, 2}) + "abcd";
  EXPECT_EQ(told(numbers({4}) + opcode(9, gains) + opcode(7, table) + opcode(1, "warp") +
                 opcode(6, numbers({0, 0, 16, 32}))),
            "4 0");
}

TEST(DngOpcodes, WhatNoWriterMakes) {
  EXPECT_EQ(told(numbers({1}) + opcode(11, numbers({0, 0, 16, 32, 5125, 5123, 1, 1, 0}))),
            "1 1 an opcode takes planes that there are not at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(10, numbers({0, 0, 17, 32, 0, 1, 1, 1, 0}))),
            "1 1 an opcode's area leaves the picture at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(10, numbers({9, 0, 8, 32, 0, 1, 1, 1, 0}))),
            "1 1 an opcode's area is turned around at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(12, numbers({0, 0, 16, 32, 0, 1, 0, 1, 0}))),
            "1 1 an opcode goes in steps of nothing at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(12, numbers({0, 0, 16, 32, 0, 1, 1, 1, 0x40000001}))),
            "1 1 an opcode states more values than it holds at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(8, numbers({0, 0, 16, 32, 0, 1, 1, 1, 9}))),
            "1 1 an opcode's degree is too high at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(7, numbers({0, 0, 16, 32, 0, 1, 1, 1, 65'537}))),
            "1 1 an opcode's table is too large at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(9, numbers({0, 0, 16, 32, 0, 1, 1, 1, ~0U, ~0U})) + "xxxx"),
            "1 1 an opcode states more values than it holds at 4");
  EXPECT_EQ(told(numbers({1}) + opcode(10, "short")),
            "1 1 an opcode is too short for its area at 4");
}

TEST(DngOpcodes, ListsThatBreakOff) {
  EXPECT_EQ(told(""), "0 1 a list states more opcodes than fit at 0");
  EXPECT_EQ(told(numbers({0x7fffffff}) + opcode(1, "")),
            "1 1 a list states more opcodes than fit at 0");
  EXPECT_EQ(told(numbers({1, 1, 0, 0, 400})), "0 1 an opcode reaches past its list at 4");
  EXPECT_EQ(told(numbers({2}) + opcode(1, std::string(16, 'x'))),
            "1 1 a list ends before its last opcode at 36");
}

}  // namespace
}  // namespace bridle
