#include "format/resource_table.h"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "format/android_manifest.h"
#include "format/apk_reader.h"
#include "format/resource_table_builder.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

using B = AxmlBuilder;
using Table = ResourceTableBuilder;

constexpr std::uint32_t kString = 0x7f010000, kBool = 0x7f020000;

std::string shown(const std::string& bytes, std::uint32_t id) {
  Arena arena;
  auto table = ResourceTable::parse(as_bytes(bytes), arena);
  if (!table) return table.error().what;
  std::string out = table->name(id);
  if (const auto text = table->text(id)) out += " '" + std::string(*text) + "'";
  if (const auto truth = table->boolean(id)) out += *truth ? " true" : " false";
  if (table->damage())
    out += " ! " + std::to_string(table->damage()->at) + " " + table->damage()->what;
  return out;
}

TEST(ResourceTable, PrefersTheDefaultConfiguration) {
  Table table;
  table.type({1, 0, "de"}, 2, B::u32(0) + B::u32(16), Table::value(3, 0) + Table::value(3, 0, 1));
  table.type({1, 0}, 2, B::u32(0) + B::u32(~0U), Table::value(3, 1));
  const std::string bytes = table.make({"deutsch", "plain"});
  EXPECT_EQ(shown(bytes, kString), "string/app_name 'plain'");
  EXPECT_EQ(shown(bytes, kString + 1), "string/other 'deutsch'");
  EXPECT_EQ(shown(bytes, kString + 2), "");
  EXPECT_EQ(shown(bytes, 0x01010000), "");
}

TEST(ResourceTable, ReadsEveryKindOfEntry) {
  Table table;
  table.type({1, 1}, 1, B::u16(7) + B::u16(1), "skip" + Table::value(3, 0));
  table.type({2, 2}, 3, B::u16(0xffff) + B::u16(0) + B::u16(2),
             Table::compact(0x12, 1) + Table::compact(0x12, 0, 1));
  table.type({2, 0, "de"}, 1, B::u32(0),
             B::u16(16) + B::u16(1) + B::u32(0) + B::u32(0) + B::u32(0));
  const std::string bytes = table.make({"sparse"});
  EXPECT_EQ(shown(bytes, kString + 7), "string/app_name 'sparse'");
  EXPECT_EQ(shown(bytes, kString), "");
  EXPECT_EQ(shown(bytes, kBool), "bool/app_name");  // a bag
  EXPECT_EQ(shown(bytes, kBool + 1), "bool/app_name true");
  EXPECT_EQ(shown(bytes, kBool + 2), "bool/other false");
}

TEST(ResourceTable, FollowsReferencesButNotForEver) {
  Table table;
  table.type({1, 0}, 3, B::u32(0) + B::u32(16) + B::u32(32),
             Table::value(1, kString + 1) + Table::value(3, 0) + Table::value(7, kString + 2));
  const std::string bytes = table.make({"text"});
  EXPECT_EQ(shown(bytes, kString), "string/app_name 'text'");
  EXPECT_EQ(shown(bytes, kString + 2), "string/app_name");
}

TEST(ResourceTable, KeepsWhatStandsBeforeADamage) {
  Table table;
  table.type({1, 0}, 1, B::u32(0), Table::value(3, 0));
  const std::string good = table.make({"text"});
  table.type({2, 0}, 1'000, B::u32(0), "");
  EXPECT_EQ(shown(table.make({"text"}), kString),
            "string/app_name 'text' ! 564 more entries than the type can hold");
  EXPECT_EQ(shown(good.substr(0, good.size() - 1), kString),
            " ! 56 a chunk that reaches past the end");
  EXPECT_EQ(shown("", kString), "not a table of resources");
}

TEST(ResourceTable, ReadsTheCorpus) {
  const auto root = shared_corpus("android");
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  // Labels as androguard has them; for icons it takes the highest density.
  constexpr std::array<std::array<const char*, 3>, 6> kKnown = {
      {{"apks/a2dp.Vol_137.apk", "A2DP Volume", "drawable/ic_launcher"},
       {"apks/com.politedroid_4.apk", "Polite Droid", "drawable/icon"},
       {"apks/com.test.intent_filter.apk", "intent-filter", "mipmap/ic_launcher"},
       {"apks/hello-world.apk", "HelloWorld", "mipmap/ic_launcher"},
       {"apksig/debuggable-resource.apk", "Tiny App for CTS", ""},
       {"axml/compact-entry.apk", "erev0s.com-CompactEntry", ""}}};
  for (const auto& [file, label, icon] : kKnown) {
    const auto apk = ApkReader::open(file_bytes(root / file));
    const std::string resources = apk->member("resources.arsc");
    const std::string xml = apk->member("AndroidManifest.xml");
    Arena arena;
    auto table = ResourceTable::parse(as_bytes(resources), arena);
    ASSERT_TRUE(table && !table->damage()) << file;
    const auto manifest = android_manifest(as_bytes(xml), arena);
    EXPECT_EQ(table->text(manifest->label.resource), label) << file;
    EXPECT_EQ(table->name(manifest->icon), icon) << file;
    EXPECT_FALSE(table->boolean(manifest->debuggable.resource).value_or(false)) << file;
  }
}

}  // namespace
}  // namespace bridle
