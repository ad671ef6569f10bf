#include "format/http_request.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

Result<HttpRequest> asked(std::string line, std::string fields = "Host: 127.0.0.1:4711\r\n") {
  return http_request(line + "\r\n" + fields + "\r\n");
}

TEST(HttpRequest, HeadOfABrowser) {
  const auto got = asked("GET /api/rows?artefact=ios_sms&text=a+b%2Bc&empty= HTTP/1.1",
                         "Host: 127.0.0.1:4711\r\nCOOKIE: a=1; bridle-4711=xyz; b=2\r\n"
                         "Content-Length: 12\r\n");
  ASSERT_TRUE(got);
  EXPECT_EQ(got->method, "GET");
  EXPECT_EQ(got->path, "/api/rows");
  EXPECT_EQ(got->asked("artefact"), "ios_sms");
  EXPECT_EQ(got->asked("text"), "a b+c");
  EXPECT_EQ(got->asked("empty"), "");
  EXPECT_EQ(got->asked("absent"), "");
  EXPECT_EQ(got->field("host"), "127.0.0.1:4711");
  EXPECT_EQ(got->length, 12U);
  EXPECT_EQ(cookie(*got, "bridle-4711"), "xyz");
  EXPECT_EQ(cookie(*got, "bridle"), "");
}

TEST(HttpRequest, EscapesOfThePathAreDecodedOnce) {
  EXPECT_EQ(asked("GET /a%2fb%2541+c HTTP/1.1")->path, "/a/b%41+c");
  EXPECT_FALSE(asked("GET /a%00b HTTP/1.1"));
  EXPECT_FALSE(asked("GET /a%4 HTTP/1.1"));
  EXPECT_FALSE(asked("GET /a% HTTP/1.1"));
  EXPECT_FALSE(asked("GET /?a=%zz HTTP/1.1"));
}

TEST(HttpRequest, WhatCouldBeReadInTwoWaysIsRefused) {
  EXPECT_FALSE(http_request("GET / HTTP/1.1\r\n"));
  EXPECT_FALSE(http_request(""));
  EXPECT_FALSE(asked("GET  / HTTP/1.1"));
  EXPECT_FALSE(asked("GET http://evil.example/ HTTP/1.1"));
  EXPECT_FALSE(asked("GET / HTTP/2"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Host: a\r\nHost: b\r\n"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Content-Length: 1\r\nContent-Length: 2\r\n"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Content-Length: -1\r\n"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Content-Length: 99999999999999999999\r\n"));
  EXPECT_EQ(asked("POST / HTTP/1.1", "Transfer-Encoding: chunked\r\n").error().code,
            Errc::unsupported);
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Host : a\r\n"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "Host: a\r\n folded\r\n"));
  EXPECT_FALSE(asked("GET / HTTP/1.1", "A: b\nc\r\n"));
}

TEST(HttpRequest, OfBoundedSize) {
  std::string many;
  for (int i = 0; i < 101; ++i) many += "A: b\r\n";
  EXPECT_EQ(asked("GET / HTTP/1.1", many).error().code, Errc::too_large);
}

}  // namespace
}  // namespace bridle
