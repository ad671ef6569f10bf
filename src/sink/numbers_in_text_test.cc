#include "sink/numbers_in_text.h"

#include <gtest/gtest.h>

#include <string>

namespace bridle {
namespace {

std::string seen(std::string_view text, Numbers numbers = Numbers::all) {
  return replaced(text, numbers,
                  [](std::string_view found) { return "<" + std::string(found) + ">"; });
}

TEST(NumbersInText, FindsAddressesAndIds) {
  EXPECT_EQ(seen("write to ann@mail.example, or bob.b+x@b.example."),
            "write to <ann@mail.example>, or <bob.b+x@b.example>.");
  EXPECT_EQ(seen("Media/15555550101@s.whatsapp.net/a.jpg"),
            "Media/<15555550101@s.whatsapp.net>/a.jpg");
  EXPECT_EQ(seen("15555550101-1612345678@g.us"), "<15555550101-1612345678@g.us>");
  EXPECT_EQ(seen("15555550101:12@s.whatsapp.net"), "<15555550101:12@s.whatsapp.net>");
  EXPECT_EQ(seen("mailto:ann@mail.example"), "mailto:<ann@mail.example>");
  EXPECT_EQ(seen("a @ b, @ann, 5@"), "a @ b, @ann, 5@");
}

TEST(NumbersInText, FindsNumbersAsPeopleWriteThem) {
  EXPECT_EQ(seen("call +1 (555) 555-0101 now"), "call <+1 (555) 555-0101> now");
  EXPECT_EQ(seen("06 55 55 01 01, 555-0123"), "<06 55 55 01 01>, <555-0123>");
  EXPECT_EQ(seen("https://wa.example/15555550101?x"), "https://wa.example/<15555550101>?x");
  EXPECT_EQ(seen("+15555550101\n+15555550102"), "<+15555550101>\n<+15555550102>");
}

TEST(NumbersInText, LeavesWhatIsNoNumberOfATelephone) {
  for (const std::string_view text :
       {"2024-04-16T09:12:04.000000Z", "192.0.2.17", "48.8566140", "123456", "file12345678.jpg",
        "10F199DA-9326-401B-8F04-703456789012", "12345678-1234-4000-8000-000000000002",
        "2c4986c75406d237afe18afb3b51cc58", "12345678901234567890", "12345678:", ""})
    EXPECT_EQ(seen(text), text);
}

TEST(NumbersInText, TakesOnlyMarkedOnesIfSoAsked) {
  EXPECT_EQ(seen("+15555550101 or 15555550101", Numbers::marked), "<+15555550101> or 15555550101");
}

TEST(NumbersInText, TakesTimeLinearInTheText) {
  const std::string many(1 << 20, '@'), digits(1 << 20, '1'),
      dots = std::string(1 << 20, '.') + "@";
  EXPECT_EQ(seen(many), many);
  EXPECT_EQ(seen(digits), digits);
  EXPECT_EQ(seen(dots), dots);
}

}  // namespace
}  // namespace bridle
