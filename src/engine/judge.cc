#include "engine/judge.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>

namespace bridle {
namespace {

Finding finding(const Rule& rule, const Note& note, const Claim& claim) {
  Finding f;
  f.claim = claim.claim;
  f.level = claim.level;
  f.rule = rule.id;
  f.campaign = claim.campaign;
  f.exhibit = note.exhibit;
  f.artefact = note.artefact;
  f.locator = note.locator;
  f.field = note.field;
  f.value = note.value;
  f.times = note.times;
  f.why = claim.why;
  f.benign.assign(rule.benign.begin(), rule.benign.end());
  f.confirm = rule.confirm;
  return f;
}

}  // namespace

void judge(std::span<const Rule* const> rules, std::vector<Noted> notes,
           std::vector<Finding>& findings) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    std::vector<Note> mine;
    for (Noted& n : notes)
      if (n.rule == i) mine.push_back(std::move(n.note));
    if (mine.empty()) continue;
    std::ranges::stable_sort(mine, {}, &Note::exhibit);
    std::vector<Claim> claims;
    rules[i]->judge(mine, claims);
    for (const Claim& claim : claims)
      findings.push_back(finding(*rules[i], mine.at(claim.note), claim));
  }
}

void order(std::vector<Finding>& findings) {
  std::vector<std::size_t> from(findings.size());
  std::iota(from.begin(), from.end(), std::size_t{0});
  std::ranges::stable_sort(from, {}, [&](std::size_t i) {
    const Finding& f = findings[i];
    return std::tie(f.level, f.claim, f.exhibit, f.artefact, f.locator.domain, f.locator.path,
                    f.locator.row, f.locator.recovered, f.rule, f.value);
  });
  std::vector<std::size_t> to(findings.size());
  std::vector<Finding> sorted;
  for (std::size_t i = 0; i < from.size(); ++i) {
    to[from[i]] = i;
    sorted.push_back(std::move(findings[from[i]]));
  }
  for (Finding& f : sorted) {
    for (std::size_t& with : f.with) with = to[with];
    std::ranges::sort(f.with);
  }
  findings = std::move(sorted);
}

}  // namespace bridle
