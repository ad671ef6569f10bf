#include "view/answer.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

TEST(HttpAnswer, EveryOneForbidsWhatDoesNotComeFromHere) {
  for (const HttpAnswer& answer :
       {HttpAnswer{.body = "{}"}, refused(403, "no"), refused(404, "no")}) {
    const std::string text = wire(answer);
    for (const std::string_view field :
         {"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
          "connect-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
          "form-action 'none'\r\n",
          "Cache-Control: no-store\r\n", "X-Content-Type-Options: nosniff\r\n",
          "Referrer-Policy: no-referrer\r\n", "Content-Length: "})
      EXPECT_NE(text.find(field), std::string::npos) << field;
    EXPECT_EQ(text.find("Access-Control-"), std::string::npos);
  }
}

TEST(HttpAnswer, LengthAndReason) {
  const std::string text = wire(refused(404, "\"quoted\""));
  EXPECT_TRUE(text.starts_with("HTTP/1.1 404 Not Found\r\n"));
  EXPECT_TRUE(text.ends_with("Content-Length: 25\r\n\r\n{\"problem\":\"\\\"quoted\\\"\"}\n"))
      << text;
}

}  // namespace
}  // namespace bridle
