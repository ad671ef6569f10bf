#include "format/apk_v1.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "base/text.h"
#include "format/apk_builder.h"
#include "format/apk_reader.h"
#include "format/hash.h"
#include "format/pkcs7.h"

namespace bridle {
namespace {

std::string digest(const std::string& bytes) {
  return base64(as_bytes(hash(Hash::sha256, as_bytes(bytes))));
}

std::string section(const std::string& name, const std::string& bytes) {
  return "Name: " + name + "\nSHA-256-Digest: " + digest(bytes) + "\n\n";
}

class ApkV1 : public testing::Test {
 protected:
  // The verdict over an app with these files in META-INF and one other member.
  std::string verdict(const std::string& list, const std::string& signatures,
                      const std::string& member = "code", NewerSchemes newer = {}) const {
    const auto apk = ApkReader::open(zipped({{"META-INF/MANIFEST.MF", list},
                                             {"META-INF/CERT.SF", signatures},
                                             {"META-INF/CERT.EC", key.pkcs7(signatures)},
                                             {"META-INF/services/x", "not signed"},
                                             {"classes.dex", member}},
                                            ""));
    const auto v1 = verify_v1(apk->members(), newer, V1Depth::members);
    return v1->present ? std::string(word(v1->verdict)) : "absent";
  }

  const SigningKey key;
  const std::string head = "Manifest-Version: 1.0\n\n";
  const std::string code = section("classes.dex", "code");
  const std::string manifest = head + code;
  const std::string start = "Signature-Version: 1.0\n";
  const std::string whole = "SHA-256-Digest-Manifest: " + digest(manifest) + "\n";
  const std::string by_section = section("classes.dex", code);
};

TEST_F(ApkV1, VerifiesByTheWholeManifestOrItsSections) {
  EXPECT_EQ(verdict(manifest, start + whole + "\n" + by_section), "valid");
  EXPECT_EQ(verdict(manifest, start + "\n" + by_section), "valid");
  EXPECT_EQ(verdict(head + section("more", "") + code, start + whole + "\n" + by_section),
            "missing member");
}

TEST_F(ApkV1, SaysWhyNot) {
  const std::string good = start + whole + "\n" + by_section;
  EXPECT_EQ(verdict(manifest, good, "other"), "wrong digest");
  EXPECT_EQ(verdict(head + section("classes.dex", "other"), good, "other"), "wrong digest");
  EXPECT_EQ(verdict(manifest, start + whole + "\n"), "unsigned member");
  EXPECT_EQ(verdict(head, start + "\n"), "unsigned member");
  EXPECT_EQ(verdict(manifest, whole + "\n" + by_section), "malformed");
  EXPECT_EQ(verdict(manifest, start + "\n" + section("gone", code)), "missing member");
}

TEST_F(ApkV1, SeesStrippedSchemes) {
  const std::string both = start + "X-Android-APK-Signed: 2, 3\n" + whole + "\n" + by_section;
  EXPECT_EQ(verdict(manifest, both), "stripped");
  EXPECT_EQ(verdict(manifest, both, "code", {.v2 = true}), "stripped");
  EXPECT_EQ(verdict(manifest, both, "code", {.v2 = true, .v3 = true}), "valid");
}

TEST_F(ApkV1, IsAbsentWithoutBothFiles) {
  const auto apk = ApkReader::open(zipped({{"META-INF/CERT.EC", ""}, {"a", ""}}, ""));
  EXPECT_FALSE(verify_v1(apk->members(), {}, V1Depth::members)->present);
}

TEST(Pkcs7, VerifiesWithAttributesAndWithout) {
  const SigningKey key;
  for (const int flags : {PKCS7_NOATTR, 0}) {
    const std::string bytes = key.pkcs7("content", flags);
    const auto good = pkcs7(as_bytes(bytes), as_bytes("content"));
    const auto& by = good->chain.at(0);
    EXPECT_EQ(std::tuple(good->verdict, by.bytes, by.serial),
              std::tuple(Pkcs7Verdict::valid, key.certificate, "07"));
    const auto other = pkcs7(as_bytes(bytes), as_bytes("other"));
    EXPECT_EQ(std::tuple(other->verdict, other->chain.size(), other->certificates.size()),
              std::tuple(Pkcs7Verdict::does_not_verify, 0U, 1U));
    EXPECT_FALSE(pkcs7(as_bytes(bytes).first(bytes.size() - 1), as_bytes("content")));
  }
}

TEST(Certificate, HashesAsJavaDoes) {
  EXPECT_EQ(java_hash({}), 1U);
  EXPECT_EQ(java_hash(as_bytes("\x01\xff")), 31U * 32 - 1);
  EXPECT_FALSE(certificate(as_bytes("no")).has_value());
}

}  // namespace
}  // namespace bridle
