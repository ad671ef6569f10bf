#include "format/android_manifest.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "format/axml_builder.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

using Attribute = AxmlBuilder::Attribute;

const std::vector<Attribute> kKnown = {{.id = 0x01010001, .name = "label"},
                                       {.id = 0x01010003, .name = "name"},
                                       {.id = 0x01010006, .name = "permission"},
                                       {.id = 0x0101000b, .name = "sharedUserId"},
                                       {.id = 0x0101000f, .name = ""},
                                       {.id = 0x01010010, .name = "exported"},
                                       {.id = 0x0101001c, .name = "priority"},
                                       {.id = 0x01010024, .name = "value"},
                                       {.id = 0x01010025, .name = "resource"},
                                       {.id = 0x01010202, .name = "targetActivity"},
                                       {.id = 0x0101020c, .name = "min"},
                                       {.id = 0x0101021b, .name = "versionCode"},
                                       {.id = 0x0101021c, .name = "versionName"},
                                       {.id = 0x01010270, .name = "target"},
                                       {.id = 0x01010272, .name = "testOnly"},
                                       {.id = 0x01010280, .name = "allowBackup"},
                                       {.id = 0x01010271, .name = "max"},
                                       {.id = 0x01010576, .name = "major"},
                                       {.id = 0x01010599, .name = "type"}};

Attribute text(std::uint32_t id, std::string s) {
  return {.id = id, .text = std::move(s)};
}
Attribute number(std::uint32_t id, std::uint32_t v) {
  return {.id = id, .type = 0x10, .data = v};
}
Attribute truth(std::uint32_t id, bool v) {
  return {.id = id, .type = 0x12, .data = v ? ~0U : 0};
}
Attribute reference(std::uint32_t id, std::uint32_t v) {
  return {.id = id, .type = 1, .data = v};
}

std::string shown(const Stated<bool>& b) {
  if (b.resource != 0) return "@" + std::to_string(b.resource);
  return !b.value ? "-" : *b.value ? "yes" : "no";
}

std::string shown(const std::vector<std::string_view>& texts) {
  std::string out;
  for (const auto t : texts) out += (out.empty() ? "" : ",") + std::string(t);
  return out;
}

std::string shown(const ManifestComponent& c) {
  std::string out = "\n" + std::string(component_kind(c.kind)) + " " + std::string(c.name);
  if (!c.target.empty()) out += " of " + std::string(c.target);
  if (!c.permission.empty()) out += " needs " + std::string(c.permission);
  if (c.foreground_types.value) out += " type " + std::to_string(*c.foreground_types.value);
  out += " exported " + shown(c.exported) + (c.reachable() ? " reachable" : "");
  for (const IntentFilter& f : c.filters)
    out += " [" + shown(f.actions) + " | " + shown(f.categories) + " | " + shown(f.schemes) +
           " | " + std::to_string(f.priority) + "]";
  for (const ManifestMetaData& m : c.meta_data)
    out += " {" + std::string(m.name) + " " + std::string(m.value.value.value_or("")) + "@" +
           std::to_string(m.value.resource) + "}";
  return out;
}

std::string shown(const AndroidManifest& m) {
  std::string out =
      std::string(m.package) + " split '" + std::string(m.split) + "' user '" +
      std::string(m.shared_user_id) + "' code " + std::to_string(m.version_code.value_or(-1)) +
      " name '" + std::string(m.version_name.value.value_or("")) + "' sdk " +
      std::string(m.min_sdk) + ".." + std::string(m.target_sdk) + " label '" +
      std::string(m.label.value.value_or("")) + "'@" + std::to_string(m.label.resource) +
      " debuggable " + shown(m.debuggable) + " backup " + shown(m.allow_backup) + " test " +
      shown(m.test_only) + (m.has_launcher() ? " launcher" : "");
  for (const auto& p : m.permissions)
    out +=
        "\nasks " + std::string(p.name) + (p.max_sdk ? " up to " + std::to_string(*p.max_sdk) : "");
  for (const auto p : m.declared_permissions) out += "\ndefines " + std::string(p);
  for (const ManifestComponent& c : m.components) out += shown(c);
  for (const Error& e : m.oddities) out += "\n" + std::string(e.what);
  if (m.damage) out += "\n! " + std::string(m.damage->what);
  return out;
}

