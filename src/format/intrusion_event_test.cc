#include "format/intrusion_event.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace bridle {
namespace {

std::string shown(std::string_view digits) {
  const auto line = intrusion_event_line(as_bytes(*from_hex(digits)));
  return line ? *line : std::to_string(line.error().at) + " " + line.error().what;
}

// The letter a, and no text.
constexpr std::string_view kA = "0100000061000000", kNone = "ffffffff";

std::string connection() {
  return "0200000002000000" + std::string(kA) + "bb010000" + std::string(kNone) +
         "7b00000000000000" + "0500000000000000";
}

TEST(IntrusionEvent, ReadsWhatTheExportSays) {
  EXPECT_EQ(shown(connection()),
            "{\"connect_event\":{\"event_id\":5,\"event_time\":123,\"package_name\":null,"
            "\"port\":443,\"ip_address\":\"a\"}}");
  EXPECT_EQ(shown("0100000001000000" + std::string(kA) + "01000000" + std::string(kA) + "09000000" +
                  std::string(kA) + "7b000000000000000500000000000000"),
            "{\"dns_event\":{\"event_id\":5,\"event_time\":123,\"package_name\":\"a\","
            "\"hostname\":\"a\",\"ip_addresses\":[\"a\"],\"ip_addresses_count\":9}}");
}

// Records with a tag and a list of values: 7, "x".
TEST(IntrusionEvent, NamesTheValuesOfRecords) {
  EXPECT_EQ(shown("0000000006000000000000002d00000011001c000000000000000000010000000200000000000000"
                  "e80300007634030003020007000000020100000078000000"),
            "{\"security_event\":{\"event_id\":6,\"event_time\":1000000002,"
            "\"wifi_disconnection\":{\"bssid\":7,\"reason\":\"x\"}}}");
  EXPECT_EQ(shown("0000000006000000000000002d00000011001c000000000000000000010000000200000000000000"
                  "e80300000700000003020007000000020100000078000000"),
            "{\"security_event\":{\"event_id\":6,\"event_time\":1000000002,"
            "\"7\":{\"value0\":7,\"value1\":\"x\"}}}");
}

TEST(IntrusionEvent, SaysWhereItWasCut) {
  const std::string whole = connection();
  for (std::size_t n = 0; n < whole.size(); n += 2)
    EXPECT_TRUE(shown(whole.substr(0, n)).ends_with("the data ends early")) << n;
  EXPECT_EQ(shown("0300000003000000"), "0 an event of no known sort");
  EXPECT_EQ(shown("0100000002000000"), "0 an event of no known sort");
}

}  // namespace
}  // namespace bridle
