#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> redirect(const char* from, const char* to, double seconds) {
  return {{"url", sv(from)},
          {"redirect_to_url", sv(to)},
          {"time", at(0)},
          {"redirect_to_time", at(seconds)}};
}

TEST(Rules, RedirectChain) {
  const char* odd = "https://a1.b2.kestrel.example:30495/x7Gq2";
  EXPECT_EQ(Shown("redirect_chain")
                .record("ios_safari_history", redirect("http://news.example/", odd, .003))
                .claims(),
            Claims{std::string("delivered lead ") + odd});
  EXPECT_EQ(Shown("redirect_chain")
                .record("ios_safari_history", redirect("http://news.example/", odd, 2))  // late
                .record("ios_safari_history", redirect("http://a.shop.example/",
                                                       "https://b.shop.example:8443/", .1))  // own
                .record("ios_safari_history", redirect("https://www.news.example/r",
                                                       "https://ad.eu.track.example/click?1", .1))
                .record("ios_safari_history",
                        redirect("http://news.example/", "https://www.news2.example/long/path", .1))
                .claims(),
            Claims{});
}

TEST(Rules, RedirectChainInGoldenFiles) {
  EXPECT_EQ(Shown("redirect_chain").golden("ios_safari_history", "basic").claims(),
            Claims{"delivered lead https://x.end.example:30495/y"});
}

}  // namespace
}  // namespace bridle
