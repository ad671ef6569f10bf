#include "detect/indicator/pattern_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/bytes.h"
#include "detect/indicator/matcher.h"
#include "detect/indicator/values_of_hits.h"

namespace bridle {
namespace {

// The patterns that apply, joined by '|'.
std::string found(Kind kind, std::string_view value) {
  static const Pack pack = [] {
    const std::string_view stix = R"([
      {"type":"indicator","pattern":"[domain-name:value LIKE 'cdn%.evil-_.example']"},
      {"type":"indicator","pattern":"[url:value MATCHES '/[a-z]{6}/land\\\\.php(\\\\?|$)']"},
      {"type":"indicator","pattern":"[file:name LIKE 'payload_._s']"},
      {"type":"indicator","pattern":"[file:path LIKE '/var/tmp/%/stage2']"},
      {"type":"indicator","pattern":"[process:name MATCHES '^fake[a-z]+d$']"},
      {"type":"indicator","pattern":"[email-addr:value LIKE 'bad%@Mail.evil.com']"},
      {"type":"indicator","pattern":"[process:name LIKE 'fakeagent_']"}])";
    auto read = read_pack("patterns", as_bytes(stix));
    return read ? *std::move(read) : Pack();
  }();
  static const Matcher matcher(std::span(&pack, 1));
  EXPECT_EQ(pack.indicators.size(), 7U);
  return values_of_hits(matcher, pack, kind, value);
}

TEST(PatternSet, IsComparedWithWhatItSpeaksOf) {
  const std::string host = "cdn%.evil-_.example";
  EXPECT_EQ(found(Kind::domain, "CDN7.evil-x.example"), host);
  EXPECT_EQ(found(Kind::content, "see https://cdn.evil-1.example/x!"), host);
  EXPECT_EQ(found(Kind::domain, "cdn7.evil-xy.example"), "");
  EXPECT_EQ(found(Kind::domain, "a.cdn7.evil-x.example"), "");
  const std::string link = "/[a-z]{6}/land\\.php(\\?|$)";
  EXPECT_EQ(found(Kind::url, "https://a.example/abcdef/land.php?x=1"), link);
  EXPECT_EQ(found(Kind::url, "https://l.example/?u=https%3A%2F%2Fa.example%2Fabcdef%2Fland.php"),
            link);
  EXPECT_EQ(found(Kind::url, "https://a.example/abcde/land.php"), "");
  EXPECT_EQ(found(Kind::path, "/sdcard/payload1.js"), "payload_._s");
  EXPECT_EQ(found(Kind::path, "/sdcard/payload\u00e9.js"), "payload_._s");
  EXPECT_EQ(found(Kind::path, "/sdcard/payload.js"), "");
  EXPECT_EQ(found(Kind::path, "/var/tmp/a/stage2"), "/private/var/tmp/%/stage2");
  EXPECT_EQ(found(Kind::path, "private/var/tmp/a/stage2"), "/private/var/tmp/%/stage2");
  EXPECT_EQ(found(Kind::process, "/usr/libexec/fakeagentd"), "^fake[a-z]+d$|fakeagent_");
  EXPECT_EQ(found(Kind::process, "Fakeagentd"), "");
  EXPECT_EQ(found(Kind::account, "mailto:BAD.one@mail.EVIL.com"), "bad%@mail.evil.com");
  EXPECT_EQ(found(Kind::content, "from badone@mail.evil.com."), "bad%@mail.evil.com");
}

TEST(PatternSet, SaysWhatItCannotRun) {
  PatternSet set(IndicatorType::process);
  EXPECT_EQ(set.add(Compared::matches, "a(?!b)", {}), "invalid perl operator: (?!");
  EXPECT_EQ(set.add(Compared::like, "a(?!b)", {}), "");
  set.build();
  EXPECT_TRUE(set.matches("a(?!b)"));
  EXPECT_FALSE(set.matches("xa(?!b)"));
}

}  // namespace
}  // namespace bridle
