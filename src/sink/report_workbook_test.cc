#include "sink/report_workbook.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <vector>

#include "base/text.h"
#include "sink/sample.h"
#include "sink/terminal.h"

namespace bridle {
namespace {

// Every verdict, with and without findings; also what the terminal says of it.
std::vector<std::string> all_texts() {
  std::vector<std::string> out;
  for (int v = 0; v <= static_cast<int>(Verdict::no_match); ++v) {
    Outcome outcome = sample_outcome();
    outcome.verdict = static_cast<Verdict>(v);
    for (const bool complete : {false, true}) {
      outcome.complete = complete;
      out.push_back(workbook_html(outcome, english(), {}));
      out.push_back(terminal_summary(outcome, "case", {.width = 80, .colour = false}));
    }
    for (int c = 0; c <= static_cast<int>(Class::context); ++c) {
      outcome.findings[0].claim = static_cast<Class>(c);
      out.push_back(workbook_html(outcome, english(), {}));
    }
  }
  return out;
}

TEST(Report, NeverUsesBannedWords) {
  const std::regex banned("\\b(clean|safe|infected|unsafe)\\b", std::regex::icase);
  for (const std::string& text : all_texts()) {
    std::smatch found;
    EXPECT_FALSE(std::regex_search(text, found, banned)) << found.str();
  }
}

TEST(Report, RunsAndFetchesNothing) {
  Outcome outcome = sample_outcome();
  Finding& f = outcome.findings[0];
  const std::string hostile =
      "</bdi><script>x</script><img src=https://bad.example/p \" ' onload=x>";
  f.value = f.why = f.field = f.campaign = f.confirm = f.rule = f.artefact = hostile;
  f.benign = {hostile};
  f.locator = {hostile, hostile, hostile, hostile, 1};
  f.indicator = Cited{hostile, hostile, hostile, hostile};
  f.times[0].field = hostile;
  outcome.gaps.push_back({0, hostile, hostile, 0, hostile});
  outcome.coverage.push_back({0, hostile, State::failed, 0, 0, hostile});
  outcome.packs.push_back({hostile, hostile, 1, {{hostile, hostile}}});
  outcome.exhibits.push_back({hostile, hostile, {.model = hostile, .os = hostile}, hostile});
  outcome.version = hostile;
  const std::string html = workbook_html(outcome, english(), {});
  for (const char* bad : {"<script", "<img", "href=\"h", " onload=x>"})
    EXPECT_FALSE(contains(html, bad)) << bad;
  EXPECT_TRUE(contains(html, "default-src 'none'"));
  EXPECT_EQ(html, workbook_html(outcome, english(), {}));
}

TEST(Terminal, AsksForTheKeyOfWhatIsLocked) {
  Outcome outcome = sample_outcome();
  outcome.verdict = Verdict::inconclusive;
  const std::string_view ask = "Check it again with its password or key";
  EXPECT_FALSE(contains(terminal_summary(outcome, "case-1", {.width = 200, .colour = false}), ask));
  outcome.coverage[0].state = State::encrypted;
  EXPECT_TRUE(contains(terminal_summary(outcome, "case-1", {.width = 200, .colour = false}), ask));
}

TEST(Terminal, SaysTheVerdictThenWhatCouldNotBeChecked) {
  EXPECT_EQ(terminal_summary(sample_outcome(), "case-1", {.width = 60, .colour = false}), R"(
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
  MATCH  ·  Traces of a known attack tool
  At least one record fits a published trace of an attack
  tool closely enough that chance does not explain it.
  Incomplete: 0 of 1 surfaces that this exhibit should hold
  were read whole.
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

What could not be checked
  – Messages: SMS and iMessage: read in part (a page could
    not be read)
  – Manifest.plist: could not be read (missing)

Findings: 1 executed, 1 targeted
  F-0001  match · targeted · indicator.domain · Pegasus
          A message holds a link to a known server.
          Messages: SMS and iMessage, row 77,
          2019-05-03T10:11:12Z
          hxxps://bad[.]example/x⟨U+202E⟩
  F-0002  lead · executed · odd_file
          A file that only this tool leaves.
          Files of the backup, row 5
          Library/odd

Next
  1. Keep the phone as it is: no reset, no update, no
     removal of apps.
  2. Have a second examiner repeat the check on a sealed
     copy, then call a digital security helpline.
  3. Look at what could not be checked, and take that from
     the phone again.
  4. Read the report: bridle report case-1 --for analyst
)");
}

}  // namespace
}  // namespace bridle
