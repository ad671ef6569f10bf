#include "engine/worker_message.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace bridle {
namespace {

TEST(WorkerMessage, ComesBackAsItWas) {
  const Message said{.said = Said::found,
                     .numbers = {0, 1, 0xffffffffffffffff},
                     .texts = {"ios_sms", "", std::string("a\0b", 3)}};
  const std::string packet = packet_of(said);
  const auto heard = message_of(as_bytes(packet));
  ASSERT_TRUE(heard);
  EXPECT_EQ(heard->said, said.said);
  EXPECT_EQ(heard->numbers, said.numbers);
  EXPECT_EQ(heard->texts, said.texts);
}

TEST(WorkerMessage, IsRefusedIfAnythingIsMissingOrLeft) {
  const std::string whole = packet_of({.said = Said::took, .numbers = {7}, .texts = {"reading"}});
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(message_of(as_bytes(whole).first(size))) << size;
  EXPECT_FALSE(message_of(as_bytes(whole + "x")));
  EXPECT_FALSE(message_of(as_bytes(std::string("\x7f\0\0", 3))));
}

TEST(WorkerMessage, CutsTextsThatAreTooLong) {
  const std::string packet =
      packet_of({.said = Said::refused, .texts = {std::string(kLongestText + 1, 'x')}});
  EXPECT_EQ(message_of(as_bytes(packet))->texts[0].size(), kLongestText);
}

}  // namespace
}  // namespace bridle
