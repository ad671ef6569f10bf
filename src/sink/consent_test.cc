#include "sink/consent.h"

#include <gtest/gtest.h>

namespace bridle {
namespace {

constexpr std::string_view kWhole = R"({"schema": "bridle-consent/1", "owner": "Noor P.",
 "given": "2026-11-20", "purpose": "whether the phone was attacked", "language": "ar",
 "exhibits": ["ios-backup"], "share": {"level": "matched", "with": ["court"]},
 "keep_until": "2027-11-20"})";
constexpr std::string_view kLeast =
    R"({"schema":"bridle-consent/1","owner":"N","given":"2026-11-20","purpose":"p")";

Time at(const char* text) {
  return *parse_time(text);
}

TEST(Consent, IsHeldAgainstWhatIsAsked) {
  const auto given = consent(kWhole);
  ASSERT_TRUE(given);
  const Time now = at("2026-11-26T00:00:00Z");
  EXPECT_EQ(refuses_exhibit(*given, "ios-backup", now), std::nullopt);
  EXPECT_EQ(refuses_exhibit(*given, "android-bugreport", now),
            "the owner's consent does not name exhibits of the kind android-bugreport");
  EXPECT_EQ(refuses_sharing(*given, Share::matched, "court", now), std::nullopt);
  EXPECT_EQ(refuses_sharing(*given, Share::full, "owner", now), std::nullopt);
  EXPECT_EQ(refuses_sharing(*given, Share::context, "court", now),
            "the owner's consent goes as far as \"matched\", not \"context\"");
  EXPECT_EQ(refuses_sharing(*given, Share::verdict, "cert", now),
            "the owner's consent does not name the reader \"cert\"");
}

TEST(Consent, HoldsUntilItsLastDayIsOver) {
  const auto given = consent(kWhole);
  ASSERT_TRUE(given);
  EXPECT_EQ(refuses_exhibit(*given, "ios-backup", at("2027-11-20T23:59:59Z")), std::nullopt);
  EXPECT_EQ(refuses_exhibit(*given, "ios-backup", at("2027-11-21T00:00:00Z")),
            "the owner's consent ended on 2027-11-20");
  EXPECT_EQ(refuses_sharing(*given, Share::verdict, "owner", at("2027-11-21T00:00:00Z")),
            "the owner's consent ended on 2027-11-20");
}

TEST(Consent, WithoutAWordOnSharingNothingLeaves) {
  const auto given = consent(std::string(kLeast) + "}");
  ASSERT_TRUE(given);
  const Time now = at("2026-11-26T00:00:00Z");
  EXPECT_EQ(refuses_exhibit(*given, "android-bugreport", now), std::nullopt);
  EXPECT_EQ(refuses_sharing(*given, Share::verdict, "analyst", now),
            "the owner did not consent that anything leaves the case");
}

TEST(Consent, IsWrittenIntoTheCaseAsItWasRead) {
  Json out(Json::Form::lines);
  write_consent(out, {.consent = *consent(kWhole), .text = "abc"});
  EXPECT_EQ(
      out.take(),
      R"({"exhibits":["ios-backup"],"given":"2026-11-20",)"
      R"("keep_until":"2027-11-20","language":"ar","owner":"Noor P.",)"
      R"("purpose":"whether the phone was attacked","sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",)"
      R"("share":{"level":"matched","with":["court"]}})"
      "\n");
}

// A limit that is not understood must not pass for none.
TEST(Consent, WhatIsNotUnderstoodIsRefused) {
  const std::string least(kLeast);
  for (const char* rest :
       {R"(,"share":{"level":"most"}})", R"(,"share":"all"})", R"(,"share":{"with":["court"]}})",
        R"(,"share":{"level":"full","with":["press"]}})", R"(,"keep_until":"soon"})",
        R"(,"exhibits":"all"})", R"(,"exibits":["ios-backup"]})"})
    EXPECT_EQ(consent(least + rest).error().code, Errc::malformed) << rest;
  for (const char* text : {"", "[]", "{}", R"({"schema":"bridle-consent/2"})"})
    EXPECT_EQ(consent(text).error().code, Errc::malformed) << text;
}

}  // namespace
}  // namespace bridle
