#include "detect/indicator/stix_pattern.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

constexpr const char* kHow[] = {" ", " like ", " matches "};

// "type value|type value / reason|reason"
std::string read(std::string_view pattern) {
  const StixPattern p = parse_stix_pattern(pattern);
  std::string out;
  for (const StixValue& v : p.values)
    out += (out.empty() ? "" : "|") + std::string(name(v.type)) +
           kHow[static_cast<int>(v.compared)] + v.value;
  for (const std::string& why : p.refused) out += " / " + why;
  return out;
}

TEST(StixPattern, ReadsEveryObjectOfTheKnownPacks) {
  EXPECT_EQ(read("[domain-name:value='evil.example']"), "domain evil.example");
  EXPECT_EQ(read("[ url:value = 'https://evil.example/?id=1&x=2' ]"),
            "url https://evil.example/?id=1&x=2");
  EXPECT_EQ(read("[ipv4-addr:value='192.0.2.1']"), "ip 192.0.2.1");
  EXPECT_EQ(read("[ipv6-addr:value='2001:db8::1']"), "ip 2001:db8::1");
  EXPECT_EQ(read("[email-addr:value='a@evil.example']"), "email a@evil.example");
  EXPECT_EQ(read("[process:name='bh']"), "process bh");
  EXPECT_EQ(read("[file:name='a.js']"), "name a.js");
  EXPECT_EQ(read("[file:path='/private/var/tmp/l/']"), "path /private/var/tmp/l/");
  EXPECT_EQ(read("[app:id='com.example.app']"), "app com.example.app");
  EXPECT_EQ(read("[app:cert.sha1='00']"), "certificate 00");
  EXPECT_EQ(read("[x509-certificate:hashes.'SHA-256'='00']"), "certificate 00");
  EXPECT_EQ(read("[configuration-profile:id='X-1']"), "profile X-1");
  EXPECT_EQ(read("[android-property:name='a.b']"), "property a.b");
  EXPECT_EQ(read("[file:hashes.'SHA-256'='00']"), "sha256 00");
  EXPECT_EQ(read("[file:hashes.sha256='00']"), "sha256 00");
  EXPECT_EQ(read("[file:hashes.SHA256='00']"), "sha256 00");
  EXPECT_EQ(read("[file:hashes.MD5='00']"), "md5 00");
  EXPECT_EQ(read("[file:hashes.'SHA-1'='00']"), "sha1 00");
}

TEST(StixPattern, ReadsChoices) {
  EXPECT_EQ(read("[domain-name:value='a.example' OR url:value='b']"), "domain a.example|url b");
  EXPECT_EQ(read("[domain-name:value='a'] OR ([process:name='b'])"), "domain a|process b");
  EXPECT_EQ(read("[domain-name:value IN ('a','b', 'c')]"), "domain a|domain b|domain c");
  EXPECT_EQ(read("[domain-name:value LIKE '%.evil.example']"), "domain evil.example");
  EXPECT_EQ(read("[file:path LIKE '/a/b/%']"), "path /a/b/");
  EXPECT_EQ(read("[domain-name:value MATCHES '^evil\\.example$']"), "domain evil.example");
  EXPECT_EQ(read("[directory:path = '/a/b']"), "path /a/b/");
  EXPECT_EQ(read("[process:name = 'a' OR process:name = 'b']"), "process a|process b");
  EXPECT_EQ(read("[process:name == 'a']"), "process a");
  EXPECT_EQ(read("[ipv4-addr:value ISSUBSET '192.0.2.0/24']"), "ip 192.0.2.0/24");
  EXPECT_EQ(read("[process:name='a'] WITHIN 5 SECONDS"), "process a");
}

TEST(StixPattern, ReadsPatternsOfValues) {
  EXPECT_EQ(read("[domain-name:value LIKE '%evil%']"), "domain like %evil%");
  EXPECT_EQ(read("[file:name LIKE 'a_b.js']"), "name like a_b.js");
  EXPECT_EQ(read("[file:path LIKE '/a/%/b']"), "path like /a/%/b");
  EXPECT_EQ(read("[directory:path LIKE '/a/%/b']"), "path like /a/%/b/%");
  EXPECT_EQ(read("[directory:path LIKE '/a/%/%']"), "path like /a/%/%");
  EXPECT_EQ(read("[url:value MATCHES '/[a-z]{3}\\\\.php$' OR process:name='b']"),
            "url matches /[a-z]{3}\\.php$|process b");
  EXPECT_EQ(read("[directory:path MATCHES 'a.b']"),
            " / what lies in a folder cannot be told from MATCHES");
  EXPECT_EQ(read("[ipv4-addr:value LIKE '192.0.2.%']"),
            " / LIKE with a pattern is not used with ipv4-addr:value");
  EXPECT_EQ(read("[app:id MATCHES 'com.*']"), " / MATCHES with a pattern is not used with app:id");
}

TEST(StixPattern, ReadsEscapes) {
  EXPECT_EQ(read("[file:name='O\\'Brien\\\\x']"), "name O'Brien\\x");
  EXPECT_EQ(read("[file:name='O''Brien']"), "name O'Brien");
  EXPECT_EQ(read("[file:name='a=b] OR [c']"), "name a=b] OR [c");
}

TEST(StixPattern, NeverMatchesHalfOfOne) {
  EXPECT_EQ(read("[file:name='a' AND file:hashes.MD5='b']"), " / needs several values at once");
  EXPECT_EQ(read("[process:name='a'] AND [domain-name:value='b']"),
            " / needs several values at once");
  EXPECT_EQ(read("[process:name='a'] FOLLOWEDBY [process:name='b']"),
            " / needs an order of events");
  EXPECT_EQ(read("[process:name!='a']"), " / needs an absence");
  EXPECT_EQ(read("[process:name NOT IN ('a')]"), " / needs an absence");
  EXPECT_EQ(read("[process:name='a'] REPEATS 5 TIMES"), " / needs the event several times");
  EXPECT_EQ(read("[process:name='a'] START t'2020-01-01T00:00:00Z' STOP t'2021-01-01T00:00:00Z'"),
            " / holds only in a stated window of time");
  EXPECT_EQ(read("[process:name='a' OR (file:name='b' AND file:name='c')]"),
            "process a / needs several values at once");
  EXPECT_EQ(read("[process:command_line='a']"),
            " / nothing on a phone is compared with process:command_line");
  EXPECT_EQ(read("[file:size > 5]"), " / nothing on a phone is compared with file:size");
}

TEST(StixPattern, SaysWhereItStopsBeingOne) {
  EXPECT_EQ(read(""), " / not a STIX pattern: no '[' at 0");
  EXPECT_EQ(read("[domain-name:value='a'"), " / not a STIX pattern: no ']' at 22");
  EXPECT_EQ(read("[domain-name:value='a"), " / not a STIX pattern: no value at 21");
  EXPECT_EQ(read("[domain-name:value='a'] x"), " / not a STIX pattern: unexpected text at 23");
}

}  // namespace
}  // namespace bridle
