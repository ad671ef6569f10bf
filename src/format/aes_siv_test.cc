#include "format/aes_siv.h"

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

// The key and the text of RFC 5297, A.1, but without associated data; what comes of them is from
// Python's cryptography, which gives the RFC's own answer with it.
TEST(AesSiv, SealsAsTheStandardSays) {
  const AesSiv siv(*from_hex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"));
  const std::string sealed = siv.seal(*from_hex("112233445566778899aabbccddee"));
  EXPECT_EQ(hex(as_bytes(sealed)), "f1c5fdeac1f15a26779c1501f9fb758827e946c669088ab06da58c5c831c");
}

TEST(AesSiv, GivesBackWhatItSealed) {
  const AesSiv siv(std::string(AesSiv::kKey, 'k'));
  for (const std::string text :
       {"+15550100", "", "a longer one, of more than one block, for sure"}) {
    const std::string sealed = siv.seal(text);
    EXPECT_EQ(sealed, siv.seal(text));
    EXPECT_EQ(siv.open(sealed), text);
  }
}

TEST(AesSiv, RefusesWhatItDidNotSeal) {
  const AesSiv siv(std::string(AesSiv::kKey, 'k'));
  std::string sealed = siv.seal("+15550100");
  EXPECT_FALSE(AesSiv(std::string(AesSiv::kKey, 'l')).open(sealed));
  sealed.back() = static_cast<char>(sealed.back() ^ 1);
  EXPECT_FALSE(siv.open(sealed));
  EXPECT_FALSE(siv.open("short"));
}

}  // namespace
}  // namespace bridle