void add_filter(AxmlBuilder& xml, const std::string& action, const std::string& category) {
  xml.start("intent-filter", {number(0x0101001c, 999)});
  xml.start("action", {text(0x01010003, action)});
  xml.end("action");
  xml.start("category", {text(0x01010003, category)});
  xml.end("category");
  xml.end("intent-filter");
}

void add_components(AxmlBuilder& xml) {
  xml.start("activity-alias",
            {text(0x01010003, "Door"), text(0x01010202, ".Main"), truth(0x01010010, true)});
  add_filter(xml, "android.intent.action.MAIN", "android.intent.category.LAUNCHER");
  xml.end("activity-alias");
  xml.start("service", {text(0x01010003, "other.Ear"),
                        text(0x01010006, "android.permission.BIND_ACCESSIBILITY_SERVICE"),
                        number(0x01010599, 0x80)});
  xml.start("meta-data", {text(0x01010003, "config"), reference(0x01010025, 9)});
  xml.end("meta-data");
  xml.end("service");
  xml.start("receiver", {text(0x01010003, ".Boot")});
  add_filter(xml, "android.intent.action.BOOT_COMPLETED", "");
  xml.end("receiver");
}

std::string made() {
  AxmlBuilder xml(kKnown);
  xml.start("manifest", {{.name = "package", .text = "app.example"},
                         {.name = "split", .text = "base"},
                         text(0x0101000b, "one.user"),
                         number(0x0101021b, 7),
                         number(0x01010576, 1),
                         text(0x0101021c, "1.0")});
  xml.start("uses-sdk", {number(0x0101020c, 21), text(0x01010270, "Q")});
  xml.end("uses-sdk");
  xml.start("uses-permission", {text(0x01010003, "android.permission.CAMERA")});
  xml.end("uses-permission");
  xml.start("uses-permission-sdk-23", {text(0x01010003, "p"), number(0x01010271, 30)});
  xml.end("uses-permission-sdk-23");
  xml.start("permission", {text(0x01010003, "own")});
  xml.end("permission");
  xml.start("service", {text(0x01010003, "out.of.place")});
  xml.end("service");
  xml.start("application", {reference(0x01010001, 5), truth(0x0101000f, true),
                            reference(0x01010280, 6), truth(0x01010272, false)});
  add_components(xml);
  xml.end("application");
  xml.start("application", {truth(0x0101000f, false)});
  add_components(xml);
  xml.end("application");
  xml.end("manifest");
  return xml.finish();
}

TEST(AndroidManifest, ReadsWhatAndroidReads) {
  Arena arena;
  const std::string bytes = made();
  const auto manifest = android_manifest(as_bytes(bytes), arena);
  ASSERT_TRUE(manifest.has_value()) << manifest.error().what;
  EXPECT_EQ(
      shown(*manifest),
      "app.example split 'base' user 'one.user' code 4294967303 name '1.0' sdk 21..Q label ''@5"
      " debuggable yes backup @6 test no launcher"
      "\nasks android.permission.CAMERA\nasks p up to 30\ndefines own"
      "\nactivity-alias app.example.Door of app.example.Main exported yes reachable"
      " [android.intent.action.MAIN | android.intent.category.LAUNCHER |  | 999]"
      "\nservice other.Ear needs android.permission.BIND_ACCESSIBILITY_SERVICE type 128"
      " exported - {config @9}"
      "\nreceiver app.example.Boot exported - reachable"
      " [android.intent.action.BOOT_COMPLETED |  |  | 999]");
}

