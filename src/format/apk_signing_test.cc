#include "format/apk_signing.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/text.h"
#include "format/apk_idsig.h"
#include "format/apk_reader.h"
#include "format/shared_corpora.h"

namespace bridle {
namespace {

constexpr std::string_view kTestKey = "61ed377e85d386a8dfee6b864bd85b0bfaa5af81";

// "v3 valid, v2 valid" or why nothing can be said.
std::string shown(const std::filesystem::path& path, V1Depth depth = V1Depth::members) {
  const auto apk = ApkReader::open(file_bytes(path));
  if (!apk) return apk.error().what;
  const MemoryContent content(as_bytes(apk->bytes));
  const auto signing = apk_signing(content, apk->end, apk->members(), depth);
  if (!signing) return signing.error().what;
  std::string out;
  for (const ApkSchemeSigning& one : signing->schemes) {
    const std::string name = one.scheme == ApkScheme::v31 ? "3.1" : std::to_string(int(one.scheme));
    out += (out.empty() ? "v" : ", v") + name + " " + std::string(word(one.verdict));
  }
  return out.empty() ? "unsigned" : out;
}

// What a part of a name says of its newest scheme.
constexpr auto kByPart = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"sig-does-not-verify", "does not verify"},
    {"second-signer-v2-broken", "does not verify"},
    {"digest-mismatch", "wrong digest"},
    {"stripped", "stripped"},
    {"cert-and-public-key-mismatch", "key mismatch"},
    {"no-certs-in-sig", "no certificate"},
    {"no-sig.apk", "no signature"},
    {"no-supported-sig", "unsupported"},
    {"signatures-and-digests-block-mismatch", "algorithms differ"},
    {"attrs-wrong-content-type", "does not verify"},
    {"attrs-wrong-digest", "does not verify"},
    {"attrs-wrong-signature", "does not verify"},
    {"missing-content-type", "malformed"},
    {"missing-digest", "malformed"},
    // Each digest is right, but Android allows for one value alone.
    {"multiple-good-digests", "malformed"},
    {"cr-in-entry-name", "malformed"},
    {"lf-in-entry-name", "malformed"},
    {"nul-in-entry-name", "malformed"},
    {"sha256-wrong", "wrong digest"},
});

constexpr const char* kNoEnd = "the archive has no directory at its end";
constexpr const char* kAll = "v3 valid, v2 valid, v1 valid";

