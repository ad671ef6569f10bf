#include "artefact/host_in_text.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

TEST(NamesAHost, SeesHostsAddressesAndLinks) {
  for (const std::string_view text :
       {"host=\"cdn.wolf.example\"", "to 203.0.113.7:443", "see https://x", "wolf.example.",
        "com.wolf.net", "x@wolf.org", "WWW.wolf.com", "a.b.c wolf.ly"})
    EXPECT_TRUE(names_a_host(text)) << text;
}

TEST(NamesAHost, PassesOverWhatOnlyLooksLikeOne) {
  for (const std::string_view text :
       {"", "no dot", ".", "...", "a.", ".b", "version 1.2.3", "10.5", "java.net.Socket",
        "com.android.keychain", "System.exit called", "msg.what=2", "map.put(1)", "libfoo.so",
        "1.2.3.4567", "1..3.4", "At the end. Next one."})
    EXPECT_FALSE(names_a_host(text)) << text;
}

}  // namespace
}  // namespace bridle
