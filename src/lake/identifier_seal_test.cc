#include "lake/identifier_seal.h"

#include <gtest/gtest.h>

#include "lake/kept.h"

namespace bridle {
namespace {

const std::string kKey(32, 'k');

TEST(IdentifierSeal, OneNameForOneIdentifier) {
  IdentifierSeal seal(kKey), other(std::string(32, 'o'));
  const std::string name(seal.seal("+15550100"));
  EXPECT_TRUE(name.starts_with("sealed:"));
  EXPECT_EQ(seal.seal("+15550100"), name);
  EXPECT_NE(seal.seal("+15550101"), name);
  EXPECT_EQ(seal.open(name), "+15550100");
  EXPECT_EQ(other.open(name), name);
  EXPECT_EQ(seal.open("sealed:?"), "sealed:?");
  EXPECT_EQ(seal.open("+15550100"), "+15550100");
}

TEST(IdentifierSeal, PathsLoseWhoIsInThem) {
  IdentifierSeal seal(kKey);
  const std::string path = "Media/15550100@s.whatsapp.net/a@mail.example/icon@2x.png";
  const std::string sealed = seal.seal_in_path(path);
  EXPECT_EQ(sealed.find("15550100"), std::string::npos);
  EXPECT_EQ(sealed.find("mail.example"), std::string::npos);
  EXPECT_TRUE(sealed.ends_with("/icon@2x.png"));
  EXPECT_EQ(seal.open_in(sealed), path);
  EXPECT_EQ(seal.seal_in_path("/a//b/"), "/a//b/");
}

Value keep(std::string_view name, Kind kind, const Value& value) {
  static IdentifierSeal seal(kKey);
  static std::string into;
  return kept({name, kind, ""}, value, seal, into);
}

TEST(Kept, OfWordsTheLinksAlone) {
  IdentifierSeal seal(kKey);
  std::string into, back;
  const Value got = kept(
      {"text", Kind::content, ""},
      std::string_view("look: https://a.example/b and tell a@mail.example.com, Ann"), seal, into);
  const auto text = std::get<std::string_view>(got);
  EXPECT_TRUE(text.starts_with("https://a.example/b\nsealed:")) << text;
  EXPECT_EQ(opened(Kind::content, got, seal, back),
            Value(std::string_view("https://a.example/b\na@mail.example.com")));
  EXPECT_EQ(keep("text", Kind::content, std::string_view("nothing here")), Value());
}

TEST(Kept, NeitherNamesNorPlacesNorSerialNumbers) {
  EXPECT_EQ(keep("name", Kind::content, std::string_view("Ann")), Value());
  EXPECT_EQ(keep("imei", Kind::text, std::string_view("490154203237518")), Value());
  EXPECT_EQ(keep("latitude", Kind::real, 1.5), Value());
  EXPECT_EQ(keep("seconds", Kind::real, 1.5), Value(1.5));
  EXPECT_EQ(keep("time", Kind::time, Time{7}), Value(Time{7}));
  EXPECT_EQ(keep("url", Kind::url, std::string_view("https://a.example")),
            Value(std::string_view("https://a.example")));
}

}  // namespace
}  // namespace bridle
