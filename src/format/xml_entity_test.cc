#include "format/xml_entity.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

TEST(XmlEntity, StandsForACharacter) {
  EXPECT_EQ(xml_character("apos"), U'\'');
  EXPECT_EQ(xml_character("#x20AC"), U'\u20ac');
  EXPECT_EQ(xml_character("#xd800"), U'\ufffd');
  EXPECT_EQ(xml_character("#x110000"), std::nullopt);
  EXPECT_EQ(xml_character("nbsp"), std::nullopt);
  EXPECT_EQ(xml_character(""), std::nullopt);
}

TEST(XmlEntity, IsReplacedInText) {
  EXPECT_EQ(without_xml_entities("a=1&amp;b=&#50;&lt;&#x20ac;"), "a=1&b=2<\u20ac");
  EXPECT_EQ(without_xml_entities("&none; & &amp"), "&none; & &amp");
  EXPECT_EQ(without_xml_entities(""), "");
}

}  // namespace
}  // namespace bridle
