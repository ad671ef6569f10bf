#include "format/dex.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "format/apk_reader.h"
#include "format/dex_builder.h"
#include "format/modified_utf8.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

std::string shown(const Dex& dex) {
  std::string out = std::to_string(dex.version()) + ":";
  const auto all = dex.each_string([&](std::uint64_t at, std::string_view text) {
    std::string plain;
    out += " " + std::to_string(at) + "'" + std::string(utf8_of_modified(text, plain)) + "'";
  });
  for (std::uint32_t i = 0; i < dex.classes(); ++i) {
    const Dex::Class c = dex.class_definition(i);
    out += " class " + std::string(c.name) + " < " + std::string(c.superclass) + " in '" +
           std::string(c.source_file) + "'";
  }
  for (std::uint32_t i = 0; i < dex.methods(); ++i)
    out += " " + std::string(dex.method(i).type) + std::string(dex.method(i).name) + "()";
  if (!all) out += " ! " + std::to_string(all.error().at) + " " + all.error().what;
  return out;
}

std::string shown(std::string_view bytes) {
  const auto files = Dex::parse(as_bytes(bytes));
  if (!files) return std::to_string(files.error().at) + " " + files.error().what;
  std::string out;
  for (const Dex& dex : *files) out += (out.empty() ? "" : "\n") + shown(dex);
  return out;
}

DexBuilder small() {
  return {.strings = {"LMain;", "Lobject;", "run", "", "\xc0\x80\xed\xa0\xbd\xed\xb8\x80\xc3\xa9"},
          .types = {0, 1},
          .methods = {{0, 2}},
          .classes = {{0, 1}}};
}

TEST(Dex, ReadsTextsAndNames) {
  using namespace std::literals;
  EXPECT_EQ(shown(small().make()),
            "35: 181'LMain;' 189'Lobject;' 199'run' 204'' 206'\0😀é'"
            " class LMain; < Lobject; in '' LMain;run()"sv);
}

TEST(Dex, ReadsAllFilesOfAContainer) {
  DexBuilder first = small(), second = small();
  first.version = second.version = "041";
  const std::string one = first.make();
  second.begins_at = static_cast<std::uint32_t>(one.size());
  second.strings[2] = "walk";
  const auto files = Dex::parse(as_bytes(one));
  ASSERT_EQ(files->size(), 1U);
  const std::string both = one + second.make();
  const auto two = Dex::parse(as_bytes(both));
  ASSERT_EQ(two->size(), 2U);
  EXPECT_EQ(two->at(0).method(0).name, "run");
  EXPECT_EQ(two->at(1).method(0).name, "walk");
  EXPECT_EQ(Dex::parse(as_bytes(both + "more"))->size(), 2U);
}

TEST(Dex, SaysWhatIsWrong) {
  const std::string good = small().make();
  const auto with = [&](std::size_t at, std::string_view bytes) {
    std::string out = good;
    return out.replace(at, bytes.size(), bytes);
  };
  EXPECT_EQ(shown(""), "0 the header of a DEX file ends early");
  EXPECT_EQ(shown(good.substr(0, 100)), "0 the header of a DEX file ends early");
  EXPECT_EQ(shown(with(0, "odex")), "0 not a DEX file");
  EXPECT_EQ(shown(with(4, "042")), "4 a DEX version other than 035 to 041");
  EXPECT_EQ(shown(with(40, "\x12\x34\x56\x78")), "40 a big-endian DEX file");
  EXPECT_EQ(shown(with(56, "\xff\xff\xff\xff")), "56 a table of a DEX file reaches past the end");
  EXPECT_TRUE(shown(with(0x70, "\xff\xff\xff\xff"))
                  .ends_with("class  < Lobject; in '' run() ! 112 a text outside of the file"));
}

