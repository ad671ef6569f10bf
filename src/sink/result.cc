#include "sink/result.h"

namespace bridle {
namespace {

void write_exhibit(Json& out, const Received& exhibit, std::size_t index) {
  out.begin_object();
  out.key("device");
  out.begin_object();
  out.optional("model", exhibit.device.model);
  out.optional("os", exhibit.device.os);
  out.end_object();
  out.member("id", exhibit_id(index));
  out.member("kind", exhibit.kind);
  out.member("sha256", exhibit.sha256);
  out.end_object();
}

void write_coverage(Json& out, const Coverage& coverage) {
  out.begin_object();
  out.member("exhibit", exhibit_id(coverage.exhibit));
  out.member("gaps", coverage.gaps);
  out.member("records", coverage.records);
  out.member("state", name(coverage.state));
  out.member("surface", coverage.surface);
  out.member("why", coverage.why);
  out.end_object();
}

void write_gap(Json& out, const Gap& gap) {
  out.begin_object();
  out.optional("artefact", gap.artefact);
  out.member("at", gap.at);
  out.member("exhibit", exhibit_id(gap.exhibit));
  out.member("path", gap.path);
  out.member("why", gap.why);
  out.end_object();
}

void write_locator(Json& out, const Locator& locator) {
  out.begin_object();
  out.optional("domain", locator.domain);
  out.member("path", locator.path);
  out.optional("recovered", locator.recovered);
  out.member("row", locator.row);
  out.member("sha256", locator.sha256);
  out.optional("table", locator.table);
  out.end_object();
}

void write_times(Json& out, const std::vector<NamedTime>& times) {
  out.begin_array();
  for (const NamedTime& time : times) {
    out.begin_object();
    out.member("field", time.field);
    out.member("utc", iso8601(time.at));
    out.end_object();
  }
  out.end_array();
}

void write_indicator(Json& out, const Cited& indicator) {
  out.begin_object();
  out.member("id", indicator.id);
  out.member("pack", indicator.pack);
  out.member("type", indicator.type);
  out.end_object();
}

template <class T, class Write>
void write_list(Json& out, std::string_view key, const std::vector<T>& list, Write write) {
  out.key(key);
  out.begin_array();
  for (std::size_t i = 0; i < list.size(); ++i) write(list[i], i);
  out.end_array();
}

}  // namespace

void write_pack(Json& out, const AppliedPack& pack) {
  out.begin_object();
  out.member("indicators", pack.indicators);
  out.member("name", pack.name);
  out.member("sha256", pack.sha256);
  out.key("skipped");
  out.begin_array();
  for (const SkippedIndicator& skipped : pack.skipped) {
    out.begin_object();
    out.member("id", skipped.id);
    out.member("why", skipped.why);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

void write_finding(Json& out, const Finding& finding, std::size_t index) {
  out.begin_object();
  out.member("artefact", finding.artefact);
  out.key("benign");
  out.begin_array();
  for (const std::string& cause : finding.benign) out.value(std::string_view(cause));
  out.end_array();
  out.optional("campaign", finding.campaign);
  out.member("class", name(finding.claim));
  out.member("confirm", finding.confirm);
  out.member("exhibit", exhibit_id(finding.exhibit));
  out.member("field", finding.field);
  out.member("id", finding_id(index));
  if (finding.indicator) {
    out.key("indicator");
    write_indicator(out, *finding.indicator);
  }
  out.member("level", name(finding.level));
  out.key("locator");
  write_locator(out, finding.locator);
  out.member("rule", finding.rule);
  out.key("times");
  write_times(out, finding.times);
  out.member("value", finding.value);
  out.member("why", finding.why);
  out.key("with");
  out.begin_array();
  for (const std::size_t other : finding.with) out.value(std::string_view(finding_id(other)));
  out.end_array();
  out.end_object();
}

std::string result_json(const Outcome& outcome) {
  Json out;
  out.begin_object();
  out.member("complete", outcome.complete);
  write_list(out, "coverage", outcome.coverage,
             [&](const Coverage& c, std::size_t) { write_coverage(out, c); });
  out.key("engine");
  out.begin_object();
  out.member("name", "bridle");
  out.member("version", outcome.version);
  out.end_object();
  write_list(out, "exhibits", outcome.exhibits,
             [&](const Received& e, std::size_t i) { write_exhibit(out, e, i); });
  write_list(out, "findings", outcome.findings,
             [&](const Finding& f, std::size_t i) { write_finding(out, f, i); });
  write_list(out, "gaps", outcome.gaps, [&](const Gap& g, std::size_t) { write_gap(out, g); });
  write_list(out, "packs", outcome.packs,
             [&](const AppliedPack& p, std::size_t) { write_pack(out, p); });
  out.member("schema", "bridle-result/1");
  out.member("verdict", name(outcome.verdict));
  out.end_object();
  return out.take();
}

std::string findings_jsonl(const Outcome& outcome) {
  std::string out;
  for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
    Json line(Json::Form::lines);
    write_finding(line, outcome.findings[i], i);
    out += line.take();
  }
  return out;
}

}  // namespace bridle
