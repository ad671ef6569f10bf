// Files that age 1.1.1 encrypted: a small acquisition, with a key and with a password.
#include "source/age_file.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "format/age_crypto.h"
#include "source/test_folder.h"

namespace bridle {
namespace {

constexpr std::string_view kKey =
    "# created: 2026-11-25\n"
    "AGE-SECRET-KEY-100642MT8EGS7FXLDS5SW3JWL"
    "LK68R3JP2F2W87FH0Q8YGCFXW4JQKAGZ65\n";
constexpr std::string_view kForKey =
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBzY2g1VlI5RXA2ZFh3L0xKbFVQOWk2Umo3eWtJKzNCYWdS"
    "NWRzYVExM1RrCmpZWDhDSy9MUWQyVFk4QU1tbUduUnNyOG1renNTZ2FiMjBwSC83UWQyUmsKLS0tIE1sOXV6dmpB"
    "L2NLMThHMkZQOEdCWUxsbnBucVVqYkJ6TTRkWGZ1bmVSRzQK0GmzaGARAdWTWCK1Z1KWJx21f3TGcNX4KAfeIPsH"
    "VnIuxtsYjhR0SFrmAQ8FbIT1luSu3rCSqd2k/sT/cIO3aRFfQjs9apUH1wXHZNlgaMYzp98CNxpLo/t9WUvptoTx"
    "Ken7uKStOdhrHH8DXvCAnAR4/wa8SDti7hFjq9V77bNI/6knN2JgLiyrdp8cerLz1+HxMzWNlhDHRBypgHWg2Ihp"
    "JtBjQv6FeCIbZDqkm/uaE3psagwM/mNGDCIm9wVVWdG7Xkf5LRc968dSb8+mdU/MuVVPxivvzl1vc36Q+j0m6Fdj"
    "7vOBCOK0cmB3IZZX8ScUA1hnZTxqI20Lh1ZjtGDYl19e3sqkXkrB0iTJd7tJmd3xm88cyaeA1WyUpvJQ";
constexpr std::string_view kForPassword =
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCA2WXZLREpkdUxQMnZkZWhFRGo4TjNBIDE4Cm44cXhESjZV"
    "Q1hrNUY5RUJLMDRLdTkwOUY3WWdrQ3ExTXNUdTNxVnVtOEkKLS0tIElkelNsVy8wcDJVQkJBZVA3cUJhNGpDU1Q1"
    "KzlwamxkOEFZRXZnWVAxeU0KdFi6+POR+sdVw+TevtputczG34B+FG2dCaWvjEYG7fLZNl597QGTBEfJp0/kH2uh"
    "rKSLo5/reYKrBOqR8Fd2+30fI9on/nhS4SMbsushEihCkbvu2wBjG/gfnb9jI3R2kx+fHvUZT3ce13EYWvM+He3d"
    "6XNKTeAEm9XETyoju+49dUowiJoe1R6MHCpXvLTgb5Z2yr852tlTbXAfvMdZMgykvOXVbEiXOMPcKarHn3YUTZdB"
    "eJ3gZ3xClXEOaY6UbiZv+fjEtb/81Zx1xSS3pZlzyfAeeA5Ubq17qRHloQ4v+jrmkiZKgw+gaX+7xIXKrVlmbLJU"
    "OMym4NQrDSMW4SqfNRFdQTDB+eN4x0dfRKCK1aEP7BTHcQai+o89u3Lg";

std::string told_of(const std::string& bytes, const Secret& secret) {
  const TestFolder at;
  at.write("x.zip.age", bytes);
  const auto store = open_store(at.path("x.zip.age"));
  if (!store) return store.error().what;
  const auto tree = open_tree(**store, {.secret = secret, .reads = {"*:**"}});
  std::string out = std::string(tree->kind()) + " " + std::string(name(tree->state())) + " " +
                    std::string(tree->why()) + tree->device().model;
  for (const Node& node : tree->nodes()) out += "\n" + node.place;
  for (const TreeGap& gap : tree->gaps()) out += "\ngap " + gap.path + ": " + gap.why;
  return out;
}

const std::string kRead =
    "android-androidqf read Example 5\nx.zip.age/getprop.txt\nx.zip.age/packages.json";
const Secret kRightKey{.password = {}, .key = {}, .age_key = std::string(kKey)};

TEST(AgeFile, OpensWithItsKeyOrItsPassword) {
  const std::string by_key = *from_base64(kForKey), by_password = *from_base64(kForPassword);
  EXPECT_EQ(told_of(by_key, kRightKey), kRead);
  EXPECT_EQ(told_of(by_password, {.password = "secret words", .key = {}}), kRead);
  EXPECT_EQ(told_of(by_password, {.password = "wrong", .key = {}}),
            "android-androidqf encrypted the key or password does not fit");
  EXPECT_EQ(told_of(by_key, {}),
            "android-androidqf encrypted it is encrypted and neither key nor password was given");
  std::string other(kKey);
  other[50] = other[50] == 'Q' ? 'P' : 'Q';  // the checksum of the key is wrong
  EXPECT_EQ(told_of(by_key, {.password = {}, .key = {}, .age_key = other}),
            "android-androidqf encrypted it is encrypted and neither key nor password was given");
}

TEST(AgeFile, SaysWhatWasChangedOrCut) {
  std::string bytes = *from_base64(kForKey);
  std::string changed = bytes;
  changed[bytes.size() - 30] = static_cast<char>(changed[bytes.size() - 30] ^ 1);
  for (const std::string& broken : {changed, bytes.substr(0, bytes.size() - 20)}) {
    const std::string told = told_of(broken, kRightKey);
    EXPECT_TRUE(
        told.starts_with("android-androidqf failed the archive that is encrypted is damaged\n"
                         "gap x.zip.age: a chunk was changed, or the file was cut"))
        << told;
  }
  changed = bytes;
  changed[40] = changed[40] == 'a' ? 'b' : 'a';  // in the head
  EXPECT_TRUE(told_of(changed, kRightKey).starts_with("android-androidqf encrypted"));
}

TEST(AgeFile, KnowsWhetherAPasswordIsWanted) {
  const std::string by_key = *from_base64(kForKey), by_password = *from_base64(kForPassword);
  EXPECT_FALSE(wants_password(MemoryContent(as_bytes(by_key))));
  EXPECT_TRUE(wants_password(MemoryContent(as_bytes(by_password))));
  EXPECT_FALSE(wants_password(MemoryContent(as_bytes("age-encryption.org/v2\n"))));
}

// https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki, «Test vectors»
TEST(AgeFile, ReadsBech32) {
  EXPECT_TRUE(age::bech32("A12UEL5L", "a"));
  EXPECT_TRUE(age::bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "abcdef"));
  EXPECT_FALSE(age::bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx", "abcdef"));
  EXPECT_FALSE(age::bech32("A12UEL5L", "b"));
}

}  // namespace
}  // namespace bridle
