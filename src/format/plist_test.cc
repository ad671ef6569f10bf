#include "format/plist.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "format/plist_builder.h"

namespace bridle {
namespace {

using Type = PlistNode::Type;

// The value written down, so that a test can compare all of it at once.
std::string shown(const PlistNode& n, int depth = 0) {
  if (depth > 8) return "…";
  switch (n.type()) {
    case Type::none:
      return "none";
    case Type::null:
      return "null";
    case Type::boolean:
      return *n.boolean() ? "true" : "false";
    case Type::integer:
      return n.integer() ? std::to_string(*n.integer()) : "large " + std::to_string(*n.real());
    case Type::real:
      return std::to_string(*n.real());
    case Type::date:
      return n.date() ? iso8601(*n.date()) : "no date";
    case Type::data:
      return "<" + hex(*n.data()) + ">";
    case Type::string:
      return "'" + std::string(*n.text()) + "'";
    case Type::uid:
      return "uid " + std::to_string(*n.uid());
    default:
      break;
  }
  std::string out;
  for (std::uint64_t i = 0; i < n.size(); ++i) {
    if (i > 0) out += ", ";
    if (n.type() == Type::dictionary) out += shown(n.key(i), depth + 1) + ": ";
    out += shown(n.at(i), depth + 1);
  }
  return n.type() == Type::dictionary ? "{" + out + "}" : "[" + out + "]";
}

std::string shown(std::string_view bytes) {
  Arena arena;
  const auto list = Plist::parse(as_bytes(bytes), arena);
  if (!list) return list.error().what;
  std::string out = shown(list->root());
  if (const auto bad = list->damage()) out += " | " + std::to_string(bad->at) + " " + bad->what;
  return out;
}

// One object of hex digits, between a magic and a trailer.
std::string lone(std::string_view object, std::uint64_t count = 1, std::uint64_t top = 0) {
  const std::string body = "bplist00" + *from_hex(object);
  PlistBuilder numbers;
  std::string out = body + '\x08' + std::string(6, '\0') + "\x01\x01";
  for (const std::uint64_t n : {count, top, std::uint64_t{body.size()}})
    for (int i = 7; i >= 0; --i) out += static_cast<char>(n >> (8 * i) & 255);
  return out;
}

TEST(PlistBinary, ReadsEveryKindOfObject) {
  EXPECT_EQ(shown(lone("00")), "null");
  EXPECT_EQ(shown(lone("08")), "false");
  EXPECT_EQ(shown(lone("09")), "true");
  EXPECT_EQ(shown(lone("10ff")), "255");
  EXPECT_EQ(shown(lone("11ffff")), "65535");
  EXPECT_EQ(shown(lone("12ffffffff")), "4294967295");
  EXPECT_EQ(shown(lone("13fffffffffffffffe")), "-2");
  EXPECT_EQ(shown(lone("14fffffffffffffffffffffffffffffffd")), "-3");
  EXPECT_EQ(shown(lone("140000000000000000ffffffffffffffff")), "large 18446744073709551616.000000");
  EXPECT_EQ(shown(lone("223f800000")), "1.000000");
  EXPECT_EQ(shown(lone("23c004000000000000")), "-2.500000");
  EXPECT_EQ(shown(lone("33415f000000000000")), "2001-04-05T01:21:04.000000Z");
  EXPECT_EQ(shown(lone("337ff8000000000000")), "no date");
  EXPECT_EQ(shown(lone("430102ff")), "<0102ff>");
  EXPECT_EQ(shown(lone("53616263")), "'abc'");
  EXPECT_EQ(shown(lone("53ff6263")), "'\ufffdbc'");
  EXPECT_EQ(shown(lone("6303b1d83dde00")), "'α😀'");
  EXPECT_EQ(shown(lone("72ceb1")), "'α'");
  EXPECT_EQ(shown(lone("810102")), "uid 258");
  EXPECT_EQ(shown(lone("5f1003616263")), "'abc'");
}

TEST(PlistBinary, ReadsContainers) {
  PlistBuilder b;
  const auto key = b.bytes(5, "key");
  const auto one = b.number(0x10, 1, 1);
  const auto list = b.container(0xa, std::vector{one, key, one}, 1);
  const auto set = b.container(0xc, std::vector{one}, 1);
  const auto top = b.container(0xd, std::vector{key, list, one, set}, 2);
  EXPECT_EQ(shown(b.finish(top)), "{'key': [1, 'key', 1], 1: [1]}");
}

TEST(PlistBinary, FindsKeysInBothEncodings) {
  PlistBuilder b;
  const auto key = b.bytes(7, "ké");
  const auto plain = b.bytes(5, "Size");
  const auto top = b.container(0xd, std::vector{key, plain, plain, key}, 2);
  Arena arena;
  const std::string bytes = b.finish(top);
  const auto root = Plist::parse(as_bytes(bytes), arena)->root();
  EXPECT_EQ(root.find("ké").text(), "Size");
  EXPECT_EQ(root.find("Size").text(), "ké");
  EXPECT_FALSE(root.find("size"));
  EXPECT_FALSE(root.find("size").find("x").integer());
}

TEST(PlistBinary, SaysWhereItIsDamaged) {
  EXPECT_EQ(shown(lone("a105")), "[none] | 10 a reference to an object that does not exist");
  EXPECT_EQ(shown(lone("53")), "none | 8 an object that reaches past the end");
  EXPECT_EQ(shown(lone("d2")), "none | 8 an object that reaches past the end");
  EXPECT_EQ(shown(lone("af13ffffffffffffffff")), "none | 8 an object that reaches past the end");
  EXPECT_EQ(shown(lone("6f13800000000000000161")), "none | 8 an object that reaches past the end");
  EXPECT_EQ(shown(lone("5f50")), "none | 8 a length that is no number");
  EXPECT_EQ(shown(lone("24")), "none | 8 an object of an unknown kind");
  EXPECT_EQ(shown(lone("15")), "none | 8 an object of an unknown kind");
  EXPECT_EQ(shown(lone("90")), "none | 8 an object of an unknown kind");
  EXPECT_EQ(shown(lone("8f")), "none | 8 an object of an unknown kind");
}

TEST(PlistBinary, GoesOnAfterACycle) {
  EXPECT_EQ(shown(lone("a100")), "[[[[[[[[[…]]]]]]]]]");
}

TEST(PlistBinary, RefusesABadTrailer) {
  const char* const kNoTrailer = "the property list does not end in a valid trailer";
  EXPECT_EQ(shown("bplist00"), "the property list has no end");
  EXPECT_EQ(shown(lone("09", 1, 1)), kNoTrailer);
  EXPECT_EQ(shown(lone("09", 0)), kNoTrailer);
  EXPECT_EQ(shown(lone("09", 3)), kNoTrailer);
  EXPECT_EQ(shown(lone("09", 0x2000000000000000)), kNoTrailer);
  for (const std::size_t place : {26, 25}) {
    auto wrong = lone("09");
    for (const char size : {'\0', '\x09', '\xff'}) {
      wrong[wrong.size() - place] = size;
      EXPECT_EQ(shown(wrong), kNoTrailer);
    }
  }
  auto outside = lone("09");
  outside.back() = '\x07';
  EXPECT_EQ(shown(outside), kNoTrailer);
  EXPECT_EQ(shown("{ old = style; }"), "neither a binary nor an XML property list");
}

TEST(PlistBinary, BoundsWhatIsDecoded) {
  PlistBuilder b;
  std::string wide;
  for (int i = 0; i < 5'000; ++i) wide += std::string_view("\0a", 2);
  const auto text = b.bytes(6, wide);
  const auto top = b.container(0xa, std::vector(1'000, text), 1);
  const std::string bytes = b.finish(top);
  Arena arena;
  const auto list = Plist::parse(as_bytes(bytes), arena);
  std::size_t total = 0;
  for (std::uint64_t i = 0; i < list->root().size(); ++i)
    total += list->root().at(i).text().value_or("").size();
  EXPECT_EQ(total, ((1U << 20) + 16 * bytes.size()) / 5'000 * 5'000);
  EXPECT_STREQ(list->damage()->what, "its texts are referenced too often");
}

std::uint64_t count_values(const PlistNode& node) {
  std::uint64_t n = 1;
  for (std::uint64_t i = 0; i < node.size(); ++i) n += count_values(node.at(i));
  return n;
}

// Forty arrays that hold the next one twice: a list of 200 bytes with a million million values.
TEST(PlistBinary, BoundsHowOftenValuesAreReferenced) {
  PlistBuilder b;
  auto top = b.container(0xa, {}, 1);
  for (int i = 0; i < 40; ++i) top = b.container(0xa, std::vector(2, top), 1);
  const std::string bytes = b.finish(top);
  Arena arena;
  const auto list = Plist::parse(as_bytes(bytes), arena);
  EXPECT_LT(count_values(list->root()), 200'000U);
  EXPECT_STREQ(list->damage()->what, "its values are referenced too often");
}

TEST(PlistSalvage, FindsTextsOfACutList) {
  const std::string cut = "bplist00" + *from_hex("d2010203045361626310075f1010") +
                          "https://a.example" + *from_hex("6200410042630001");
  std::vector<std::string> found;
  salvage_strings(as_bytes(cut), [&](std::uint64_t at, std::string_view text) {
    found.push_back(std::to_string(at) + " " + std::string(text));
  });
  EXPECT_EQ(found, (std::vector<std::string>{"14 abc", "22 https://a.exampl", "40 AB"}));
}

// Every second byte begins a text that reaches to the end, where a zero stands.
TEST(PlistSalvage, LooksAtOverlappingTextsOnce) {
  std::string bytes = "bplist00";
  for (int i = 0; i < 500'000; ++i) bytes += "\x6f\x13";
  bytes.append(2, '\0');
  std::size_t found = 0;
  salvage_strings(as_bytes(bytes), [&](std::uint64_t, std::string_view) { ++found; });
  EXPECT_EQ(found, 0U);
}

constexpr std::string_view kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><!-- a note -->
<dict>
  <key>text</key> <string>a &lt;&amp;&#x1F600;<![CDATA[<raw>]]><!-- no -->&#945;</string>
  <key>yes</key><true/> <key>no</key><false/>
  <key>int</key><integer> -7 </integer> <key>hex</key><integer>0xff</integer>
  <key>large</key><integer>18446744073709551615</integer>
  <key>real</key><real>2.5</real> <key>endless</key><real>+infinity</real>
  <key>when</key><date>2019-05-03T08:53:20Z</date>
  <key>data</key><data>
    AQL/
  </data>
  <key>empty</key><string/>
  <key>list</key><array><string>x</string><array/><dict/></array>
  <key>uid</key><dict><key>CF$UID</key><integer>3</integer></dict>
</dict>
</plist>
)";

TEST(PlistXml, ReadsEveryKindOfElement) {
  EXPECT_EQ(shown(kXml),
            "{'text': 'a <&😀<raw>α', 'yes': true, 'no': false, 'int': -7, 'hex': 255, "
            "'large': large 18446744073709551616.000000, 'real': 2.500000, 'endless': inf, "
            "'when': 2019-05-03T08:53:20.000000Z, 'data': <0102ff>, 'empty': '', "
            "'list': ['x', [], {}], 'uid': uid 3}");
}

TEST(PlistXml, KeepsWhatStandsBeforeADamage) {
  EXPECT_EQ(shown("<plist><dict><key>a</key><string>b</string><key>c</key><string>d"),
            "{'a': 'b', 'c': 'd'} | 64 the property list breaks off");
  EXPECT_EQ(shown("<plist><array><true/><odd>1</odd><true/></array></plist>"),
            "[true, true] | 26 an element that no property list has");
  EXPECT_EQ(shown("<plist><dict><true/><key>a</key><key>b</key><true/></dict></plist>"),
            "{'b': true} | 20 a value without a key");
  EXPECT_EQ(shown("<plist><array><integer>x</integer><data>*</data></array></plist>"),
            "[null, null] | 34 an integer that is no number");
  EXPECT_EQ(shown("<plist><string>&who;</string></plist>"),
            "'&who;' | 15 an entity that no property list has");
  // Fuzzing found these: an entity that the end of the document cuts off.
  EXPECT_EQ(shown("<plist><string>a&quot"), "'a&quot' | 16 an entity that no property list has");
  EXPECT_EQ(shown("<plist><string>a&#000021"),
            "'a&#000021' | 16 an entity that no property list has");
}

TEST(PlistXml, RefusesOwnDefinitions) {
  EXPECT_EQ(shown("<!DOCTYPE plist [<!ENTITY a \"b\">]><plist><string>&a;</string></plist>"),
            "an XML document type with definitions of its own");
  EXPECT_EQ(shown("<plist></plist>"), "no value stands in the XML");
}

TEST(PlistXml, SurvivesDepth) {
  std::string deep = "<plist>";
  for (int i = 0; i < 100'000; ++i) deep += "<array>";
  EXPECT_EQ(shown(deep), "[[[[[[[[[…]]]]]]]]] | 700007 the property list breaks off");
}

TEST(PlistXml, ReadsUtf16) {
  const std::string text =
      "\xfe\xff" + *from_hex("003c0070006c006900730074003e003c0074007200750065002f003e");
  EXPECT_EQ(shown(text), "true");
}

}  // namespace
}  // namespace bridle
