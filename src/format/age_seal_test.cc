// The keys were made by age-keygen 1.1.1 and ssh-keygen; age opened what Seal wrote for both.
#include "format/age_seal.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "format/age_crypto.h"

namespace bridle::age {
namespace {

constexpr std::string_view kSecret =
    "AGE-SECRET-KEY-14CQ83EYEXG0YLR9JZZSTL9Q8ZFW37TDFE8TQT98XJKTLNZZC25HS880HRF";
constexpr std::string_view kX25519 =
    "age1rvlpqjwagendldp0q3tte3ejydwd3xfpwr3lpxkp6hguawqcr5gq88yzk8";
constexpr std::string_view kSsh =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKfrtIS6JOTK+cgcsrRNzKeBhNHdaPgT2neoVktP/g/k "
    "desk@bridle.example";

// What nobody could guess, were it not for the test.
std::string counted(std::size_t n) {
  static char next = 0;
  return std::string(n, ++next);
}

std::string sealed_for(const std::vector<Recipient>& recipients, std::string_view text) {
  std::string out;
  auto seal = Seal::begin(recipients, counted, [&](std::string_view more) { out += more; });
  EXPECT_TRUE(seal);
  for (std::size_t at = 0; at < text.size(); at += 1000)
    EXPECT_TRUE(seal->add(text.substr(at, 1000)));
  EXPECT_TRUE(seal->finish());
  return out;
}

std::string opened(std::string_view file) {
  const auto read = head(as_bytes(file));
  EXPECT_TRUE(read);
  const auto key = file_key(*read, as_bytes(file), {.identity = identity(kSecret)});
  if (!key) return key.error().what;
  std::string_view rest = file.substr(read->size);
  const std::string content = payload_key(*key, as_bytes(rest.substr(0, 16)));
  rest.remove_prefix(16);
  std::string out;
  for (std::uint64_t n = 0; !rest.empty(); ++n) {
    const std::string_view chunk = rest.substr(0, kChunk + kTag);
    rest.remove_prefix(chunk.size());
    std::string text(chunk.size() - kTag, '\0');
    EXPECT_TRUE(open_chunk(content, n, rest.empty(), as_bytes(chunk),
                           as_writable_bytes(std::span<char>(text))));
    out += text;
  }
  return out;
}

TEST(AgeSeal, WritesWhatTheReaderOpens) {
  const std::vector<Recipient> both = {*recipient(kSsh), *recipient(kX25519)};
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{1}, kChunk - 1, kChunk, kChunk + 1, 3 * kChunk}) {
    const std::string text(size, 'x');
    EXPECT_EQ(opened(sealed_for(both, text)), text) << size;
  }
}

TEST(AgeSeal, IsForItsRecipientsAlone) {
  EXPECT_EQ(opened(sealed_for({*recipient(kSsh)}, "text")), "the key or password does not fit");
  EXPECT_EQ(Seal::begin({}, counted, {}).error().code, Errc::missing);
  const auto none = [](std::size_t) { return std::string(); };
  EXPECT_EQ(Seal::begin({*recipient(kX25519)}, none, {}).error().code, Errc::io);
}

TEST(AgeRecipient, WrapsForAnEd25519Key) {
  const auto one = recipient(kSsh);
  ASSERT_TRUE(one);
  const auto stanza = wrapped(*one, std::string(16, 'k'), as_bytes(std::string(32, 's')));
  ASSERT_TRUE(stanza);
  ASSERT_EQ(stanza->words.size(), 3U);
  EXPECT_EQ(stanza->words[0], "ssh-ed25519");
  EXPECT_EQ(stanza->words[1], "ILDHRQ");
  EXPECT_EQ(hex(as_bytes(stanza->body)),
            "5e986f189b8e9515540b089993aed96ee3084b8529f0fbd4b8a6862c8639e9cf");
}

TEST(AgeRecipient, SaysWhatIsNone) {
  EXPECT_EQ(
      recipient("age1rvlpqjwagendldp0q3tte3ejydwd3xfpwr3lpxkp6hguawqcr5gq88yzk9").error().code,
      Errc::malformed);
  EXPECT_EQ(recipient(kSecret).error().code, Errc::malformed);
  EXPECT_EQ(recipient("ssh-rsa AAAA").error().code, Errc::unsupported);
  EXPECT_EQ(recipient("ssh-ed25519 AAAA").error().code, Errc::malformed);
  EXPECT_EQ(recipient("").error().code, Errc::malformed);
}

TEST(AgeRecipient, ReadsAFileOfThem) {
  const std::string file = "# the desk\n\n" + std::string(kX25519) + "\r\n" + std::string(kSsh);
  EXPECT_EQ(recipients(file)->size(), 2U);
  EXPECT_EQ(recipients("# none\n").error().code, Errc::malformed);
  EXPECT_EQ(recipients("# one\nwhat\n").error().at, 2U);
}

}  // namespace
}  // namespace bridle::age
