#include "detect/indicator/web_address.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

std::string read(std::string_view host) {
  const auto address = web_address(host);
  return address ? text_of(*address) : "no address";
}

TEST(WebAddress, ReadsEveryFormThatBrowsersOpen) {
  for (const std::string_view host :
       {"192.168.1.1", "3232235777", "0xC0A80101", "0XC0A80101", "030052000401", "0300.0250.01.01",
        "0xC0.0xa8.0x1.0x1", "192.168.257", "192.11010305", "192.168.1.1.", "0xc0.168.0401"})
    EXPECT_EQ(read(host), "192.168.1.1") << host;
  EXPECT_EQ(read("0"), "0.0.0.0");
  EXPECT_EQ(read("0x"), "0.0.0.0");
  EXPECT_EQ(read("4294967295"), "255.255.255.255");
  EXPECT_EQ(read("2001:db8::1"), "2001:db8::1");
}

TEST(WebAddress, LeavesNamesAndBrokenNumbersAlone) {
  for (const std::string_view host :
       {"", ".", "evil.example", "1.2.3.example", "4294967296", "256.1.1.1", "1.2.3.256",
        "1.2.65536", "1.2.3.4.5", "09.1.1.1", "1..1", "1.2.3.08", "0xg", "-1", "+1", "1.2.3.4..",
        "99999999999999999999999", "0x1ffffffffffffffff"})
    EXPECT_EQ(read(host), "no address") << host;
}

}  // namespace
}  // namespace bridle
