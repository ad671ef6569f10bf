#include "sink/finding_words.h"

namespace bridle {

std::string finding_words(const Finding& f) {
  std::string out = std::string(name(f.level)) + ", " + std::string(name(f.claim)) + " (rule " +
                    f.rule + "): " + f.why;
  if (!f.campaign.empty()) out += " Campaign of the indicator: " + f.campaign + ".";
  if (!f.benign.empty()) {
    out += " What else explains it:";
    for (const std::string& cause : f.benign) out += (cause == f.benign[0] ? " " : "; ") + cause;
    out += ".";
  }
  if (!f.confirm.empty()) out += " What would confirm it: " + f.confirm + ".";
  out += " Where: " + exhibit_id(f.exhibit) + " " + f.locator.domain +
         (f.locator.domain.empty() ? "" : "/") + f.locator.path + ", row " +
         std::to_string(f.locator.row) + " of " + f.artefact + ", field " + f.field + ".";
  return out;
}

std::string verdict_words(const SharedCase& shared) {
  const Outcome& outcome = shared.outcome();
  std::string out = "Verdict: " + std::string(name(outcome.verdict)) +
                    (outcome.complete ? "; complete." : "; not complete.");
  for (const FindingCount& c : shared.counts())
    out += " Findings, " + std::string(name(c.level)) + " " + std::string(name(c.claim)) + ": " +
           std::to_string(c.findings) + ".";
  for (const Coverage& c : outcome.coverage) {
    if (c.state == State::absent) continue;
    out += " " + exhibit_id(c.exhibit) + " " + c.surface + ": " + std::string(name(c.state)) +
           ", " + std::to_string(c.records) + " records, " + std::to_string(c.gaps) + " gaps.";
  }
  return out + " A verdict speaks only of what was read.";
}

}  // namespace bridle
