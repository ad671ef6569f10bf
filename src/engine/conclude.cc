#include "engine/conclude.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "artefact/called.h"
#include "detect/verdict.h"
#include "engine/judge.h"
#include "source/kinds.h"

namespace bridle {
namespace {

// Surfaces that are no artefact are parts that nothing here reads.
std::optional<Expect> expectation(const Coverage& c, const Outcome& outcome) {
  const Artefact* const artefact = artefact_called(c.surface);
  if (!artefact) return {};
  const std::string& kind = outcome.exhibits[c.exhibit].kind;
  // WhatsApp's stores are of one platform, open or sealed: those of the other are not missed.
  const bool whatsapp = kind == kWhatsAppDatabase || kind == kWhatsAppBackup;
  if (whatsapp && c.state == State::absent) return Expect::maybe;
  const bool core = artefact->core_of == (whatsapp ? kWhatsAppDatabase : std::string_view(kind));
  return core ? Expect::core : artefact->expect;
}

bool read_whole(const Coverage& c) {
  return c.state == State::read && c.gaps == 0;
}

// What depends on the phone may be absent, and a store of another app may be of an unknown form,
// without anything being wrong with the exhibit.
bool as_expected(const Coverage& c, const Outcome& outcome) {
  const auto expected = expectation(c, outcome);
  return !expected || read_whole(c) || (c.state == State::absent && expected == Expect::maybe);
}

}  // namespace

void conclude(Outcome& outcome, std::span<const Exhibit> exhibits, bool stopped) {
  order(outcome.findings);
  corroborate(outcome.findings);
  order(outcome.findings);  // some became matches
  std::vector<Coverage> core;
  for (const Coverage& c : outcome.coverage)
    if (expectation(c, outcome) == Expect::core) core.push_back(c);
  const bool opened = std::ranges::all_of(
      exhibits, [](const Exhibit& e) { return e.tree->state() == State::read; });
  outcome.complete = !stopped && opened && outcome.gaps.empty() &&
                     std::ranges::all_of(outcome.coverage, [&](const Coverage& c) {
                       return as_expected(c, outcome);
                     });
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
