#include "detect/verdict.h"

#include <algorithm>
#include <cstdlib>

namespace bridle {
namespace {

constexpr std::int64_t kNear = 3600 * kSecond;

bool on_a_name(const Finding& f) {
  if (!f.indicator || f.claim != Class::executed) return false;
  const auto& type = f.indicator->type;
  return type == "process" || type == "app" || type == "name";
}

bool attack(const Finding& f) {
  return f.claim == Class::executed || f.claim == Class::delivered || f.claim == Class::targeted;
}

// Something reached the phone. That an unknown program ran is none: it is no more than a name, too.
bool delivery(const Finding& f) {
  return f.claim == Class::delivered || f.claim == Class::targeted;
}

bool near_in_time(const Finding& a, const Finding& b) {
  return std::ranges::any_of(a.times, [&](const NamedTime& x) {
    return std::ranges::any_of(
        b.times, [&](const NamedTime& y) { return std::abs(x.at.us - y.at.us) <= kNear; });
  });
}

// Whether `other` is a reason, independent of the name itself, to believe in `named`.
bool speaks_for(const Finding& other, const Finding& named) {
  if (on_a_name(other) || !attack(other) || other.artefact == named.artefact) return false;
  const bool same_campaign =
      !named.campaign.empty() && other.campaign == named.campaign && other.level == Level::match;
  return same_campaign || (delivery(other) && near_in_time(other, named));
}

}  // namespace

void corroborate(std::vector<Finding>& findings) {
  std::vector<std::size_t> witnesses;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (!on_a_name(findings[i]) && attack(findings[i])) witnesses.push_back(i);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Finding& named = findings[i];
    if (!on_a_name(named)) continue;
    constexpr std::size_t kEnough = 8;
    for (const std::size_t w : witnesses) {
      if (!speaks_for(findings[w], named)) continue;
      named.with.push_back(w);
      if (findings[w].with.size() < kEnough) findings[w].with.push_back(i);
      named.level = Level::match;
      if (named.with.size() == kEnough) break;
    }
  }
}

Verdict verdict(std::span<const Finding> findings, std::span<const Coverage> core) {
  if (std::ranges::any_of(findings, [](const Finding& f) { return f.level == Level::match; }))
    return Verdict::match;
  if (!findings.empty()) return Verdict::lead;
  const bool whole = !core.empty() && std::ranges::all_of(core, [](const Coverage& c) {
    return c.state == State::read && c.gaps == 0;
  });
  return whole ? Verdict::no_match : Verdict::inconclusive;
}

}  // namespace bridle
