#include <algorithm>
#include <variant>

#include "sink/shared_case.h"

namespace bridle {
namespace {

using Cell = std::variant<std::monostate, std::int64_t, Time, std::string>;

struct OwnRow {
  std::string exhibit = {};
  Locator at = {};
  std::vector<Cell> cells = {};
};

// Gives rows that it keeps.
struct Given {
  std::vector<OwnRow> rows;
  std::size_t at = 0;
  std::vector<Value> values = {};

  Result<std::optional<SharedRow>> operator()() {
    if (at == rows.size()) return std::nullopt;
    const OwnRow& row = rows[at++];
    values.clear();
    for (const Cell& cell : row.cells) {
      values.emplace_back();
      if (const auto* n = std::get_if<std::int64_t>(&cell)) values.back() = *n;
      if (const auto* t = std::get_if<Time>(&cell)) values.back() = *t;
      if (const auto* s = std::get_if<std::string>(&cell); s && !s->empty())
        values.back() = std::string_view(*s);
    }
    return SharedRow{.record = {.exhibit = row.exhibit,
                                .path = row.at.path,
                                .domain = row.at.domain,
                                .sha256 = row.at.sha256,
                                .row = row.at.row,
                                .recovered = row.at.recovered,
                                .values = values},
                     .findings = {}};
  }
};

std::int64_t whole(std::uint64_t n) {
  return static_cast<std::int64_t>(n);
}

std::string lines(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : "\n") + one;
  return out;
}

std::string all_times(const Finding& f) {
  std::vector<std::string> out;
  for (const NamedTime& time : f.times) out.push_back(time.field + " " + iso8601(time.at));
  return lines(out);
}

OwnRow row_of(const Finding& f, std::size_t index) {
  std::vector<std::string> with;
  for (const std::size_t other : f.with) with.push_back(finding_id(other));
  const auto first = std::ranges::min_element(f.times, {}, &NamedTime::at);
  const Cited cited = f.indicator.value_or(Cited{});
  return {.exhibit = exhibit_id(f.exhibit),
          .at = f.locator,
          .cells = {finding_id(index), std::string(name(f.claim)), std::string(name(f.level)),
                    first == f.times.end() ? Cell() : Cell(first->at), all_times(f), f.rule,
                    f.campaign, cited.pack, cited.id, cited.type, f.artefact, f.locator.table,
                    f.field, f.value, f.why, lines(f.benign), f.confirm, lines(with)}};
}

SharedTable findings_table(const SharedCase& shared) {
  std::vector<OwnRow> rows;
  const auto& findings = shared.outcome().findings;
  for (std::size_t i = 0; i < findings.size(); ++i) rows.push_back(row_of(findings[i], i));
  return {.name = "findings",
          .title = "What rules and indicators say about records",
          .row = "row of the record",
          .fields = {{"id", Kind::text, "F-0001 is the first"},
                     {"class", Kind::text, "what it claims"},
                     {"level", Kind::text, "match or lead"},
                     {"time", Kind::time, "the record's earliest time"},
                     {"times", Kind::text, "all of its times, one a line"},
                     {"rule", Kind::text, "what applied"},
                     {"campaign", Kind::text, "that the indicator belongs to"},
                     {"pack", Kind::text, "that holds the indicator"},
                     {"indicator", Kind::text, "its id"},
                     {"indicator_type", Kind::text, "what it is about"},
                     {"artefact", Kind::text, "that the record belongs to"},
                     {"store_table", Kind::text, "table of the database that holds the record"},
                     {"field", Kind::text, "of the record, that shows it"},
                     {"value", Kind::content, "what was seen"},
                     {"why", Kind::content, "what it means"},
                     {"benign", Kind::text, "what else explains it, one a line"},
                     {"confirm", Kind::text, "what would confirm it"},
                     {"corroborated_by", Kind::text, "other findings, one a line"}},
          .next = Given{std::move(rows)}};
}

SharedTable coverage_table(const SharedCase& shared) {
  std::vector<OwnRow> rows;
  for (const Coverage& c : shared.outcome().coverage)
    rows.push_back(
        {.exhibit = exhibit_id(c.exhibit),
         .cells = {c.surface, std::string(name(c.state)), whole(c.records), whole(c.gaps), c.why}});
  return {.name = "coverage",
          .title = "What was examined, and how far",
          .fields = {{"surface", Kind::text, "a kind of trace"},
                     {"state", Kind::text, "read, partly, failed, encrypted, absent, unsupported"},
                     {"records", Kind::number, "that were read"},
                     {"gaps", Kind::number, "places that could not be read"},
                     {"why", Kind::content, "the reason"}},
          .next = Given{std::move(rows)}};
}

SharedTable gaps_table(const SharedCase& shared) {
  std::vector<OwnRow> rows;
  for (const Gap& gap : shared.outcome().gaps)
    rows.push_back({.exhibit = exhibit_id(gap.exhibit),
                    .at = {.path = gap.path},
                    .cells = {gap.artefact, whole(gap.at), gap.why}});
  return {.name = "gaps",
          .title = "Places that could not be read",
          .fields = {{"artefact", Kind::text, "that was being read"},
                     {"at", Kind::number, "byte of the file"},
                     {"why", Kind::content, "the reason"}},
          .next = Given{std::move(rows)}};
}

SharedTable exhibits_table(const SharedCase& shared) {
  std::vector<OwnRow> rows;
  const auto& exhibits = shared.outcome().exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i)
    rows.push_back({.exhibit = exhibit_id(i),
                    .at = {.sha256 = exhibits[i].sha256},
                    .cells = {exhibits[i].kind, exhibits[i].device.model, exhibits[i].device.os}});
  return {.name = "exhibits",
          .title = "What was received",
          .fields = {{"kind", Kind::text, "what it is"},
                     {"model", Kind::text, "of the phone"},
                     {"os", Kind::text, "its system"}},
          .next = Given{std::move(rows)}};
}

