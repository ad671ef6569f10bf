#include "view/gate.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

constexpr std::string_view kHost = "127.0.0.1:4711";

HttpRequest get(std::string target, std::string more = "", std::string_view host = kHost) {
  return *http_request("GET " + target + " HTTP/1.1\r\nHost: " + std::string(host) + "\r\n" + more +
                       "\r\n");
}

HttpRequest post(std::string more) {
  return *http_request("POST /api/review HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n" + more + "\r\n");
}

using enum Gate::Pass;

TEST(Gate, TheTokenIsGoodOnceAndTheCookieFromThenOn) {
  Gate gate(4711, "secret", "crumb");
  EXPECT_EQ(gate.admit(get("/")), no_cookie);
  EXPECT_EQ(gate.admit(get("/?token=wrong")), no_cookie);
  EXPECT_EQ(gate.admit(get("/?token=")), no_cookie);
  EXPECT_EQ(gate.admit(get("/api/case?token=secret")), no_cookie);
  EXPECT_EQ(gate.admit(get("/?token=secret")), entered);
  EXPECT_EQ(gate.admit(get("/?token=secret")), no_cookie);
  EXPECT_EQ(gate.admit(get("/?token=secret", "Cookie: bridle-4711=crumb\r\n")), allowed);
  EXPECT_EQ(gate.admit(get("/api/case", "Cookie: x=y; bridle-4711=crumb\r\n")), allowed);
  EXPECT_EQ(gate.admit(get("/", "Cookie: bridle-4711=crum\r\n")), no_cookie);
  EXPECT_EQ(gate.admit(get("/", "Cookie: bridle-4712=crumb\r\n")), no_cookie);
}

TEST(Gate, OtherNamesOfThisComputerAreRefused) {
  Gate gate(4711, "secret", "crumb");
  const std::string cookie = "Cookie: bridle-4711=crumb\r\n";
  EXPECT_EQ(gate.admit(get("/", cookie, "localhost:4711")), allowed);
  EXPECT_EQ(gate.admit(get("/", cookie, "evil.example:4711")), wrong_host);
  EXPECT_EQ(gate.admit(get("/?token=secret", "", "evil.example:4711")), wrong_host);
  EXPECT_EQ(gate.admit(get("/", cookie, "127.0.0.1:80")), wrong_host);
  EXPECT_EQ(gate.admit(get("/", cookie, "127.0.0.1")), wrong_host);
  EXPECT_EQ(gate.admit(get("/", cookie, "127.0.0.1:4711.evil.example")), wrong_host);
  EXPECT_EQ(gate.admit(*http_request("GET / HTTP/1.1\r\n\r\n")), wrong_host);
}

TEST(Gate, PagesOfOtherSitesAreRefused) {
  Gate gate(4711, "secret", "crumb");
  const std::string cookie = "Cookie: bridle-4711=crumb\r\n";
  EXPECT_EQ(gate.admit(get("/", cookie + "Sec-Fetch-Site: none\r\n")), allowed);
  EXPECT_EQ(gate.admit(get("/", cookie + "Sec-Fetch-Site: same-origin\r\n")), allowed);
  EXPECT_EQ(gate.admit(get("/", cookie + "Sec-Fetch-Site: same-site\r\n")), other_site);
  EXPECT_EQ(gate.admit(get("/", cookie + "Sec-Fetch-Site: cross-site\r\n")), other_site);
  EXPECT_EQ(gate.admit(get("/", cookie + "Origin: http://evil.example\r\n")), other_site);
}

TEST(Gate, WhatChangesAnythingMustNameItsOrigin) {
  Gate gate(4711, "secret", "crumb");
  const std::string cookie = "Cookie: bridle-4711=crumb\r\n";
  EXPECT_EQ(gate.admit(post(cookie)), other_site);
  EXPECT_EQ(gate.admit(post(cookie + "Origin: null\r\n")), other_site);
  EXPECT_EQ(gate.admit(post(cookie + "Origin: http://127.0.0.1:4712\r\n")), other_site);
  EXPECT_EQ(gate.admit(post(cookie + "Origin: http://127.0.0.1:4711\r\n")), allowed);
  EXPECT_EQ(gate.admit(post("Origin: http://127.0.0.1:4711\r\n")), no_cookie);
}

TEST(Gate, SecretsAreLongAndNewEachTime) {
  const auto one = Gate::open(1), two = Gate::open(1);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->address().size(), std::string("http://127.0.0.1:1/?token=").size() + 64);
  EXPECT_NE(one->address(), two->address());
  EXPECT_NE(one->set_cookie(), two->set_cookie());
  EXPECT_NE(one->set_cookie().find("HttpOnly; SameSite=Strict; Path=/"), std::string::npos);
}

}  // namespace
}  // namespace bridle
