#include "format/typedstream.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"

namespace bridle {
namespace {

using namespace std::string_literals;

std::string counted(const std::string& s) {
  const auto low = [&](int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(s.size() >> (8 * i) & 255);
    return out;
  };
  if (s.size() < 0x80) return low(1) + s;
  if (s.size() < 0x10000) return "\x81" + low(2) + s;
  return "\x82" + low(4) + s;
}

// Objects 0..4: the string with attributes, its class, NSObject, the string, NSString.
std::string started(const std::string& text) {
  return "\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x12NSAttributedString\0"s
         "\x84\x84\x08NSObject\0\x85\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+"s +
         counted(text) + "\x86";
}

// A run of one attribute: __kIMMessagePartAttributeName, the number 0.
const std::string kPart =
    "\x84\x02iI\x01\x05\x92\x84\x84\x84\x0cNSDictionary\0\x94\x84\x01i\x01\x92\x84\x96\x96\x1d"
    "__kIMMessagePartAttributeName\x86\x92\x84\x84\x84\x08NSNumber\0\x84\x84\x07NSValue\0\x94\x84"
    "\x01*\x84\x99\x99\0\x86\x86\x86"s;

std::vector<std::string> pieces(const std::string& stream) {
  std::vector<std::string> out;
  const auto read = typedstream_pieces(as_bytes(stream), [&](const TypedPiece& p) {
    out.push_back(
        std::to_string(p.at) + " " + std::string(p.class_name) + " " +
        (p.kind == TypedPiece::Kind::text ? std::string(as_text(p.bytes)) : hex(p.bytes)));
  });
  if (!read) out.push_back(std::to_string(read.error().at) + " " + read.error().what);
  return out;
}

TEST(Typedstream, GivesTextAndNamesOfAttributes) {
  EXPECT_EQ(pieces(started("hello") + kPart),
            (std::vector<std::string>{"74 NSString hello",
                                      "114 NSString __kIMMessagePartAttributeName"}));
}

TEST(Typedstream, ReadsLengthsOfAllForms) {
  for (const std::size_t size : {0, 1, 127, 128, 255, 256, 40'000, 65'536, 100'000}) {
    std::string text(size, 'x');
    if (size > 3) text.replace(0, 2, "é");
    const std::string stream = started(text) + kPart;
    const auto read = attributed_text(as_bytes(stream));
    ASSERT_TRUE(read) << size;
    EXPECT_TRUE(*read == text) << size;
  }
}

TEST(Typedstream, GivesLinksAndData) {
  // NSURL: a flag and a string; NSMutableData: its length and an array of bytes.
  const std::string stream =
      "\x04\x0bstreamtyped\x81\xe8\x03\x84\x01@\x84\x84\x84\x05NSURL\0\x84\x84\x08NSObject\0\x85"
      "\x84\x01"
      "c\0\x92\x84\x84\x84\x08NSString\x01\x94\x84\x01+\x0fhttps://a.examp\x86\x86"
      "\x92\x84\x84\x84\x0dNSMutableData\0\x84\x84\x06NSData\0\x94\x84\x01i\x03\x84\x04[3c]"
      "\x01\xff\x02\x86"s;
  EXPECT_EQ(pieces(stream),
            (std::vector<std::string>{"65 NSString https://a.examp", "122 NSMutableData 01ff02"}));
}

TEST(Typedstream, KeepsTheTextBeforeADamage) {
  const std::string whole = started("hello") + kPart;
  EXPECT_EQ(pieces(whole.substr(0, 90)),
            (std::vector<std::string>{"74 NSString hello", "90 the typedstream breaks off"}));
  EXPECT_EQ(*attributed_text(as_bytes(whole).first(90)), "hello");
  EXPECT_EQ(attributed_text(as_bytes(whole).first(78)).error().code, Errc::truncated);
  EXPECT_EQ(attributed_text(as_bytes("plain")).error().code, Errc::malformed);
  EXPECT_EQ(attributed_text(as_bytes(whole).first(16)).error().code, Errc::missing);
}

TEST(Typedstream, RefusesWhatWouldNotEnd) {
  const std::string head = "\x04\x0bstreamtyped\x81\xe8\x03";
  EXPECT_EQ(pieces(head + "\x84\x10[4000000000{a=}]"),
            (std::vector<std::string>{"34 an array of nothing"}));
  EXPECT_EQ(pieces(head + "\x84\x01@\x99"),
            (std::vector<std::string>{"20 a reference to something that does not exist"}));
  std::string deep = head + "\x84\x01@";
  deep +=
      "\x84\x84\x84\x01"
      "A\0\x85"s;
  for (int i = 0; i < 1000; ++i) deep += "\x92\x84\x93";
  EXPECT_EQ(pieces(deep).back().substr(4), "objects nested too deep");
}

}  // namespace
}  // namespace bridle
