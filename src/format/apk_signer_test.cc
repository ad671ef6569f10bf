#include "format/apk_signer.h"

#include <gtest/gtest.h>

#include <string>

#include "format/apk_builder.h"
#include "format/apk_reader.h"
#include "format/apk_signing.h"

namespace bridle {
namespace {

constexpr std::uint32_t kAlsoV3 = 0xbeeff00d, kLineage = 0x3ba06f8c;

// What verifying gives, with all that is said beside the verdicts.
std::string shown(const std::string& bytes) {
  const auto apk = ApkReader::open(bytes);
  const auto signing =
      apk_signing(MemoryContent(as_bytes(bytes)), apk->end, apk->members(), V1Depth::members);
  if (!signing) return signing.error().what;
  std::string out;
  for (const auto& one : signing->schemes) {
    out +=
        "v" + std::to_string(static_cast<int>(one.scheme)) + " " + std::string(word(one.verdict));
    for (const ApkSigner& signer : one.signers) {
      for (const Certificate& c : signer.certificates) out += " " + c.subject;
      if (!signer.lineage.empty()) out += " of " + std::to_string(signer.lineage.size());
      if (signer.max_sdk != 0)
        out += " " + std::to_string(signer.min_sdk) + ".." + std::to_string(signer.max_sdk);
    }
    out += ";";
  }
  if (signing->play_frosting) out += " frosting";
  if (signing->source_stamp) out += " stamp";
  if (signing->dependencies) out += " dependencies";
  for (const auto id : signing->other_blocks) out += " " + std::to_string(id);
  return out;
}

class ApkSigners : public testing::Test {
 protected:
  std::string with(const std::vector<std::pair<std::uint32_t, std::string>>& pairs) const {
    return zipped(members, signing_block(pairs));
  }
  static std::string attribute(std::uint32_t id, const std::string& value) {
    return sized(little(id, 4) + value);
  }
  static std::string lineage(const SigningKey& first, const SigningKey& last) {
    const std::string one = sized(first.certificate) + little(0, 4);
    const std::string two = sized(last.certificate) + little(0x0201, 4);
    return attribute(
        kLineage, little(1, 4) + sized(sized(one) + little(3, 4) + little(0x0201, 4) + sized("")) +
                      sized(sized(two) + little(3, 4) + little(0, 4) + sized(first.sign(two))));
  }

  const std::vector<std::pair<std::string, std::string>> members = {
      {"AndroidManifest.xml", "manifest"}, {"classes.dex", std::string(3'000'000, 'x')}};
  const std::string plain = zipped(members, "");
  const std::string sdks = little(28, 4) + little(35, 4);
  const SigningKey key, old_key;
};

TEST_F(ApkSigners, VerifiesEachKindOfDigest) {
  EXPECT_EQ(shown(plain), "");
  EXPECT_EQ(shown(with({{apk_block::kV2, signer_block(key, plain)},
                        {apk_block::kFrosting, ""},
                        {apk_block::kStamp2, ""},
                        {apk_block::kDependencies, ""},
                        {7, ""}})),
            "v2 valid CN=example; frosting stamp dependencies 7");
  const Signed tree{.algorithm = 0x0423, .digest = ApkDigestKind::tree_sha256};
  std::string apk = with({{apk_block::kV2, signer_block(key, plain, tree)}});
  EXPECT_EQ(shown(apk), "v2 valid CN=example;");
  apk[1'000'000] = 'y';
  EXPECT_EQ(shown(apk), "v2 wrong digest CN=example;");
  apk = with({{apk_block::kV3, signer_block(key, plain, {.sdks = sdks})}});
  EXPECT_EQ(shown(apk), "v3 valid CN=example 28..35;");
  apk[2'000'000] = 'y';
  EXPECT_EQ(shown(apk), "v3 wrong digest CN=example 28..35;");
}

TEST_F(ApkSigners, SeesAStrippedScheme) {
  const std::string value =
      signer_block(key, plain, {.attributes = attribute(kAlsoV3, little(3, 4))});
  EXPECT_EQ(shown(with({{apk_block::kV2, value}})), "v2 stripped CN=example;");
  EXPECT_EQ(shown(with({{apk_block::kV2, value},
                        {apk_block::kV3, signer_block(key, plain, {.sdks = sdks})}})),
            "v3 valid CN=example 28..35;v2 valid CN=example;");
}

TEST_F(ApkSigners, FollowsALineage) {
  const auto apk = [&](const std::string& attributes) {
    return shown(with(
        {{apk_block::kV3, signer_block(key, plain, {.sdks = sdks, .attributes = attributes})}}));
  };
  EXPECT_EQ(apk(lineage(old_key, key)), "v3 valid CN=example of 2 28..35;");
  EXPECT_EQ(apk(lineage(key, old_key)), "v3 broken lineage CN=example of 2 28..35;");
  EXPECT_EQ(apk(lineage(key, key)), "v3 broken lineage CN=example of 1 28..35;");
  std::string forged = lineage(old_key, key);
  forged.back() ^= 1;
  EXPECT_EQ(apk(forged), "v3 broken lineage CN=example of 1 28..35;");
}

TEST_F(ApkSigners, RefusesWhatAndroidRefuses) {
  const std::string good = signer_block(key, plain, {.sdks = sdks});
  const std::string signer = good.substr(4);
  EXPECT_EQ(shown(with({{apk_block::kV3, sized(signer + signer)}})),
            "v3 versions differ CN=example 28..35 CN=example 28..35;");
  EXPECT_EQ(shown(with({{apk_block::kV3, sized("")}})), "v3 no signature;");
  EXPECT_EQ(shown(with({{apk_block::kV3, good.substr(0, 40)}})), "v3 malformed;");
  EXPECT_EQ(shown(with(
                {{apk_block::kV3, signer_block(key, plain, {.algorithm = 0x0999, .sdks = sdks})}})),
            "v3 unsupported CN=example 28..35;");
  const std::string many = signer_block(key, plain).substr(4);
  std::string eleven;
  for (int i = 0; i < 11; ++i) eleven += many;
  EXPECT_TRUE(shown(with({{apk_block::kV2, sized(eleven)}})).starts_with("v2 too many signers"));
  EXPECT_EQ(shown(plain + "behind"), "the archive does not end behind its directory");
}

}  // namespace
}  // namespace bridle
