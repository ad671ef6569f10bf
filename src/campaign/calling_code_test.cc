#include "campaign/calling_code.h"

#include <gtest/gtest.h>

#include "campaign/account.h"

namespace bridle::campaign {
namespace {

TEST(CallingCode, TheLongestOneThatFitsCounts) {
  EXPECT_EQ(country_of("+33639980001"), "FR");
  EXPECT_EQ(country_of("+12025550123"), "US");
  EXPECT_EQ(country_of("+14165550123"), "CA");
  EXPECT_EQ(country_of("+12425550123"), "BS");
  EXPECT_EQ(country_of("+77000000001"), "KZ");
  EXPECT_EQ(country_of("+79000000001"), "RU");
  EXPECT_EQ(country_of("+9990000001"), "");
  EXPECT_EQ(country_of("15555550101@lid"), "");
  EXPECT_EQ(country_of("+"), "");
}

TEST(Account, HasOneForm) {
  EXPECT_EQ(account_of("33639980001@s.whatsapp.net"), "+33639980001");
  EXPECT_EQ(account_of("33639980001:12@s.whatsapp.net"), "+33639980001");
  EXPECT_EQ(account_of("+33 6 39 98 00 01"), "+33639980001");
  EXPECT_EQ(account_of("0033639980001"), "+33639980001");
  EXPECT_EQ(account_of("15555550101@lid"), "15555550101@lid");
  EXPECT_EQ(account_of("Someone@Mail.Example"), "someone@mail.example");
}

TEST(Account, GroupsAndServicesAreNobody) {
  EXPECT_EQ(account_of("15555550101-1500000000@g.us"), "");
  EXPECT_EQ(account_of("status@broadcast"), "");
  EXPECT_EQ(account_of("911"), "");
  EXPECT_EQ(account_of("Delivery"), "");
  EXPECT_EQ(account_of(""), "");
}

}  // namespace
}  // namespace bridle::campaign
