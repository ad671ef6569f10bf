#include "format/keyed_archive.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/text.h"
#include "format/all_text.h"
#include "format/plist_builder.h"

namespace bridle {
namespace {

constexpr std::string_view kArchive = R"(<plist version="1.0"><dict>
<key>$archiver</key><string>NSKeyedArchiver</string><key>$version</key><integer>100000</integer>
<key>$top</key><dict><key>root</key><dict><key>CF$UID</key><integer>1</integer></dict></dict>
<key>$objects</key><array>
 <string>$null</string>
 <dict><key>Size</key><integer>42</integer>
  <key>RelativePath</key><dict><key>CF$UID</key><integer>2</integer></dict>
  <key>EncryptionKey</key><dict><key>CF$UID</key><integer>3</integer></dict>
  <key>Nothing</key><dict><key>CF$UID</key><integer>0</integer></dict>
  <key>Self</key><dict><key>CF$UID</key><integer>1</integer></dict>
  <key>Far</key><dict><key>CF$UID</key><integer>99</integer></dict>
  <key>Map</key><dict><key>CF$UID</key><integer>5</integer></dict>
  <key>$class</key><dict><key>CF$UID</key><integer>4</integer></dict></dict>
 <string>Library/SMS/sms.db</string>
 <dict><key>NS.data</key><data>AQID</data></dict>
 <dict><key>$classname</key><string>MBFile</string></dict>
 <dict><key>NS.keys</key><array><dict><key>CF$UID</key><integer>6</integer></dict></array>
  <key>NS.objects</key><array><dict><key>CF$UID</key><integer>7</integer></dict></array></dict>
 <dict><key>NS.string</key><string>when</string></dict>
 <dict><key>NS.time</key><real>578570000</real></dict>
</array></dict></plist>)";

TEST(KeyedArchive, ResolvesMembers) {
  Arena arena;
  const auto list = Plist::parse(as_bytes(kArchive), arena);
  const auto archive = KeyedArchive::open(*list);
  ASSERT_TRUE(archive);
  const Archived file = archive->root();
  EXPECT_EQ(file.class_name(), "MBFile");
  EXPECT_EQ(file.member("Size").integer(), 42);
  EXPECT_EQ(file.member("RelativePath").text(), "Library/SMS/sms.db");
  EXPECT_EQ(hex(*file.member("EncryptionKey").data()), "010203");
  EXPECT_FALSE(file.member("Nothing"));
  EXPECT_FALSE(file.member("Absent").member("x").text());
  EXPECT_EQ(file.member("Self").member("Self").member("Size").integer(), 42);
  EXPECT_FALSE(list->damage());
  const Archived map = file.member("Map");
  EXPECT_EQ(map.size(), 1U);
  EXPECT_EQ(map.key(0).text(), "when");
  EXPECT_EQ(iso8601(*map.find("when").date()), "2019-05-03T09:53:20.000000Z");
}

TEST(KeyedArchive, RefusesOtherLists) {
  Arena arena;
  const auto list = Plist::parse(as_bytes("<plist><dict/></plist>"), arena);
  EXPECT_EQ(KeyedArchive::open(*list).error().code, Errc::malformed);
}

std::vector<std::string> texts(std::string_view blob) {
  std::vector<std::string> out;
  Arena arena;
  const auto read =
      all_text(as_bytes(blob), arena, [&](std::string_view s) { out.emplace_back(s); });
  if (!read) out.push_back("! " + std::string(read.error().what));
  return out;
}

std::string with_data(std::string_view data) {
  return "<plist><array><string>a</string><data>" + base64(as_bytes(data)) +
         "</data></array></plist>";
}

TEST(AllText, DescendsIntoData) {
  const auto inner = with_data("https://b.example");
  EXPECT_EQ(texts(with_data(inner)), (std::vector<std::string>{"a", "a", "https://b.example"}));
  EXPECT_EQ(texts(std::string("\1\0\0\0", 4) + inner),
            (std::vector<std::string>{"a", "https://b.example"}));
  EXPECT_EQ(texts(with_data("\1\2\3")), std::vector<std::string>{"a"});
}

TEST(AllText, SaysWhatItLost) {
  EXPECT_EQ(texts("<plist><array><string>a"),
            (std::vector<std::string>{"a", "! the property list breaks off"}));
  EXPECT_EQ(texts("bplist00\x53"
                  "abc"),
            (std::vector<std::string>{"abc", "! the property list has no end"}));
  EXPECT_EQ(texts("plain"),
            std::vector<std::string>{"! neither a property list nor a typedstream"});
  std::string deep = "bottom";
  for (int i = 0; i < 9; ++i) deep = with_data(deep);
  EXPECT_EQ(texts(deep).back(), "! lists nested too deep in lists");
}

TEST(AllText, BoundsSharedValues) {
  PlistBuilder b;
  const auto data = b.bytes(4, std::string(1 << 20, '\0'));
  const auto top = b.container(0xa, std::vector(1'000, data), 1);
  EXPECT_EQ(texts(std::string(b.finish(top))).back(), "! too many values to search all of them");
}

}  // namespace
}  // namespace bridle
