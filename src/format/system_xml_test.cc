#include "format/system_xml.h"

#include <gtest/gtest.h>

#include <string>

#include "base/text.h"

namespace bridle {
namespace {

// All that the document says, so that a test can compare it at once.
std::string shown(std::string_view bytes) {
  Arena arena;
  SystemXml xml(as_bytes(bytes), arena);
  std::string out;
  while (true) {
    const auto event = xml.next();
    if (!event) return out + "! " + std::to_string(event.error().at) + " " + event.error().what;
    if (!*event) return out;
    const XmlEvent& e = **event;
    if (e.kind == XmlEvent::Kind::text) out += trim(e.name);
    if (e.kind == XmlEvent::Kind::end) out += "</" + std::string(e.name) + ">";
    if (e.kind != XmlEvent::Kind::start) continue;
    out += "<" + std::string(e.name);
    for (const XmlAttribute& a : e.attributes)
      ((((out += ' ') += a.name) += "='") += a.value) += '\'';
    out += '>';
  }
}

// <p n="x&amp;" i="-7" h="-2f" l="1700000000000" t="true"><k b="30ff" f="1.0">a b</k></p>
const std::string kBinary = *from_hex(
    "41425800"
    "10"
    "32ffff000170"                      // <p
    "2fffff00016e000278263fffff000178"  // n="x&", x=…
    "ffff000179"                        // … a name that is its own value
    "6fffff000169fffffff9"
    "7fffff000168ffffffd1"
    "8fffff00016c0000018bcfe56800"
    "cfffff000174"
    "32ffff00016b"
    "4fffff000162000230ff"
    "afffff0001663f800000"
    "240003612062"
    "24000120"  // white space alone
    "330008"
    "330000"
    "11");

TEST(SystemXml, ReadsBothFormsAlike) {
  constexpr std::string_view kText =
      "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n"
      "<p n=\"x&amp;\" x='y' i=\"-7\" h=\"-2f\" l=\"1700000000000\" t=\"true\">\n"
      "  <k b=\"30ff\" f=\"1.0\">a b</k><!-- no --> \n</p>\n";
  EXPECT_EQ(shown(kText),
            "<p n='x&' x='y' i='-7' h='-2f' l='1700000000000' t='true'>"
            "<k b='30ff' f='1.0'>a b</k></p>");
  EXPECT_EQ(shown(kBinary), shown(kText));
}

TEST(SystemXml, SaysWhereItWasCut) {
  const std::string whole = shown(kBinary);
  for (std::size_t n = 4; n < kBinary.size(); ++n) {
    const std::string cut = shown(kBinary.substr(0, n));
    EXPECT_NE(cut.find("! "), std::string::npos) << n;
    EXPECT_TRUE(whole.starts_with(cut.substr(0, cut.find("! ")))) << n;
  }
}

TEST(SystemXml, TakesTextsOfManyRootsAndEntities) {
  EXPECT_EQ(shown("<a/><b x='&#x41;&#66;&nope;&'/>"), "<a></a><b x='AB&nope;&'></b>");
  EXPECT_EQ(shown("<a><![CDATA[<x> & y]]></a>"), "<a><x> & y</a>");
  EXPECT_EQ(shown(""), "");
}

TEST(SystemXml, RefusesWhatIsNone) {
  EXPECT_EQ(shown("<a></b>"), "<a>! 3 an element ends that did not begin");
  EXPECT_EQ(shown("<a x=1>"), "! 3 an attribute without its quotes");
  EXPECT_EQ(shown("<a x>"), "! 3 an attribute that is none");
  EXPECT_EQ(shown("<a><b"), "<a>! 3 the document ends inside a tag");
  EXPECT_EQ(shown("<a><b x='"), "<a>! 6 the document ends inside a tag");
  EXPECT_EQ(shown("<a>"), "<a>! 3 the document ends inside of elements");
  EXPECT_EQ(shown("< a>"), "! 0 an element without a name");
  EXPECT_EQ(shown("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
            "! 0 an XML document type with definitions of its own");
}

TEST(Abx, RefusesNamesThatWereNotGiven) {
  EXPECT_EQ(shown(*from_hex("41425800100c")), "! 5 no token begins here");
  EXPECT_EQ(shown(*from_hex("41425800320005")), "! 5 a name that was not given");
  EXPECT_EQ(shown(*from_hex("4142580032ffff0001613300001100")), "<a></a>");
  EXPECT_EQ(shown(*from_hex("4142580032ffff00016111")),
            "<a>! 10 the document ends inside of elements");
}

}  // namespace
}  // namespace bridle