// Ten thousand texts that are one of a megabyte.
TEST(Dex, StopsWhereTextsOverlapWithoutMeasure) {
  DexBuilder many{.strings = std::vector<std::string>(10'000)};
  std::string bytes = many.make();
  const std::string last = bytes.substr(0x70 + 4 * 9'999, 4);
  for (std::size_t i = 0; i < 10'000; ++i) bytes.replace(0x70 + 4 * i, 4, last);
  bytes.pop_back();
  bytes += std::string(1'000'000, 'a') + '\0';
  std::size_t calls = 0;
  const auto all =
      Dex::parse(as_bytes(bytes))->at(0).each_string([&](std::uint64_t, std::string_view) {
        ++calls;
      });
  EXPECT_STREQ(all.error().what, "texts that overlap");
  EXPECT_LT(calls, 10U);
}

struct Counts {
  std::uint32_t strings, classes;
  friend bool operator==(const Counts&, const Counts&) = default;
};

// androguard 4.1.4 counts the same.
const std::map<std::string, Counts> kKnown = {
    {"AnalysisTest.dex", {21, 1}},
    {"Annotation_classes.dex", {19085, 1280}},
    {"ExceptionHandling.dex", {22, 3}},
    {"FieldsTest.dex", {20, 1}},
    {"FillArrays.dex", {18, 1}},
    {"InterfaceCls.dex", {13, 1}},
    {"StringTests.dex", {23, 1}},
    {"Test.dex", {8, 1}},
    {"classes.dex", {4329, 340}},
    {"Invalid.apk", {3583, 286}},
    {"TC-debug.apk", {148, 13}},
    {"Test-debug-unaligned.apk", {55, 7}},
    {"Test-debug.apk", {55, 7}},
    {"TestActivity.apk", {4329, 340}},
    {"TestActivity_signed_both.apk", {4329, 340}},
    {"TestActivity_unsigned.apk", {4329, 340}},
    {"a2dp.Vol_137.apk", {13523, 1353}},
    {"app-prod-debug.apk", {29324, 2243}},
    {"com.android.example.text.styling.apk", {19085, 1280}},
    {"com.example.android.wearable.wear.weardrawers.apk", {1468, 183}},
    {"com.politedroid_4.apk", {238, 10}},
    {"com.teleca.jamendo_35.apk", {2555, 224}},
    {"com.test.intent_filter.apk", {23763, 2051}},
    {"duplicate.permisssions_9999999.apk", {178, 10}},
    {"hello-world.apk", {23636, 2119}},
    {"multidex.apk", {12, 1}},
    {"partialsignature.apk", {13523, 1353}}};

TEST(Dex, ReadsTheCorpus) {
  const auto root = shared_corpus("android") / "apks";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  for (const auto& [name, counts] : kKnown) {
    std::string bytes = file_bytes(root / name);
    if (name.ends_with(".apk")) bytes = ApkReader::open(bytes)->member("classes.dex");
    const auto files = Dex::parse(as_bytes(bytes));
    ASSERT_TRUE(files.has_value()) << name << ": " << files.error().what;
    const Dex& dex = files->at(0);
    EXPECT_EQ((Counts{dex.strings(), dex.classes()}), counts) << name;
    EXPECT_EQ(dex.size(), bytes.size()) << name;
    std::uint32_t seen = 0;
    const auto all = dex.each_string([&](std::uint64_t, std::string_view) { ++seen; });
    EXPECT_TRUE(all && seen == counts.strings) << name;
  }
}

TEST(ModifiedUtf8, BecomesUtf8) {
  const auto plain = [](std::string_view s) {
    std::string into;
    return std::string(utf8_of_modified(s, into));
  };
  EXPECT_EQ(plain("abc é"), "abc é");
  EXPECT_EQ(plain("a\xc0\x80z"), std::string("a\0z", 3));
  EXPECT_EQ(plain("\xed\xa0\xbd\xed\xb8\x80!"), "😀!");
  // Half a pair, halves in the wrong order, a character that only looks like one.
  EXPECT_EQ(plain("\xed\xa0\xbd"), "���");
  EXPECT_EQ(plain("\xed\xb8\x80\xed\xa0\xbd"), "������");
  EXPECT_EQ(plain("\xed\x95\x9c"), "한");
}

}  // namespace
}  // namespace bridle
