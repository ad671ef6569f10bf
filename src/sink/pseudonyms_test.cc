#include "sink/pseudonyms.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "sink/case_key.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

const std::string kKey(32, 'k');

TEST(Pseudonyms, AreTheSameForAllFormsOfOneNumber) {
  const Pseudonyms names(kKey);
  const std::string one = names.of("+1 (555) 555-0101");
  EXPECT_EQ(one, "phone-jkplnhegeimn");
  for (const char* form : {"15555550101", "0015555550101", "15555550101@s.whatsapp.net",
                           "15555550101:3@s.whatsapp.net", "tel:+15555550101"})
    EXPECT_EQ(names.of(form), one);
  EXPECT_NE(names.of("+15555550102"), one);
  EXPECT_EQ(names.of("mailto:Ann@mail.example"), names.of("ann@mail.example"));
  EXPECT_TRUE(names.of("ann@mail.example").starts_with("email-"));
  EXPECT_TRUE(names.of("@ann").starts_with("account-"));
  EXPECT_TRUE(names.of("Ann", "name").starts_with("name-"));
  EXPECT_EQ(names.of(""), "");
}

TEST(Pseudonyms, DependOnTheCase) {
  EXPECT_NE(Pseudonyms(kKey).of("+15555550101"),
            Pseudonyms(std::string(32, 'j')).of("+15555550101"));
}

TEST(Pseudonyms, LeaveWhatTheyAreTold) {
  Pseudonyms names(kKey);
  names.leave("+15555550101");
  EXPECT_EQ(names.of("15555550101@s.whatsapp.net"), "15555550101@s.whatsapp.net");
  EXPECT_EQ(names.in_words("from +1 555 555 0101"), "from +1 555 555 0101");
}

TEST(Pseudonyms, AreFoundInText) {
  Pseudonyms names(kKey);
  names.know("F2LX0EXAMPLE", "device");
  names.know("ab", "name");  // too short: it would be found everywhere
  const std::string phone = names.of("+15555550101"), device = names.of("F2LX0EXAMPLE", "device");
  EXPECT_EQ(names.in_words("abc 15555550101 on F2LX0EXAMPLE"), "abc " + phone + " on " + device);
  EXPECT_EQ(names.in_text("15555550101 on F2LX0EXAMPLE"), "15555550101 on " + device);
  const std::string once = names.in_words("15555550101, ann@mail.example");
  EXPECT_EQ(names.in_words(once), once);
}

TEST(CaseKey, IsMadeOnceAndForItsOwnerAlone) {
  const fs::path folder = fs::path(testing::TempDir()) / "case-key";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const auto made = case_key(folder);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->size(), 32U);
  EXPECT_EQ(fs::status(folder / "case.key").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(case_key(folder), *made);
  std::ofstream(folder / "case.key") << "00ff\n";
  EXPECT_EQ(case_key(folder).error().code, Errc::malformed);
  EXPECT_EQ(case_key(folder / "none").error().code, Errc::missing);
}

}  // namespace
}  // namespace bridle