SharedTable packs_table(const SharedCase& shared) {
  std::vector<OwnRow> rows;
  for (const AppliedPack& pack : shared.outcome().packs)
    rows.push_back({.at = {.sha256 = pack.sha256},
                    .cells = {pack.name, whole(pack.indicators), whole(pack.skipped.size())}});
  return {.name = "packs",
          .title = "Indicators that were applied",
          .fields = {{"pack", Kind::text, "its name"},
                     {"indicators", Kind::number, "in it"},
                     {"skipped", Kind::number, "that were not understood"}},
          .next = Given{std::move(rows)}};
}

SharedTable verdict_table(const SharedCase& shared) {
  const Outcome& outcome = shared.outcome();
  std::vector<std::string> counts;
  for (const FindingCount& c : shared.counts())
    counts.push_back(std::string(name(c.level)) + " " + std::string(name(c.claim)) + " " +
                     std::to_string(c.findings));
  std::vector<OwnRow> rows = {
      {.cells = {shared.id(), std::string(name(outcome.verdict)),
                 std::int64_t{outcome.complete ? 1 : 0}, lines(counts), shared.checked(),
                 outcome.version, std::string(name(shared.level()))}}};
  return {.name = "verdict",
          .title = "What the case says",
          .fields = {{"case", Kind::text, "its id"},
                     {"verdict", Kind::text, "match, lead, inconclusive, no_match, invalid"},
                     {"complete", Kind::number, "1 if all was read that should be there"},
                     {"findings", Kind::text, "how many of each level and class, one a line"},
                     {"checked", Kind::time, "when the check ended"},
                     {"engine", Kind::text, "version of bridle"},
                     {"share", Kind::text, "level of this output"}},
          .next = Given{std::move(rows)}};
}

}  // namespace

std::vector<SharedTable> case_tables(const SharedCase& shared) {
  std::vector<SharedTable> out;
  out.push_back(coverage_table(shared));
  out.push_back(exhibits_table(shared));
  out.push_back(findings_table(shared));
  out.push_back(gaps_table(shared));
  out.push_back(packs_table(shared));
  out.push_back(verdict_table(shared));
  return out;
}

}  // namespace bridle
