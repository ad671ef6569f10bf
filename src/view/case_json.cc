// What the first screen needs, and the cards of the findings. Evidence goes out as sink/shown.h
// writes it: what is invisible is named, links are broken.
#include <algorithm>

#include "sink/case_folder.h"
#include "sink/json.h"
#include "sink/shown.h"
#include "sink/wording.h"
#include "view/json_list.h"
#include "view/shown_case.h"
#include "view/timeline.h"

namespace bridle {
namespace {

constexpr std::size_t kLongest = 4000;

// What the page's phrases are found by: the name of the state, or "unexamined".
std::string_view state_word(std::string_view meant) {
  for (const State s : {State::read, State::partly, State::failed, State::encrypted, State::absent,
                        State::unsupported})
    if (meaning(english(), s) == meant) return name(s);
  return "unexamined";
}

void write_tables(Json& out, const ShownCase& from) {
  write_list(out, "artefacts", from.tables, [&](const RecordTable& table) {
    write_list(out, "fields", table.columns(), [&](const StoredField& field) {
      out.member("doc", field.doc);
      out.member("kind", name(field.kind));
      out.member("name", field.name);
    });
    out.member("id", table.artefact());
    out.member("rows", table.rows());
    out.member("title", table.title());
  });
}

void write_coverage(Json& out, const Outcome& outcome) {
  write_list(out, "coverage", outcome.coverage, [&](const Coverage& c) {
    out.member("exhibit", exhibit_id(c.exhibit));
    out.member("gaps", c.gaps);
    out.member("records", c.records);
    out.member("state", name(c.state));
    out.member("surface", c.surface);
    out.member("title", title_of(c.surface));
    out.member("why", shown(c.why, kLongest));
  });
}

void write_exhibits(Json& out, const Outcome& outcome) {
  std::size_t number = 0;
  write_list(out, "exhibits", outcome.exhibits, [&](const Received& e) {
    out.member("id", exhibit_id(number++));
    out.member("kind", e.kind);
    out.member("model", shown(e.device.model, kLongest));
    out.member("os", shown(e.device.os, kLongest));
    out.member("sha256", e.sha256);
  });
}

void write_packs(Json& out, const Outcome& outcome) {
  write_list(out, "packs", outcome.packs, [&](const AppliedPack& pack) {
    out.member("indicators", pack.indicators);
    out.member("name", shown(pack.name, kLongest));
    out.member("sha256", pack.sha256);
    out.member("skipped", static_cast<std::uint64_t>(pack.skipped.size()));
  });
}

void write_unchecked(Json& out, const Outcome& outcome) {
  write_list(out, "unchecked", unchecked(english(), outcome), [&](const Unchecked& u) {
    out.member("exhibit", u.exhibit);
    out.member("path", shown(u.path, kLongest));
    out.member("places", u.places);
    out.member("state", state_word(u.state));
    // The page has a word of its own for an exhibit as a whole.
    out.member("what", u.what == english()(Common::the_exhibit) ? "" : u.what);
    out.member("why", shown(u.why, kLongest));
  });
}

void write_texts(Json& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key);
  out.begin_array();
  for (const std::string& text : texts) out.value(shown(text, kLongest));
  out.end_array();
}

void write_locator(Json& out, const Locator& at) {
  out.key("locator");
  out.begin_object();
  out.member("domain", shown(at.domain, kLongest));
  out.member("path", shown(at.path, kLongest));
  out.member("recovered", shown(at.recovered, kLongest));
  out.member("row", at.row);
  out.member("sha256", at.sha256);
  out.member("table", shown(at.table, kLongest));
  out.end_object();
}

void write_indicator(Json& out, const Cited& cited) {
  out.key("indicator");
  out.begin_object();
  out.member("id", shown(cited.id, kLongest));
  out.member("pack", shown(cited.pack, kLongest));
  out.member("type", cited.type);
  out.member("value", defanged(cited.value, kLongest));
  out.end_object();
}

void write_finding(Json& out, const Finding& f, std::size_t index) {
  out.member("artefact", f.artefact);
  write_texts(out, "benign", f.benign);
  out.member("campaign", shown(f.campaign, kLongest));
  out.member("class", name(f.claim));
  out.member("confirm", shown(f.confirm, kLongest));
  out.member("exhibit", exhibit_id(f.exhibit));
  out.member("field", f.field);
  out.member("id", finding_id(index));
  if (f.indicator) write_indicator(out, *f.indicator);
  out.member("level", name(f.level));
  write_locator(out, f.locator);
  out.member("rule", f.rule);
  write_list(out, "times", f.times, [&](const NamedTime& time) {
    out.member("field", time.field);
    out.member("utc", iso8601(time.at));
  });
  out.member("title", title_of(f.artefact));
  out.member("value", defanged(f.value, kLongest));
  out.member("why", shown(f.why, kLongest));
  std::vector<std::string> with;
  for (const std::size_t other : f.with) with.push_back(finding_id(other));
  write_texts(out, "with", with);
}

}  // namespace

std::string case_json(const ShownCase& from) {
  const Outcome& outcome = from.outcome;
  Json out(Json::Form::lines);
  out.begin_object();
  write_tables(out, from);
  out.member("case", case_id(outcome));
  out.member("complete", outcome.complete);
  write_coverage(out, outcome);
  write_exhibits(out, outcome);
  out.member("findings", static_cast<std::uint64_t>(outcome.findings.size()));
  const auto span = whole_span(from.tables);
  if (span) out.member("from", iso8601({span->from}));
  out.member("matches", static_cast<std::uint64_t>(
                            std::ranges::count(outcome.findings, Level::match, &Finding::level)));
  write_packs(out, outcome);
  write_unchecked(out, outcome);
  write_texts(out, "unreadable", from.unreadable);
  if (span) out.member("until", iso8601({span->until}));
  out.member("verdict", name(outcome.verdict));
  out.member("version", outcome.version);
  out.end_object();
  return out.take();
}

std::string findings_json(const Outcome& outcome, std::size_t first, std::size_t count) {
  const auto& all = outcome.findings;
  Json out(Json::Form::lines);
  out.begin_object();
  out.key("findings");
  out.begin_array();
  for (std::size_t i = first; i < all.size() && i - first < count; ++i) {
    out.begin_object();
    write_finding(out, all[i], i);
    out.end_object();
  }
  out.end_array();
  out.member("total", static_cast<std::uint64_t>(all.size()));
  out.end_object();
  return out.take();
}

}  // namespace bridle