// Files whose names do not say it, and where what is said here is on purpose not what a name or
// apksig's tests say.
const std::map<std::string, std::string> kByName = {
    {"debuggable-boolean.apk", "v2 valid, v1 valid"},
    {"debuggable-resource.apk", "v2 valid, v1 valid"},
    {"empty-unsigned.apk", "unsigned"},
    {"mismatched-compression-method.apk", "v1 valid"},
    {"original.apk", "v2 valid, v1 valid"},
    {"targetSandboxVersion-2.apk", "v2 valid, v1 valid"},
    {"two-signers.apk", "v2 valid, v1 valid"},
    {"two-signers-second-signer-v2-broken.apk", "v2 does not verify, v1 valid"},
    {"unsigned-targetSandboxVersion-2.apk", "unsigned"},
    {"v1-with-apk-sig-block-but-without-apk-sig-scheme-v2-block.apk", "v1 valid"},
    // The attribute lies in what is signed: changing its id breaks the signature as well.
    {"v1v2v3-with-rsa-2048-lineage-3-signers-invalid-lineage-attr.apk",
     "v3 does not verify, v2 valid, v1 valid"},
    {"v1v2v3-with-rsa-2048-lineage-3-signers-invalid-zip.apk", kNoEnd},
    {"v1v2v3-with-rsa-2048-lineage-3-signers-no-sig-block.apk", "v1 stripped"},
    {"v1v2v3-with-rsa-2048-lineage-3-signers.apk", kAll},
    {"v2-stripped-with-ignorable-signing-schemes.apk", "v1 stripped"},
    {"v2-stripped.apk", "v1 stripped"},
    {"v3-stripped.apk", "v2 stripped"},
    {"v2v3-signed-v3-block-stripped.apk", "v2 stripped"},
    {"v2v3-unknown-additional-attr.apk", "v3 valid, v2 valid"},
    {"v31-ec-p256-2-tgt-33-1-tgt-28-targetSdk-30.apk", "v3.1 valid, v3 valid, v2 valid, v1 valid"},
    {"weird-compression-method.apk", "v1 valid"},
    // Android finds no block there; no other signature is there either.
    {"v2-only-wrong-apk-sig-block-magic.apk", "unsigned"},
    {"v2-only-apk-sig-block-size-mismatch.apk", "unsigned"},
    {"v2-only-garbage-between-cd-and-eocd.apk", "unsigned"},
    {"v2-only-truncated-cd.apk", kNoEnd},
    {"v3-only-with-ecdsa-sha512-p384-wrong-apk-sig-block-magic.apk", "unsigned"},
    {"v3-only-with-rsa-pkcs1-sha512-4096-apk-sig-block-size-mismatch.apk", "unsigned"},
    // The file in this corpus is 22 bytes long: no block is in it.
    {"v3-only-empty.apk", "unsigned"},
    // apksig refuses these for Android 4.2 and older; later ones look at the strongest digest
    // alone.
    {"v1-sha1-sha256-manifest-and-sf-with-sha1-wrong-in-manifest.apk", "v1 valid"},
    {"v1-sha1-sha256-manifest-and-sf-with-sha1-wrong-in-sf.apk", "v1 valid"},
    // apksig misses what it asks of such apps beside a good signature: scheme 2 for this sandbox,
    // code or a manifest. That is no matter of the signature.
    {"v1-only-targetSandboxVersion-2.apk", "v1 valid"},
    {"v2-only-targetSandboxVersion-2.apk", "v2 valid"},
    {"v2-only-missing-classes.dex.apk", "v2 valid"},
    {"v1-only-empty.apk", "v1 valid"},
    {"v2-only-empty.apk", "v2 valid"},
};

// The schemes that a golden file's name lists: "golden-aligned-v1v2v3-lineage-out.apk".
std::string golden(const std::string& name) {
  if (name.ends_with("-in.apk")) return "unsigned";
  std::string out;
  for (const char* scheme : {"v3", "v2", "v1"})
    if (contains(name, scheme)) out += (out.empty() ? "" : ", ") + std::string(scheme) + " valid";
  return out.empty() ? "v2 valid, v1 valid" : out;
}

std::string expected(const std::string& name) {
  if (const auto found = kByName.find(name); found != kByName.end()) return found->second;
  if (name.starts_with("golden")) return golden(name);
  // One of two signers of a PKCS #7 is wrong: Android goes on to the next, unless the form is
  // broken.
  const bool second_is_good = contains(name, "signerInfo2-good");
  std::string verdict = "valid";
  for (const auto& [part, said] : kByPart)
    if (contains(name, part)) verdict = said;
  if (second_is_good && verdict == "does not verify") verdict = "valid";
  return name.substr(0, 2) + " " + verdict;
}

TEST(ApkSigning, MeetsTheNamesOfAllFilesOfTheCorpus) {
  const auto root = shared_corpus("android") / "apksig";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  std::map<std::string, int> kinds;
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    const std::string name = entry.path().filename();
    ++kinds[entry.path().extension()];
    if (name.ends_with(".apk")) {
      EXPECT_EQ(shown(entry.path()), expected(name)) << name;
    }
    // The keys that the files were signed with.
    if (!name.ends_with(".x509.pem")) continue;
    const std::string pem = file_bytes(entry.path());
    const auto der = from_base64(*between(pem, "CERTIFICATE-----", "-----END"));
    const auto read = certificate(as_bytes(der.value()));
    ASSERT_TRUE(read.has_value()) << name;
    EXPECT_EQ(read->subject, "CN=" + name.substr(0, name.find('.')));
  }
  EXPECT_EQ(kinds,
            (std::map<std::string, int>{{".apk", 310}, {".md", 1}, {".pem", 12}, {".pk8", 12}}));
}

