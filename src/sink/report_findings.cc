#include <algorithm>
#include <vector>

#include "detect/rule.h"
#include "sink/html.h"
#include "sink/report_parts.h"
#include "sink/wording.h"

namespace bridle {
namespace {

constexpr std::size_t kMostCards = 200;  // of one class; the rest stands in a table
constexpr std::size_t kMostRows = 2000;

void write_fact(std::string& out, std::string_view term, const std::string& html) {
  out += "<dt>" + std::string(term) + "</dt><dd>" + html + "</dd>\n";
}

std::string place(const Finding& f) {
  std::string out = exhibit_id(f.exhibit) + " \u00b7 ";
  if (!f.locator.domain.empty()) out += exact(f.locator.domain, 200) + " \u00b7 ";
  out += exact(f.locator.path, 600);
  if (!f.locator.table.empty()) out += " \u00b7 table " + exact(f.locator.table, 100);
  const bool numbered = f.locator.recovered.empty() || f.locator.row != 0;
  if (numbered)
    out += " \u00b7 row <span class=\"exact\">" + std::to_string(f.locator.row) + "</span>";
  if (!f.locator.recovered.empty())
    out += " \u00b7 deleted, recovered from: " + exact(f.locator.recovered, 200);
  return out;
}

std::string indicator(const Cited& cited) {
  std::string out = escaped(cited.type);
  if (!cited.value.empty()) out += " " + evidence(cited.value, 200);
  return out + ", " + exact(cited.id, 120) + " of " + exact(cited.pack, 120);
}

std::string times(const Finding& f) {
  std::string out;
  for (const NamedTime& time : f.times) {
    if (!out.empty()) out += "<br>";
    out += "<span class=\"t\">" + utc(time.at) + "</span> (" + escaped(time.field) + ")";
  }
  return out.empty() ? "none in the record" : out;
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

void write_facts(std::string& out, const Finding& f) {
  out += "<dl>\n";
  write_fact(out, "Times", times(f));
  write_fact(out, "Where", place(f));
  write_fact(out, "SHA-256", exact(f.locator.sha256));
  if (f.indicator) write_fact(out, "Indicator", indicator(*f.indicator));
  if (const Rule* rule = rule_of(f.rule)) {
    write_fact(out, "Rule sees", escaped(rule->sees));
    write_fact(out, "Published in", evidence(rule->source, 300));
  }
  if (!f.with.empty()) write_fact(out, "Corroborated by", corroboration(f));
  out += "</dl>\n";
}

void write_weighing(std::string& out, const Finding& f) {
  out += "<div class=\"weigh\">\n<div><h5>What else explains it</h5>";
  if (f.benign.empty()) out += "<p>Nothing harmless is known to leave this trace.</p>";
  if (!f.benign.empty()) out += "<ul>";
  for (const std::string& cause : f.benign) out += "<li>" + evidence(cause) + "</li>";
  if (!f.benign.empty()) out += "</ul>";
  out += "</div>\n";
  if (!f.confirm.empty())
    out += "<div><h5>What would confirm it</h5><p>" + evidence(f.confirm) + "</p></div>\n";
  out +=
      "</div>\n<p class=\"decision\"><span>Analyst's decision:</span><span>\u2610 confirmed</span>"
      "<span>\u2610 explained otherwise</span><span>\u2610 open</span>"
      "<span>Initials and date: ____________________</span></p>\n";
}

void write_card(std::string& out, const Finding& f, std::size_t index) {
  out += "<article class=\"finding " + std::string(tone(f.level)) + "\" id=\"" + finding_id(index) +
         "\">\n<h4><span class=\"id\">" + finding_id(index) + "</span>" +
         chip(tone(f.level), name(f.level)) + "<span>" + escaped(title_of(f.artefact)) + "</span>" +
         "<code>" + escaped(f.rule) + "</code>";
  if (!f.campaign.empty()) out += "<span>known from: " + evidence(f.campaign, 120) + "</span>";
  out += "</h4>\n<p class=\"why\">" + evidence(f.why, 600) +
         "</p>\n<div class=\"value\"><span class=\"id\">" + escaped(f.field) + "</span> " +
         evidence(f.value, 1000) + "</div>\n";
  write_facts(out, f);
  write_weighing(out, f);
  out += "</article>\n";
}

void write_rest(std::string& out, const Outcome& outcome, std::span<const std::size_t> rest) {
  if (rest.empty()) return;
  out +=
      "<div class=\"wide\"><table><caption>Further findings of this class, in short; all of them "
      "in full stand in result.json.</caption>\n<thead><tr><th scope=\"col\">Id</th><th "
      "scope=\"col\">"
      "Level</th><th scope=\"col\">Rule</th><th scope=\"col\">Artefact, row</th><th "
      "scope=\"col\">Value"
      "</th></tr></thead>\n<tbody>\n";
  for (const std::size_t i : rest.first(std::min(rest.size(), kMostRows))) {
    const Finding& f = outcome.findings[i];
    out += "<tr id=\"" + finding_id(i) + "\"><th scope=\"row\" class=\"id\">" + finding_id(i) +
           "</th><td>" + chip(tone(f.level), name(f.level)) + "</td><td>" + escaped(f.rule) +
           "</td><td>" + escaped(f.artefact) + ", " + std::to_string(f.locator.row) + "</td><td>" +
           evidence(f.value, 160) + "</td></tr>\n";
  }
  out += "</tbody></table></div>\n";
  if (rest.size() > kMostRows)
    out += "<p class=\"note\">" + std::to_string(rest.size() - kMostRows) +
           " more of this class stand in result.json only.</p>\n";
}

void write_class(std::string& out, const Outcome& outcome, Class claim) {
  std::vector<std::size_t> mine;
  for (std::size_t i = 0; i < outcome.findings.size(); ++i)
    if (outcome.findings[i].claim == claim) mine.push_back(i);
  if (mine.empty()) return;
  out += "<h3>" + escaped(headline(claim)) + " <span class=\"id\">" + std::string(name(claim)) +
         ", " + std::to_string(mine.size()) + "</span></h3>\n<p class=\"note\">" +
         escaped(meaning(claim)) + "</p>\n";
  const std::size_t cards = std::min(mine.size(), kMostCards);
  for (std::size_t k = 0; k < cards; ++k) write_card(out, outcome.findings[mine[k]], mine[k]);
  write_rest(out, outcome, std::span(mine).subspan(cards));
}

}  // namespace

void write_findings_section(std::string& out, const Outcome& outcome) {
  out += "<h2 id=\"findings\">Findings</h2>\n";
  if (outcome.findings.empty())
    out += "<p>No rule and no indicator applies to a record that was read.</p>\n";
  else
    out +=
        "<p class=\"note\">A finding says what stands in a record, not who did it. A match by name "
        "alone stays a lead until a second, independent artefact corroborates it.</p>\n";
  for (int i = 0; i <= static_cast<int>(Class::context); ++i)
    write_class(out, outcome, static_cast<Class>(i));
}

}  // namespace bridle
