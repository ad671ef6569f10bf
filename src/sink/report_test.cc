#include "sink/report.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "base/text.h"
#include "sink/custody.h"
#include "sink/report_court.h"
#include "sink/report_letter.h"
#include "sink/report_workbook.h"
#include "sink/result.h"
#include "sink/sample.h"

namespace bridle {
namespace {

std::vector<Outcome> all_outcomes() {
  std::vector<Outcome> out;
  for (int v = 0; v <= static_cast<int>(Verdict::no_match); ++v)
    for (int c = 0; c <= static_cast<int>(Class::context); ++c) {
      out.push_back(sample_outcome());
      out.back().verdict = static_cast<Verdict>(v);
      out.back().complete = c % 2 == 0;
      out.back().findings[0].claim = static_cast<Class>(c);
      if (c == 0) out.back().findings.clear();
    }
  return out;
}

Report court_of(const Outcome& outcome, const Language& say) {
  return court_exhibit({.outcome = outcome, .result_sha256 = "aa", .custody = {}, .stem = "court"},
                       say);
}

// Everything that came from evidence, or could have.
Outcome hostile_outcome(const std::string& text) {
  Outcome out = sample_outcome();
  Finding& f = out.findings[0];
  f.value = f.why = f.field = f.campaign = f.confirm = f.rule = f.artefact = text;
  f.benign = {text};
  f.locator = {text, text, text, text, 1, text};
  f.indicator = Cited{text, text, text, text};
  f.times[0].field = text;
  out.gaps.push_back({0, text, "", 0, text});
  out.coverage.push_back({0, text, State::failed, 0, 0, text});
  out.packs.push_back({text, text, 1, {{text, text}}});
  out.exhibits.push_back({text, text, {.model = text, .os = text}, text});
  out.version = text;
  return out;
}

TEST(Reports, RunAndFetchNothing) {
  const Outcome outcome =
      hostile_outcome("</bdi><script>x</script><img src=https://bad.example/p \" ' onload=x>");
  for (const Language& say : languages())
    for (const std::string& html : {letter_html(outcome, say), workbook_html(outcome, say, {}),
                                    court_of(outcome, say).html}) {
      for (const char* bad : {"<script", "<img", "href=\"h", " onload=x>", "{0}"})
        EXPECT_FALSE(contains(html, bad)) << bad;
      EXPECT_TRUE(contains(html, "default-src 'none'"));
      EXPECT_TRUE(contains(html, "<html lang=\"" + std::string(say.code) + "\" dir=\"" +
                                     std::string(say.direction) + "\">"));
    }
}

TEST(Letter, HoldsNoValueAndNoName) {
  const Outcome outcome = hostile_outcome("Kestrel");
  for (const Language& say : languages()) {
    Outcome named = outcome;
    named.version = "0.1.0";
    EXPECT_FALSE(contains(letter_html(named, say), "Kestrel"));
  }
}

TEST(Letter, BeginsWithOneOfFiveSentencesAndStaysSmall) {
  for (const Language& say : languages()) {
    std::set<std::string> firsts;
    for (const Outcome& outcome : all_outcomes()) {
      const std::string html = letter_html(outcome, say);
      EXPECT_LT(html.size(), 100'000);
      firsts.emplace(*between(html, "<p class=\"first", "</p>"));
    }
    EXPECT_EQ(firsts.size(), 5);
  }
}

TEST(Letter, AsksForTheKeyOfWhatIsLocked) {
  Outcome outcome = sample_outcome();
  outcome.verdict = Verdict::inconclusive;
  const std::string_view ask = english()(Letter::step_password);
  EXPECT_FALSE(contains(letter_html(outcome, english()), ask));
  outcome.coverage[0].state = State::encrypted;
  EXPECT_TRUE(contains(letter_html(outcome, english()), ask));
}

TEST(Court, StaysUnderAMegabyteAndKeepsTheRestInAnAnnex) {
  std::string long_text;
  for (int i = 0; i < 2000; ++i) long_text += "\u202e";
  Outcome outcome = hostile_outcome(long_text);
  outcome.version = "0.1.0";
  for (int i = 0; i < 300; ++i) {
    outcome.findings.push_back(outcome.findings[0]);
    outcome.gaps.push_back(outcome.gaps.back());
    outcome.coverage.push_back(outcome.coverage.back());
    outcome.packs.push_back(outcome.packs.back());
    outcome.exhibits.push_back(outcome.exhibits.back());
  }
  const Report court = court_of(outcome, *language("ar"));
  EXPECT_LT(court.html.size(), 1'000'000);
  ASSERT_EQ(court.annexes.size(), 1);
  EXPECT_EQ(court.annexes[0].name, "court.annex-a.html");
  EXPECT_TRUE(contains(court.annexes[0].html, "F-0302"));
  EXPECT_TRUE(court_of(sample_outcome(), english()).annexes.empty());
}

TEST(Court, TellsABrokenChain) {
  const Outcome outcome = sample_outcome();
  const auto html_with = [&](std::string_view custody) {
    return court_exhibit({.outcome = outcome,
                          .result_sha256 = "aa",
                          .custody = custody_lines(custody),
                          .stem = "court"},
                         english())
        .html;
  };
  EXPECT_TRUE(contains(html_with(""), english()(Court::custody_none)));
  EXPECT_TRUE(contains(html_with("{\"prev\":\"ff\"}\n"), "The chain is broken: line 1 "));
  EXPECT_TRUE(contains(html_with(custody_line({.actor = "ann", .action = "check"}, 0, "")),
                       "SHA-256 of the last line"));
}

TEST(Reports, SayThatAFolderHoldsNoCase) {
  const auto none = make_report(std::filesystem::temp_directory_path() / "bridle-no-such-case",
                                Audience::court, english(), "court");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, Errc::missing);
}

TEST(Pdf, IsTheSameEachTime) {
  const std::string html = letter_html(sample_outcome(), *language("ar"));
  const auto first = printed_pdf(html);
  if (!first && first.error().code == Errc::missing) GTEST_SKIP() << first.error().what;
  ASSERT_TRUE(first) << first.error().what;
  EXPECT_TRUE(first->starts_with("%PDF-1.7"));
  EXPECT_EQ(*first, *printed_pdf(html));
}

}  // namespace
}  // namespace bridle
