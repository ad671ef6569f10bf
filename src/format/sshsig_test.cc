#include "format/sshsig.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "base/text.h"
#include "format/allowed_signers.h"

namespace bridle {
namespace {

// Made by `ssh-keygen -Y sign -n bridle-case` for the message "hello"; that of the token by hand,
// and both taken by `ssh-keygen -Y verify`.
std::string seed(const std::string& name) {
  std::ifstream in(BRIDLE_SOURCE_DIR "/test/fuzz/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SshSignature, FitsItsMessageAndNoOther) {
  for (const char* name : {"sshsig/plain", "sshsig/token"}) {
    const auto signature = ssh_signature(seed(name));
    ASSERT_TRUE(signature) << name;
    EXPECT_EQ(signature->purpose, "bridle-case");
    EXPECT_EQ(signature->hash, "sha512");
    EXPECT_EQ(is_signature_of(*signature, as_bytes("hello")), true) << name;
    EXPECT_EQ(is_signature_of(*signature, as_bytes("hello!")), false) << name;
    auto other = *signature;
    other.purpose = "file";
    EXPECT_EQ(is_signature_of(other, as_bytes("hello")), false) << name;
  }
}

TEST(SshSignature, NamesItsKeyAsSshKeygenDoes) {
  const auto signature = ssh_signature(seed("sshsig/plain"));
  const auto key = ssh_public_key(seed("sshsig/key"));
  ASSERT_TRUE(signature && key);
  EXPECT_EQ(signature->key, *key);
  EXPECT_EQ(ssh_fingerprint(as_bytes(*key)), "SHA256:M2QVVfEko+vPffcOcoiYa8JNJNhk9KKRyhxojbQnm44");
  EXPECT_FALSE(ssh_public_key("ssh-rsa AAAAC3NzaC1lZDI1NTE5"));
}

TEST(SshSignature, EachFlippedBitIsSeen) {
  const std::string whole = seed("sshsig/plain");
  const auto body = from_base64(*between(whole, "-----BEGIN SSH SIGNATURE-----", "-----END"));
  ASSERT_TRUE(body);
  for (std::size_t bit = 0; bit < body->size() * 8; ++bit) {
    std::string changed = *body;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    const auto signature =
        ssh_signature("-----BEGIN SSH SIGNATURE-----\n" + base64(as_bytes(changed)) +
                      "\n-----END SSH SIGNATURE-----\n");
    if (!signature) continue;
    EXPECT_NE(is_signature_of(*signature, as_bytes("hello")), true) << bit;
  }
}

TEST(SshSignature, WhatIsNoneIsRefused) {
  EXPECT_EQ(ssh_signature("").error().code, Errc::malformed);
  EXPECT_EQ(ssh_signature(seed("sshsig/key")).error().code, Errc::malformed);
}

TEST(AllowedSigners, SayWhoMaySignWhatAndWhen) {
  const auto list = allowed_signers(seed("allowed_signers/list"));
  ASSERT_EQ(list.signers.size(), 2U);
  EXPECT_EQ(list.unread, std::vector<std::size_t>{4});  // an authority: certificates are not read
  const auto key = *ssh_public_key(seed("sshsig/key"));
  const auto token = *ssh_public_key(seed("sshsig/token_key"));
  const Time in_2026 = *parse_time("2026-11-26T00:00:00Z");
  const Time in_2027 = *parse_time("2027-01-01T00:00:00Z");
  ASSERT_NE(allows(list, key, "bridle-case", in_2027), nullptr);
  EXPECT_EQ(allows(list, key, "bridle-case", in_2027)->principals, "anna");
  EXPECT_NE(allows(list, token, "bridle-case", in_2026), nullptr);
  EXPECT_EQ(allows(list, token, "bridle-case", in_2027), nullptr);
  EXPECT_EQ(allows(list, token, "file", in_2026), nullptr);
}

}  // namespace
}  // namespace bridle