TEST(AndroidManifest, KeepsWhatStandsBeforeADamage) {
  Arena arena;
  std::string bytes = made();
  bytes.resize(bytes.size() - 1);
  const auto manifest = android_manifest(as_bytes(bytes), arena);
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->components.size(), 3U);
  EXPECT_STREQ(manifest->damage->what, "a chunk that reaches past the end");
}

struct Known {
  const char* file;
  const char* package;
  std::int64_t code;
  std::size_t permissions, components;
};

// androguard 4.1.4 gives the same numbers, but reads the two of "com.swampy.sexpos" not at all.
constexpr Known kCorpus[] = {
    {"AndroidManifest-Chinese.xml", "com.hotel", 8, 14, 40},
    {"AndroidManifest-xmlns.xml", "com.real.RealPlayer", 8, 12, 49},
    {"AndroidManifest.xml", "org.t0t0.androguard.TC", 1, 0, 1},
    {"AndroidManifestDoubleNamespace.xml", "com.tencent.weread", 10122117, 34, 47},
    {"AndroidManifestExtraNamespace.xml", "com.shopgate.android.app13182", 507000, 12, 11},
    {"AndroidManifestLiapp.xml", "kc.dotoritv.android.air", 6, 20, 45},
    {"AndroidManifestMaskingNamespace.xml", "com.primedia.apartmentguide", 572, 13, 41},
    {"AndroidManifestNonZeroStyle.xml", "co.download.video", 1, 10, 1},
    {"AndroidManifestNullbytes.xml", "com.ditc.automobilityxxxxxxxxxxxx", 2, 5, 2},
    {"AndroidManifestTextChunksXML.xml", "com.tslstudio.tsladsudoku", 358, 9, 18},
    {"AndroidManifestUTF8Strings.xml", "com.easylocker.bbottles.zt", 5, 10, 4},
    {"AndroidManifestWithComment.xml", "com.zxfxxx660.sucruri", 98, 17, 9},
    {"AndroidManifestWrongFilesize.xml", "com.swampy.sexpos", 162, 21, 10},
    {"AndroidManifest_InvalidCharsInAttribute.xml", "com.chaozhuo.gameassistant", 9999, 183, 199},
    {"AndroidManifest_NamespaceInAttributeName.xml", "jyiaivi.ohduxbbylb", 1, 31, 4},
    {"AndroidManifest_NamespaceInAttributeName2.xml", "com.car2go", 129215, 19, 85},
    {"AndroidManifest_StringNotTerminated.xml", "com.swampy.sexpos", 162, 21, 10},
    {"AndroidManifest_WrongChunkStart.xml", "com.zxfxxx160.sucruri55633254", 98, 17, 9}};

TEST(AndroidManifest, ReadsTheCorpus) {
  const auto root = shared_corpus("android") / "axml";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  for (const Known& known : kCorpus) {
    Arena arena;
    const std::string bytes = file_bytes(root / known.file);
    const auto manifest = android_manifest(as_bytes(bytes), arena);
    ASSERT_TRUE(manifest.has_value()) << known.file << ": " << manifest.error().what;
    EXPECT_EQ(std::tuple(manifest->package, manifest->version_code, manifest->permissions.size(),
                         manifest->components.size()),
              std::tuple(known.package, known.code, known.permissions, known.components))
        << known.file;
    EXPECT_TRUE(manifest->has_launcher() && !manifest->damage) << known.file;
  }
}

TEST(AndroidManifest, ALayoutIsNone) {
  const auto root = shared_corpus("android") / "axml";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  for (const char* layout : {"test.xml", "test1.xml", "test2.xml", "test3.xml"}) {
    Arena arena;
    const std::string bytes = file_bytes(root / layout);
    EXPECT_STREQ(android_manifest(as_bytes(bytes), arena).error().what,
                 "the first element is no manifest");
  }
}

}  // namespace
}  // namespace bridle
