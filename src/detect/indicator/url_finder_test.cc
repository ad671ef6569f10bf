#include "detect/indicator/url_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace bridle {
namespace {

// Hosts, or whole e-mail addresses, in the order in which they are found.
struct Names : FoundSink {
  void on(const Found& f) override {
    all.emplace_back(f.email.empty() ? f.url.host : f.email);
    texts.emplace_back(f.text);
  }
  std::vector<std::string> all, texts;
};

using List = std::vector<std::string>;

List hosts(std::string_view text) {
  Names names;
  find_urls(text, names);
  return names.all;
}

List texts(std::string_view text) {
  Names names;
  find_urls(text, names);
  return names.texts;
}

TEST(UrlFinder, FindsLinksAsPeopleWriteThem) {
  EXPECT_EQ(hosts("see https://evil.example/a?b=1."), List({"evil.example"}));
  EXPECT_EQ(hosts("evil.com/a/b"), List({"evil.com"}));
  EXPECT_EQ(hosts("go to www.evil.com, or evil2.com!"), List({"www.evil.com", "evil2.com"}));
  EXPECT_EQ(hosts("(evil.com) [evil2.com] <evil3.com> \"evil4.com\" 'evil5.com'"),
            List({"evil.com", "evil2.com", "evil3.com", "evil4.com", "evil5.com"}));
  EXPECT_EQ(hosts("hxxps://evil.example:8443/x"), List({"evil.example"}));
  EXPECT_EQ(hosts("EVIL.COM."), List({"EVIL.COM"}));
  EXPECT_EQ(hosts("//evil.com/x"), List({"evil.com"}));
  EXPECT_EQ(hosts("http://192.0.2.1/x 192.0.2.2"), List({"192.0.2.1", "192.0.2.2"}));
  EXPECT_EQ(hosts("http://[2001:db8::1]:80/x"), List({"2001:db8::1"}));
  EXPECT_EQ(hosts("a\\nevil.com\\r"), List({"evil.com"}));
}

TEST(UrlFinder, TakesTheHostBehindTheUserName) {
  EXPECT_EQ(hosts("https://user:pw@evil.example/x"), List({"evil.example"}));
  EXPECT_EQ(hosts("https://www.bank.example@evil.example/"), List({"evil.example"}));
  EXPECT_EQ(hosts("https://a.b:c@evil.example:1/"), List({"evil.example"}));
}

TEST(UrlFinder, FindsMailAddresses) {
  EXPECT_EQ(hosts("mailto:a.person@evil.com,b@evil2.com"),
            List({"a.person@evil.com", "b@evil2.com"}));
  EXPECT_EQ(hosts("<first.last@evil.com>"), List({"first.last@evil.com"}));
}

TEST(UrlFinder, ReadsOtherScripts) {
  EXPECT_EQ(hosts("https://b\u00fccher.example/x"), List({"b\u00fccher.example"}));
  EXPECT_EQ(hosts("\u8bf7\u770bevil.com\u8c22\u8c22"), List({"evil.com"}));
  EXPECT_EQ(hosts("\u00abevil.com\u00bb \u201cevil2.com\u201d\u3002"),
            List({"evil.com", "evil2.com"}));
  EXPECT_EQ(hosts("xn--bcher-kva.com"), List({"xn--bcher-kva.com"}));
}

TEST(UrlFinder, FindsLinksInLinks) {
  const std::string redirect = "https://l.example/l.php?u=https%3A%2F%2Fevil.example%2Fa&h=1";
  EXPECT_EQ(hosts(redirect), List({"l.example", "evil.example"}));
  EXPECT_EQ(texts(redirect), List({redirect, redirect}));
  EXPECT_EQ(hosts("https://a.example/?u=https%253A%252F%252Fevil.example"),
            List({"a.example", "evil.example"}));
  EXPECT_EQ(hosts("https://web.example/web/2020/https://evil.example/"),
            List({"web.example", "evil.example"}));
  EXPECT_EQ(hosts("u=https%3A%2F%2Fevil.example%2Fx"), List({"evil.example"}));
  EXPECT_EQ(hosts("{\"u\":\"https:\\/\\/evil.example\\/x\"}"), List({"evil.example"}));
  EXPECT_EQ(hosts("https://search.example/amp/s/evil.com/x"), List({"search.example", "evil.com"}));
  EXPECT_EQ(hosts("https://r.example/?u=aHR0cHM6Ly9ldmlsLmV4YW1wbGUv"),
            List({"r.example", "evil.example"}));
}

TEST(UrlFinder, LeavesOtherTextAlone) {
  EXPECT_EQ(hosts("e.g. file.txt, 1.5 and U.S.A. or a..b"), List({}));
  EXPECT_EQ(hosts("/private/var/evil.com/x C:\\dir\\evil.com"), List({}));
  EXPECT_EQ(hosts("https://good.example/?v=1.2.3.4&x=evil.com"), List({"good.example"}));
  EXPECT_EQ(hosts("http://localhost/evil.com"), List({}));
  EXPECT_EQ(hosts("1.2.3.4.5"), List({}));
  EXPECT_EQ(hosts(""), List({}));
  EXPECT_EQ(hosts("\u8bf7.\u201d \u3002.com"), List({}));
}

TEST(UrlFinder, EndsLinksWhereTheSentenceGoesOn) {
  EXPECT_EQ(texts("(https://evil.example/a(b))."), List({"https://evil.example/a(b)"}));
  EXPECT_EQ(texts("https://evil.example/a, and"), List({"https://evil.example/a"}));
  EXPECT_EQ(texts("<a href=\"https://evil.example/a\">"), List({"https://evil.example/a"}));
}

}  // namespace
}  // namespace bridle
