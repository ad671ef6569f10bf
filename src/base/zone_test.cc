#include "base/zone.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

std::string utc(const char* zone, const char* shown) {
  const auto z = Zone::named(zone);
  return z ? iso8601(z->utc(*parse_time(shown))) : "unknown";
}

TEST(Zone, TurnsWhatTheClockShowedIntoMoments) {
  EXPECT_EQ(utc("Europe/Berlin", "2026-01-09 03:10:11.5"), "2026-01-09T02:10:11.500000Z");
  EXPECT_EQ(utc("Europe/Berlin", "2026-07-09 03:10:11"), "2026-07-09T01:10:11.000000Z");
  EXPECT_EQ(utc("Asia/Kolkata", "2026-07-09 03:10:11"), "2026-07-08T21:40:11.000000Z");
  EXPECT_EQ(utc("GMT+03:30", "2026-07-09 03:10:11"), "2026-07-08T23:40:11.000000Z");
  EXPECT_EQ(utc("GMT", "2026-07-09 03:10:11"), "2026-07-09T03:10:11.000000Z");
}

TEST(Zone, TheHourThatComesTwiceAndTheHourThatDoesNotCome) {
  EXPECT_EQ(utc("Europe/Berlin", "2025-10-26 02:30:00"), "2025-10-26T00:30:00.000000Z");
  EXPECT_EQ(utc("Europe/Berlin", "2025-03-30 02:30:00"), "2025-03-30T01:00:00.000000Z");
}

TEST(Zone, TurnsMomentsIntoWhatTheClockShowed) {
  const auto shown = [](const char* zone, const char* moment) {
    return iso8601(Zone::named(zone)->shown(*parse_time(moment)));
  };
  EXPECT_EQ(shown("Europe/Berlin", "2026-01-09T02:10:11.5Z"), "2026-01-09T03:10:11.500000Z");
  EXPECT_EQ(shown("Europe/Berlin", "2026-07-09T01:10:11Z"), "2026-07-09T03:10:11.000000Z");
  EXPECT_EQ(shown("Europe/Berlin", "2025-10-26T01:30:00Z"), "2025-10-26T02:30:00.000000Z");
  EXPECT_EQ(shown("GMT+03:30", "2026-07-09T23:40:11Z"), "2026-07-10T03:10:11.000000Z");
  EXPECT_EQ(shown("GMT", "2026-07-09T03:10:11Z"), "2026-07-09T03:10:11.000000Z");
}

TEST(Zone, OthersAreUnknown) {
  for (const char* const name : {"", "Nowhere/City", "GMT+99", "GMT+x", "../../etc/passwd"})
    EXPECT_FALSE(Zone::named(name)) << name;
}

}  // namespace
}  // namespace bridle
