#include "engine/conclude.h"

#include <algorithm>
#include <vector>

#include "artefact/artefact.h"
#include "detect/verdict.h"
#include "engine/judge.h"

namespace bridle {
namespace {

Expect expectation(std::string_view surface) {
  const auto all = artefacts();
  const auto at = std::ranges::find(all, surface, [](const Artefact* a) { return a->id; });
  return at == all.end() ? Expect::maybe : (*at)->expect;
}

bool read_whole(const Coverage& c) {
  return c.state == State::read && c.gaps == 0;
}

// What depends on the phone may be absent, and a store of another app may be of an unknown form,
// without anything being wrong with the exhibit.
bool as_expected(const Coverage& c) {
  return read_whole(c) || (c.state == State::absent && expectation(c.surface) == Expect::maybe);
}

}  // namespace

void conclude(Outcome& outcome, std::span<const Exhibit> exhibits, bool stopped) {
  order(outcome.findings);
  corroborate(outcome.findings);
  order(outcome.findings);  // some became matches
  std::vector<Coverage> core;
  for (const Coverage& c : outcome.coverage)
    if (expectation(c.surface) == Expect::core) core.push_back(c);
  const bool opened = std::ranges::all_of(
      exhibits, [](const Exhibit& e) { return e.tree->state() == State::read; });
  outcome.complete = !stopped && opened && outcome.gaps.empty() &&
                     std::ranges::all_of(outcome.coverage, as_expected);
  outcome.verdict = verdict(outcome.findings, core);
  if (outcome.verdict == Verdict::no_match && (stopped || !opened))
    outcome.verdict = Verdict::inconclusive;
}

int exit_code(const Outcome& outcome) {
  switch (outcome.verdict) {
    case Verdict::invalid:
      return 6;
    case Verdict::match:
      return 5;
    case Verdict::lead:
      return 4;
    case Verdict::inconclusive:
      return 3;
    case Verdict::no_match:
      break;
  }
  return outcome.complete ? 0 : 3;
}

}  // namespace bridle
