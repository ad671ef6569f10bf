#include <gtest/gtest.h>

#include "detect/rule/shown.h"

namespace bridle {
namespace {

std::vector<Made> event(const char* summary, const char* notes, const char* organiser,
                        double created, double end) {
  return {{"summary", sv(summary)},
          {"description", sv(notes)},
          {"organizer_email", sv(organiser)},
          {"created", at(created)},
          {"end", at(end)}};
}

TEST(Rules, BackdatedInvitation) {
  constexpr double kYear = 365 * 86400.0;
  EXPECT_EQ(Shown("backdated_invitation")
                .record("ios_calendar", event("Meeting", "Notes", "a@x.example", kYear, 0))
                .claims(),
            Claims{"delivered lead Meeting / Notes from a@x.example"});
  EXPECT_EQ(Shown("backdated_invitation")
                .record("ios_calendar", event("Meeting", "Notes", "", kYear, 0))  // an own event
                .record("ios_calendar", event("Prize", "Click", "s@x.example", 0, kYear))  // spam
                .claims(),
            Claims{});
  Shown import("backdated_invitation");
  for (int i = 0; i < 20; ++i)
    import.record("ios_calendar", event("Seminar", "", "t@x.example", kYear + i, i));
  EXPECT_EQ(import.claims(), Claims{});
}

}  // namespace
}  // namespace bridle