TEST(ApkSigning, LeavesMembersUncheckedWhereTheyDoNotDecide) {
  const auto root = shared_corpus("android") / "apksig";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  EXPECT_EQ(shown(root / "original.apk", V1Depth::signatures), "v2 valid, v1 unchecked");
  EXPECT_EQ(shown(root / "v1-only-two-signers.apk", V1Depth::signatures), "v1 valid");
}

// The newest scheme of a file.
ApkSchemeSigning decisive(const std::filesystem::path& path) {
  const auto apk = ApkReader::open(file_bytes(path));
  return *apk_signing(MemoryContent(as_bytes(apk->bytes)), apk->end, apk->members(),
                      V1Depth::signatures)
              ->decisive();
}

TEST(ApkSigning, NamesWhoSigned) {
  const auto root = shared_corpus("android") / "apksig";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const auto key = decisive(root / "debuggable-boolean.apk").signers.at(0).certificates.at(0);
  EXPECT_EQ(key.sha1, kTestKey);
  EXPECT_EQ(key.sha256, "a40da80a59d170caa950cf15c18c454d47a39b26989d8b640ecd745ba71bf5dc");
  EXPECT_EQ(key.md5, "e89b158e4bcf988ebd09eb83f5378e87");
  EXPECT_EQ(key.java_hash, "d7f1f224");
  EXPECT_EQ(key.subject,
            "C=US, ST=California, L=Mountain View, O=Android, OU=Android, CN=Android, "
            "emailAddress=android@android.com");
  EXPECT_EQ(key.issuer, key.subject);
  EXPECT_EQ(iso8601(*key.from), "2008-02-29T01:33:46.000000Z");
  EXPECT_EQ(iso8601(*key.until), "2035-07-17T01:33:46.000000Z");
}

TEST(ApkSigning, NamesWhoSignedBefore) {
  const auto root = shared_corpus("android") / "apksig";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const auto signers = decisive(root / "v31-ec-p256-2-tgt-33-1-tgt-28-targetSdk-30.apk").signers;
  ASSERT_EQ(signers.at(0).lineage.size(), 2U);
  EXPECT_EQ(signers.at(0).lineage.at(1).sha1, signers.at(0).certificates.at(0).sha1);
  EXPECT_EQ(signers.at(0).min_sdk, 32U);
}

// A name with what is not text in it, as a maker's own certificate has.
TEST(ApkSigning, ShowsAnUnprintableName) {
  const auto path = shared_corpus("android") / "apkverifier" / "asn1_unprintable.apk";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no corpora beside the tree";
  // Only META-INF and the manifest of the app are there: its signing block is gone.
  EXPECT_EQ(shown(path), "v1 stripped");
}

TEST(ApkIdsig, BelongsToItsApk) {
  const auto root = shared_corpus("android") / "libmvt";
  if (!std::filesystem::exists(root)) GTEST_SKIP() << "no corpora beside the tree";
  const std::string bytes = file_bytes(root / "signed_test.apk.idsig");
  const auto apk = ApkReader::open(file_bytes(root / "signed_test.apk"));
  const MemoryContent content(as_bytes(apk->bytes));
  const auto idsig = apk_idsig(as_bytes(bytes));
  ASSERT_TRUE(idsig.has_value());
  EXPECT_EQ(verify_idsig(*idsig, content), SigningVerdict::valid);
  const auto signing = apk_signing(content, apk->end, apk->members(), V1Depth::members);
  EXPECT_EQ(signing->decisive()->signers.at(0).digest, as_text(idsig->apk_digest));
  std::string other = apk->bytes;
  other[100] ^= 1;
  EXPECT_EQ(verify_idsig(*idsig, MemoryContent(as_bytes(other))), SigningVerdict::wrong_digest);
  other += '\0';  // its size is signed
  EXPECT_EQ(verify_idsig(*idsig, MemoryContent(as_bytes(other))), SigningVerdict::does_not_verify);
  EXPECT_FALSE(apk_idsig(as_bytes(bytes).first(200)).has_value());
}

}  // namespace
}  // namespace bridle
