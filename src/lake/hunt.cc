#include "lake/hunt.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "engine/conclude.h"
#include "engine/indicator_findings.h"
#include "engine/packs.h"
#include "engine/pool.h"
#include "lake/searched_file.h"
#include "sink/file_text.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// What tells a finding from all others of its case, whoever finds it.
auto identity(const Finding& f) {
  return std::tuple(f.rule, f.indicator ? f.indicator->id : "", f.exhibit, f.artefact,
                    f.locator.domain, f.locator.path, f.locator.row, f.locator.recovered);
}

using FoundByCase = std::map<std::string, FoundInCase>;

// The findings of one artefact in all its files; no more than a check would list.
void add(FoundByCase& into, const std::string& name, FoundInCase found) {
  FoundInCase& all = into[name];
  all.left_out += found.left_out;
  for (Finding& one : found.findings) {
    if (all.findings.size() == kMostFindings)
      ++all.left_out;
    else
      all.findings.push_back(std::move(one));
  }
}

struct Searched {
  std::map<std::string, FoundByCase> by_artefact;
  std::vector<Gap> gaps;
};

Searched search_all(const Lake& lake, const LakeView& view, const Indicators& indicators,
                    unsigned threads) {
  Searched out;
  const std::vector<fs::path> files = view.files();
  std::vector<std::uint64_t> weights;
  for (const fs::path& file : files) weights.push_back(size_of_file(file));
  KeyBlinding blinding(lake.key());
  const Seeker seeker(indicators, blinding);
  const std::atomic<bool> never{false};
  run_ordered(
      {.threads = threads, .ahead = files.size()}, largest_first(weights), never,
      [&](std::size_t n) {
        IdentifierSeal seal(lake.key());
        return search_file(files[n], indicators, seeker, seal);
      },
      [&](std::size_t n, Result<FoundByCase> found) {
        if (!found)
          out.gaps.push_back({.path = files[n].lexically_relative(lake.path()).string(),
                              .artefact = artefact_of_file(files[n]),
                              .why = found.error().what});
        else
          for (auto& [name, one] : *found)
            add(out.by_artefact[artefact_of_file(files[n])], name, std::move(one));
      });
  return out;
}

// What its check would say now. Nothing in the lake says more of a run that was cut short, or of an
// exhibit that changed, than the check did.
void judge_anew(Outcome& outcome) {
  const Verdict before = outcome.verdict;
  const bool complete = outcome.complete;
  conclude(outcome, {}, false);
  outcome.complete = complete;
  if (before == Verdict::invalid) outcome.verdict = before;
  if (before == Verdict::inconclusive && outcome.verdict == Verdict::no_match)
    outcome.verdict = before;
}

std::expected<HuntedCase, std::string> hunted(const Segment& segment, const LakeCase& about,
                                              FoundInCase found) {
  auto outcome = read_result(file_text(segment.path / "results" / (about.name + ".json")));
  if (!outcome) return std::unexpected(about.name + ": its result in the lake cannot be read");
  std::set<decltype(identity(Finding()))> known;
  for (const Finding& one : outcome->findings) known.insert(identity(one));
  std::vector<Finding>& findings = outcome->findings;
  std::erase_if(findings, [](const Finding& one) { return one.indicator.has_value(); });
  for (Finding& one : findings) one.with.clear();
  std::ranges::move(found.findings, std::back_inserter(findings));
  HuntedCase out{.about = about,
                 .version = outcome->version,
                 .before = outcome->verdict,
                 .verdict = outcome->verdict,
                 .complete = outcome->complete,
                 .gaps = outcome->gaps.size(),
                 .findings = {},
                 .is_new = {},
                 .findings_left_out = found.left_out};
  judge_anew(*outcome);
  out.verdict = outcome->verdict;
  for (const Finding& one : findings) out.is_new.push_back(!known.contains(identity(one)));
  out.findings = std::move(findings);
  return out;
}

}  // namespace

std::expected<Hunt, std::string> hunt(const Lake& lake, const HuntOptions& options) {
  const unsigned threads = options.jobs ? options.jobs : Pool().threads;
  const auto indicators = read_indicators(options.packs, options.builtin, threads);
  if (!indicators) return std::unexpected(indicators.error());
  const auto view = LakeView::of(lake);
  if (!view) return std::unexpected(std::string(view.error().what));
  Searched searched = search_all(lake, *view, **indicators, threads);
  Hunt out;
  for (const Pack& pack : (*indicators)->packs) out.packs.push_back(applied(pack));
  out.gaps = std::move(searched.gaps);
  for (const Segment& segment : view->segments) {
    out.records += segment.records;
    for (const LakeCase& about : segment.cases) {
      FoundInCase found;
      for (auto& [artefact, by_case] : searched.by_artefact)
        if (const auto at = by_case.find(about.name); at != by_case.end()) {
          std::ranges::move(at->second.findings, std::back_inserter(found.findings));
          found.left_out += at->second.left_out;
        }
      auto one = hunted(segment, about, std::move(found));
      if (!one) return std::unexpected(std::move(one.error()));
      out.cases.push_back(std::move(*one));
    }
  }
  std::ranges::sort(out.cases, {}, [](const HuntedCase& one) { return one.about.name; });
  return out;
}

}  // namespace bridle
