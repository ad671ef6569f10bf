#include "format/whatsapp_message_info.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace bridle {
namespace {

std::string shown(std::optional<Time> time) {
  return time ? iso8601(*time) : "-";
}

std::string read(std::string_view digits) {
  const std::string message = *from_hex(digits);
  std::string out;
  const auto done = read_message_info(
      as_bytes(message),
      {.recipient =
           [&](const WhatsAppRecipient& r) {
             out += r.who + " came " + shown(r.came) + " read " + shown(r.read) + ";";
           },
       .sign =
           [&](const WhatsAppSign& s) {
             out += std::string(s.owners ? "own " : "") + std::string(s.sign) + " " +
                    std::string(s.id) + " " + std::string(s.who) + " " + shown(s.time);
             out += s.people ? " by " + std::to_string(*s.people) + ";" : ";";
           },
       .broken = [&](const Error& e) { out += "(" + std::to_string(e.at) + " " + e.what + ")"; }});
  if (!done) out += "! " + std::to_string(done.error().at) + " " + done.error().what;
  return out;
}

constexpr const char* kSent = "18a0a5c8b106";  // 2024-05-01T10:00:00Z
constexpr const char* kRead = "12190a078112025550101f20002819520408031002520408011002";

TEST(WhatsAppMessageInfo, CountsFromTheTimeOfSendingWhichStandsBehind) {
  EXPECT_EQ(
      read(std::string(kRead) + "12120a088c770000000000012000520408021002" + kSent + "2002"),
      "12025550101@s.whatsapp.net came 2024-05-01T10:00:01.000000Z read "
      "2024-05-01T10:00:25.000000Z;77000000000001@lid came 2024-05-01T10:00:02.000000Z read -;");
  EXPECT_EQ(read(kRead), "12025550101@s.whatsapp.net came - read -;");
  EXPECT_EQ(read(std::string(kRead) + "1800"), "12025550101@s.whatsapp.net came - read -;");
}

TEST(WhatsAppMessageInfo, KeepsNumbersOfServersThatAreNotKnown) {
  EXPECT_EQ(read("12090a078112025550102f"), "12025550102@s.whatsapp.net came - read -;");
  EXPECT_EQ(read("120c0a0a55120363000000000001"), "120363000000000001 came - read -;");
  EXPECT_EQ(read("12040a0281ab"), "(4 a recipient whose number is no number) came - read -;");
  EXPECT_EQ(read("12020a00"), " came - read -;");
}

TEST(WhatsAppMessageInfo, TellsSignsOfOthersOfTheOwnerAndOfAChannel) {
  EXPECT_EQ(
      read("3a5e0a2f0a0433413041121a313230323535353031303140732e77686174736170702e6e65741a04f09f91"
           "8d20dad8e69cf33112150a04334130421204f09f918d18c0abea9cf33120011a140a090a04f09f918d10b0"
           "090a070a03e29da41003"),
      "👍 3A0A 12025550101@s.whatsapp.net 2024-05-01T10:01:00.250000Z;own 👍 3A0B  "
      "2024-05-01T10:02:00.000000Z;👍   - by 1200;❤   - by 3;");
}

TEST(WhatsAppMessageInfo, KeepsWhatStandsBesideBrokenParts) {
  EXPECT_EQ(read(std::string("12140a078112025550101f2880808080808080808001") + kSent),
            "(2 a receipt at no moment of the calendar)12025550101@s.whatsapp.net came - read -;");
  EXPECT_EQ(read("3a0c0a0a0a01411a01422081ff7f"), "B A  1970-01-01T00:34:57.025000Z;");
  EXPECT_EQ(read("3a060a040a01417f"), " A  -;(7 a sort of field that messages no longer have)");
  EXPECT_EQ(read(std::string(kRead) + "12ff"),
            "12025550101@s.whatsapp.net came - read -;! 27 a length of the message has no end");
}

}  // namespace
}  // namespace bridle
