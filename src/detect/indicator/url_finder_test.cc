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

TEST(UrlFinder, FindsWhereParametersLead) {
  const std::string redirect = "https://l.example/?u=www.evil.com/path";
  EXPECT_EQ(hosts(redirect), List({"l.example", "www.evil.com"}));
  EXPECT_EQ(texts(redirect), List({redirect, redirect}));
  for (const std::string_view link :
       {"https://l.example/?x=evil.com/a", "https://l.example/?x=evil.com%2Fa",
        "https://l.example/?a=b&Return_URL=evil.com&h=1", "https://l.example/?evil.com/a",
        "https://l.example/x;goto=evil.com", "https://l.example/#url=evil.com",
        "https://l.example/?u=%65vil.com", "https://l.example/?u=//evil.com/a",
        "https://l.example/?u=evil%2Ecom%3A443"})
    EXPECT_EQ(hosts(link), List({"l.example", "evil.com"})) << link;
  EXPECT_EQ(hosts("https://l.example/?a=https%3A%2F%2Fm.example%2F%3Fto%3Dwww.evil.com"),
            List({"l.example", "m.example", "www.evil.com"}));
  EXPECT_EQ(hosts("https://l.example/?to=192.0.2.1"), List({"l.example", "192.0.2.1"}));
}

TEST(UrlFinder, TakesTheValueOfAParameterAlone) {
  struct Paths : FoundSink {
    void on(const Found& f) override { all.push_back(std::string(f.url.path)); }
    List all;
  } paths;
  find_urls("https://l.example/go?u=https://evil.example/a&h=1", paths);
  find_urls("https://l.example/go?u=www.evil.com/b&h=1", paths);
  find_urls("https://l.example/go?u=https://evil.example/c?d&h=1", paths);
  EXPECT_EQ(paths.all, List({"/go", "/a", "/go", "/b", "/go", "/c"}));
}

TEST(UrlFinder, FindsHostsWithoutADot) {
  EXPECT_EQ(hosts("http://3232235777/ and http://0xC0A80101/a."),
            List({"3232235777", "0xC0A80101"}));
  EXPECT_EQ(hosts("see http://030052000401, HTTPS://intranet:8443/x"),
            List({"030052000401", "intranet"}));
  EXPECT_EQ(hosts("http://user:pa.ss@3232235777/"), List({"3232235777"}));
  EXPECT_EQ(hosts("http://localhost/evil.com"), List({"localhost"}));
  EXPECT_EQ(hosts("http://evil%2Eexample/ http://%65vil.example/"),
            List({"evil.example", "evil.example"}));
  EXPECT_EQ(hosts("{\"u\":\"http:\\/\\/3232235777\\/x\"}"), List({"3232235777"}));
  EXPECT_EQ(hosts("https://l.example/?u=http%3A%2F%2F3232235777%2F"),
            List({"l.example", "3232235777"}));
  EXPECT_EQ(hosts("https://evil.example./x"), List({"evil.example."}));
}

TEST(UrlFinder, TakesNoOtherSchemeForOne) {
  for (const std::string_view text :
       {"content://media/external/images", "file:///private/var/tmp", "tel://12025550147",
        "whatsapp://send?phone=12025550147", "app://settings", "12:34://x", "a://b", "http://",
        "http:///x", "http://:80/", "http://-/", "https://,x"})
    EXPECT_EQ(hosts(text), List({})) << text;
}

TEST(UrlFinder, LeavesParametersThatAreNoTargetsAlone) {
  for (const std::string_view link :
       {"https://good.example/?v=1.2.3.4", "https://good.example/?v=1.2.3.4/beta",
        "https://good.example/?q=evil.com", "https://good.example/?file=readme.md",
        "https://good.example/?build=com.example.app", "https://good.example/?url=index.html",
        "https://good.example/?to=12025550147", "https://good.example/?next=page2.1",
        "https://good.example/?a=x&evil.com", "https://good.example/evil.com/x"})
    EXPECT_EQ(hosts(link), List({"good.example"})) << link;
}

TEST(UrlFinder, LeavesOtherTextAlone) {
  EXPECT_EQ(hosts("e.g. file.txt, 1.5 and U.S.A. or a..b"), List({}));
  EXPECT_EQ(hosts("/private/var/evil.com/x C:\\dir\\evil.com"), List({}));
  EXPECT_EQ(hosts("https://good.example/?v=1.2.3.4&x=evil.com"), List({"good.example"}));
  EXPECT_EQ(hosts("10:41:12.5 +1 202.555.0147, 555-01.02, v2.0.1: 3232235777 0xC0A80101"),
            List({}));
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
