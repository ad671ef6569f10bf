#include "format/time_token.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/text.h"

namespace bridle {
namespace {

// Made by `openssl ts -reply` for the message "hello", by an authority below this one.
constexpr std::string_view kRoot = R"(-----BEGIN CERTIFICATE-----
MIIBczCCARqgAwIBAgIUcK4OG4jWqcYYk3AfDPgqJDTSAr8wCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMRXhhbXBsZSBSb290MCAXDTI2MTEyNjA0NDQwM1oYDzIxMjYx
MTAyMDQ0NDAzWjAXMRUwEwYDVQQDDAxFeGFtcGxlIFJvb3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQt+bQ71ulMNYp24n+9fPbWu5WdAS/WKCYnd2FmMRZTN+0f
OqKaI1vY0F+dn67XMgGFkqg/cHEczbafRCYnJ0/jo0IwQDAPBgNVHRMBAf8EBTAD
AQH/MA4GA1UdDwEB/wQEAwICBDAdBgNVHQ4EFgQURuXjCpGtdWp92qs0pfIpEAB4
m3YwCgYIKoZIzj0EAwIDRwAwRAIgaMVoFTUmcz+zqJLu/PS9zTrZjIUTdxxeY3UL
nCJ1kAYCIC5o3jXf5PcWjhNtU3imynM3OYtxQ5q/tqaXSvSPTA5A
-----END CERTIFICATE-----
)";
constexpr std::string_view kOther = R"(-----BEGIN CERTIFICATE-----
MIIBczCCARqgAwIBAgIUF9K4bblI/vRf0RXayQRb5JRsDUgwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMQW5vdGhlciBSb290MCAXDTI2MTEyNjA0NDQ1NFoYDzIxMjYx
MTAyMDQ0NDU0WjAXMRUwEwYDVQQDDAxBbm90aGVyIFJvb3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAQMwbdHGzXq/eWzeBrqQ8GT0ScfwaZvjnff4wqq3Q0wzCdP
dW/a8xqCb8SDmIgHvGMsvDlTBN9yGVX9wr1ufqz6o0IwQDAPBgNVHRMBAf8EBTAD
AQH/MA4GA1UdDwEB/wQEAwICBDAdBgNVHQ4EFgQUTuDwrDBNETEeewTkzlyR9OAn
vBgwCgYIKoZIzj0EAwIDRwAwRAIga3GQ/HnygLzhwPxrBH5rpjGoxx0ht1gNRDHu
irPGauECIBEA693wDN8VizoTnjkDF/tPwbBzpLhBXficyM1hmSUn
-----END CERTIFICATE-----
)";

std::string answer() {
  std::ifstream in(BRIDLE_SOURCE_DIR "/test/fuzz/time_token/answer.hex");
  std::string digits;
  for (std::string line; std::getline(in, line);)
    if (!line.starts_with('#')) digits += line;
  return from_hex(digits).value_or("");
}

TEST(TimeToken, SaysWhenWhatHashWasThere) {
  const auto token = time_token(as_bytes(answer()));
  ASSERT_TRUE(token);
  EXPECT_EQ(token->hash, sha256(as_bytes("hello")));
  EXPECT_TRUE(token->nonce);
  EXPECT_EQ(iso8601(token->at), "2026-11-26T04:44:04.000000Z");
  EXPECT_EQ(token->authority, "CN=Example Time Authority");
}

TEST(TimeToken, IsTrustedForTheAuthorityBehindIt) {
  const std::string whole = answer();
  EXPECT_EQ(trust_in(as_bytes(whole), ""), TokenTrust::unchecked);
  EXPECT_EQ(trust_in(as_bytes(whole), kRoot), TokenTrust::trusted);
  EXPECT_EQ(trust_in(as_bytes(whole), kOther), TokenTrust::foreign);
}

TEST(TimeToken, AChangedOneIsForgedOrNone) {
  const std::string whole = answer();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    const auto token = time_token(as_bytes(changed));
    const bool same = token && token->hash == sha256(as_bytes("hello")) &&
                      iso8601(token->at) == "2026-11-26T04:44:04.000000Z";
    if (same) continue;
    EXPECT_NE(trust_in(as_bytes(changed), kRoot), TokenTrust::trusted) << at;
  }
}

TEST(TimeToken, ARequestHoldsTheHashAndTheNonce) {
  const auto request = time_request(sha256(as_bytes("hello")), 0x0123456789ABCDEF);
  EXPECT_EQ(
      hex(as_bytes(request)),
      "30430201013031300d0609608648016503040201050004202cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c"
      "1fa7425e73043362938b982402080123456789abcdef0101ff");
}

TEST(TimeToken, WhatIsNoneIsRefused) {
  EXPECT_EQ(time_token({}).error().code, Errc::malformed);
  EXPECT_EQ(trust_in(as_bytes("0"), "").error().code, Errc::malformed);
}

}  // namespace
}  // namespace bridle
