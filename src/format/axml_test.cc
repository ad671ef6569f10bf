#include "format/axml.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "base/text.h"
#include "format/axml_builder.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

std::string shown(const AxmlAttribute& a) {
  std::string out = " " + std::string(a.known_name()) + "=";
  if (a.text()) return out + "'" + std::string(*a.text()) + "'";
  if (a.reference()) return out + "@" + std::to_string(*a.reference());
  if (a.type == ResourceType::boolean) return out + (*a.boolean() ? "true" : "false");
  return out + std::to_string(a.integer().value_or(-1));
}

// The document written down, so that a test can compare all of it at once.
std::string shown(std::string_view bytes) {
  Arena arena;
  auto xml = Axml::parse(as_bytes(bytes), arena);
  if (!xml) return xml.error().what;
  std::string out;
  while (true) {
    const auto event = xml->next();
    if (!event) return out + "! " + std::to_string(event.error().at) + " " + event.error().what;
    if (!*event) break;
    const AxmlEvent& e = **event;
    if (e.kind == AxmlEvent::Kind::text) out += e.name;
    if (e.kind == AxmlEvent::Kind::end) out += "</" + std::string(e.name) + ">";
    if (e.kind != AxmlEvent::Kind::start) continue;
    out += "<" + std::string(e.name);
    for (const AxmlAttribute& a : e.attributes) out += shown(a);
    out += ">";
  }
  for (const Error& e : xml->oddities()) out += " | " + std::to_string(e.at) + " " + e.what;
  return out;
}

std::string small(bool utf8) {
  AxmlBuilder xml({{.id = 0x01010003, .name = ""}, {.id = 0x7f000001, .name = "own"}}, utf8);
  xml.start("a", {{.id = 0x01010003, .text = "x"},
                  {.id = 0x7f000001, .type = 0x10, .data = 7},
                  {.name = "flag", .type = 0x12, .data = ~0U},
                  {.name = "link", .type = 1, .data = 5}});
  xml.words("hello");
  xml.end("a");
  return xml.finish();
}

constexpr const char* kSmall = "<a name='x' own=7 flag=true link=@5>hello</a>";

TEST(Axml, NamesAttributesByTheirId) {
  EXPECT_EQ(shown(small(true)), kSmall);
  EXPECT_EQ(shown(small(false)), kSmall);
}

TEST(Axml, GoesOnWhereAndroidDoes) {
  std::string type = small(true);
  type[0] = '\0';
  EXPECT_EQ(shown(type), std::string(kSmall) + " | 0 the type of the document is overwritten");
  std::string size = small(true);
  size[7] = '\x42';
  EXPECT_EQ(shown(size),
            std::string(kSmall) + " | 4 the document states more bytes than there are");
  EXPECT_EQ(shown(small(true) + "behind"), kSmall);
}

TEST(Axml, ReadsAttributesOfAnySize) {
  AxmlBuilder wide;
  wide.attribute_size = 24;
  wide.start("a", {{.name = "b", .text = "c"}, {.name = "d", .text = "e"}});
  EXPECT_EQ(shown(wide.finish()), "<a b='c' d='e'> | 110 attributes of another size than 20");
  AxmlBuilder none;
  none.start("a", {{.name = "b", .text = "c"}});
  std::string bytes = none.finish();
  const std::size_t at = bytes.find(AxmlBuilder::u16(20) + AxmlBuilder::u16(20));
  bytes.replace(at + 2, 4, AxmlBuilder::u16(0) + AxmlBuilder::u16(0xffff));
  EXPECT_EQ(shown(bytes),
            "<a b='c'> | 94 attributes of another size than 20 | 94 attributes that overlap");
}

TEST(Axml, SaysWhereItBreaksOff) {
  const std::string whole = small(true);
  EXPECT_EQ(shown(whole.substr(0, whole.size() - 1)),
            "<a name='x' own=7 flag=true link=@5>hello! 268 a chunk that reaches past the end");
  std::string inside = whole;
  inside[inside.find(AxmlBuilder::u16(20) + AxmlBuilder::u16(20)) + 5] = '\x01';
  EXPECT_EQ(shown(inside), "! 144 attributes that reach past their element");
  EXPECT_EQ(shown(""), "the data ends early");
  EXPECT_EQ(shown("<?xml version"), "not Android's binary XML");
  EXPECT_EQ(shown(AxmlBuilder::chunk(3, "", AxmlBuilder::chunk(0x0101, "12345678", "12345678"))),
            "no string pool stands before the elements");
}

// Four thousand names of one text of 32,767 bytes: 130 million bytes in a file of 50 thousand.
TEST(Axml, BoundsWhatIsDecoded) {
  using B = AxmlBuilder;
  constexpr std::size_t kTexts = 4'000, kLong = 0x7fff;
  std::string offsets;
  for (std::size_t i = 0; i < kTexts; ++i) offsets += B::u32(0);
  const std::string head =
      B::u32(kTexts) + B::u32(0) + B::u32(1 << 8) + B::u32(28 + offsets.size()) + B::u32(0);
  const std::string text = "\xff\xff\xff\xff" + std::string(kLong, 'a') + '\0';
  std::string nodes;
  for (std::size_t i = 0; i < kTexts; ++i)
    nodes += B::chunk(0x0103, B::u32(0) + B::u32(0), B::u32(~0U) + B::u32(i));
  const std::string out = shown(B::chunk(3, "", B::chunk(1, head, offsets + text) + nodes));
  EXPECT_LT(out.size(), 2'000'000U);
  EXPECT_TRUE(out.ends_with("the texts share bytes too often")) << out.size();
}

// What hostile and odd writers made; each ends in values or an error by name.
TEST(Axml, ReadsTheCorpus) {
  const auto root = shared_corpus("android") / "axml";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const std::map<std::string, std::string> odd = {
      {"AndroidManifestWrongFilesize.xml",
       " | 4 the document states more bytes than there are"
       " | 2008 a text that does not end in a zero"},
      {"AndroidManifest_StringNotTerminated.xml", " | 2008 a text that does not end in a zero"},
      {"AndroidManifest_WrongChunkStart.xml", " | 0 the type of the document is overwritten"}};
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.path().extension() != ".xml") continue;
    ++files;
    const std::string name = entry.path().filename(), out = shown(file_bytes(entry.path()));
    EXPECT_EQ(out.substr(out.rfind('>') + 1), odd.contains(name) ? odd.at(name) : "") << name;
    EXPECT_TRUE(out.starts_with(name.starts_with("test") ? "<LinearLayout" : "<manifest")) << name;
  }
  EXPECT_EQ(files, 22U);  // and compact-entry.apk, whose resource table is the odd part
}

}  // namespace
}  // namespace bridle
