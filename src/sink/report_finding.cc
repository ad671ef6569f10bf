#include <algorithm>

#include "detect/rule.h"
#include "sink/report_parts.h"

namespace bridle {
namespace {

std::string place(const ReportDraft& draft, const Finding& f) {
  std::string out = exact(exhibit_id(f.exhibit)) + " \u00b7 ";
  if (!f.locator.domain.empty()) out += exact(f.locator.domain, 200) + " \u00b7 ";
  out += exact(f.locator.path, 600);
  if (!f.locator.table.empty())
    out += " \u00b7 " + draft.text(Common::table) + " " + exact(f.locator.table, 100);
  if (f.locator.recovered.empty() || f.locator.row != 0)
    out += " \u00b7 " + draft.text(Common::row) + " " + exact(std::to_string(f.locator.row));
  if (!f.locator.recovered.empty())
    out += " \u00b7 " + draft.text(Common::recovered) + " " + exact(f.locator.recovered, 200);
  return out;
}

std::string indicator(const Cited& cited) {
  std::string out = exact(cited.type);
  if (!cited.value.empty()) out += " " + evidence(cited.value, 200);
  return out + " \u00b7 " + exact(cited.id, 120) + " \u00b7 " + exact(cited.pack, 120);
}

std::string times(const ReportDraft& draft, const Finding& f) {
  std::string out;
  for (const NamedTime& time : f.times) {
    if (!out.empty()) out += "<br>";
    out += "<span class=\"t\">" + utc(time.at) + "</span> \u00b7 " + exact(time.field);
  }
  return out.empty() ? draft.text(Common::no_time) : out;
}

std::string corroboration(const Finding& f) {
  std::string out;
  for (const std::size_t other : f.with) {
    if (!out.empty()) out += ", ";
    out += "<a href=\"#" + finding_id(other) + "\">" + finding_id(other) + "</a>";
  }
  return out;
}

const Rule* rule_of(std::string_view id) {
  const auto all = rules();
  const auto at = std::ranges::find(all, id, [](const Rule* r) { return r->id; });
  return at == all.end() ? nullptr : *at;
}

}  // namespace

void write_finding_facts(ReportDraft& draft, const Finding& f) {
  draft.html += "<dl>\n";
  write_fact(draft, draft.text(Common::times), times(draft, f));
  write_fact(draft, draft.text(Common::where), place(draft, f));
  write_fact(draft, "SHA-256", exact(f.locator.sha256));
  if (f.indicator) write_fact(draft, draft.text(Common::indicator), indicator(*f.indicator));
  if (const Rule* rule = rule_of(f.rule)) {
    write_fact(draft, draft.text(Common::rule_sees), draft.in_english(rule->sees));
    write_fact(draft, draft.text(Common::published_in), draft.in_english(rule->source, 300));
  }
  if (!f.with.empty()) write_fact(draft, draft.text(Common::with), corroboration(f));
  draft.html += "</dl>\n";
}

void write_benign(ReportDraft& draft, const Finding& f) {
  draft.html +=
      "<div class=\"weigh\">\n<div><p class=\"small\">" + draft.text(Common::benign_title) + "</p>";
  if (f.benign.empty()) {
    draft.html += "<p>" + draft.text(Common::benign_none) + "</p>";
  } else {
    draft.html += "<ul>";
    for (const std::string& cause : f.benign)
      draft.html += "<li>" + draft.in_english(cause) + "</li>";
    draft.html += "</ul>";
  }
  draft.html += "</div>\n";
  if (!f.confirm.empty())
    draft.html += "<div><p class=\"small\">" + draft.text(Common::confirm_title) + "</p><p>" +
                  draft.in_english(f.confirm) + "</p></div>\n";
  draft.html += "</div>\n";
}

}  // namespace bridle
