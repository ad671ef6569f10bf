#include <algorithm>
#include <vector>

#include "sink/report_sections.h"

namespace bridle {
namespace {

constexpr std::size_t kMostCards = 200;  // of one class; the rest stands in a table
constexpr std::size_t kMostRows = 2000;

void write_decision(ReportDraft& draft) {
  draft.html += "<p class=\"decision\"><span>" + draft.text(Workbook::decision) + "</span>";
  for (const Workbook choice : {Workbook::confirmed, Workbook::explained, Workbook::open})
    draft.html += " <span>\u2610 " + draft.text(choice) + "</span>";
  draft.html += " <span>" + draft.text(Workbook::initials) + " ____________________</span></p>\n";
}

void write_surroundings(ReportDraft& draft, const std::vector<NearRow>& rows) {
  draft.html += "<details open><summary>" + draft.text(Workbook::context_title) +
                "</summary>\n<ol class=\"near\">\n";
  for (const NearRow& row : rows) {
    draft.html += row.hit ? "<li class=\"hit\">" : "<li>";
    draft.html += draft.text(Common::row) + " " + exact(std::to_string(row.row));
    if (row.hit) draft.html += " (" + draft.text(Workbook::context_this) + ")";
    for (const auto& [field, value] : row.fields)
      draft.html += " <span><span class=\"id\">" + exact(field) + "</span> " +
                    evidence(value, 120) + "</span>";
    draft.html += "</li>\n";
  }
  draft.html += "</ol></details>\n";
}

void write_card(ReportDraft& draft, std::size_t index, const Surroundings& surroundings) {
  const Finding& f = draft.outcome.findings[index];
  draft.html += "<article class=\"finding " + std::string(tone(f.level)) + "\" id=\"" +
                finding_id(index) + "\">\n<h4><span class=\"id\">" + finding_id(index) +
                "</span> " + chip(tone(f.level), word(draft.say, f.level)) + " <span>" +
                draft.in_english(title_of(f.artefact)) + "</span> " + exact(f.rule);
  if (!f.campaign.empty())
    draft.html +=
        " <span>" + draft.text(Common::known_from, {evidence(f.campaign, 120)}) + "</span>";
  draft.html += "</h4>\n<p class=\"why\">" + draft.in_english(f.why) +
                "</p>\n<div class=\"value\"><span class=\"id\">" + exact(f.field) + "</span> " +
                evidence(f.value, 1000) + "</div>\n";
  write_finding_facts(draft, f);
  write_benign(draft, f);
  if (const auto near = surroundings.find(index); near != surroundings.end())
    write_surroundings(draft, near->second);
  write_decision(draft);
  draft.html += "</article>\n";
}

void write_rest(ReportDraft& draft, std::span<const std::size_t> rest) {
  if (rest.empty()) return;
  write_note(draft, draft.text(Workbook::further));
  begin_table(draft, {draft.text(Common::id), draft.text(Common::level), draft.text(Common::rule),
                      draft.text(Workbook::artefact_row), draft.text(Common::value)});
  for (const std::size_t i : rest.first(std::min(rest.size(), kMostRows))) {
    const Finding& f = draft.outcome.findings[i];
    draft.html += "<tr id=\"" + finding_id(i) + "\"><th scope=\"row\" class=\"id\">" +
                  finding_id(i) + "</th>" + cell(chip(tone(f.level), word(draft.say, f.level))) +
                  cell(exact(f.rule)) +
                  cell(exact(f.artefact) + ", " + std::to_string(f.locator.row)) +
                  cell(evidence(f.value, 160)) + "</tr>\n";
  }
  end_table(draft);
  if (rest.size() > kMostRows)
    write_note(draft,
               draft.text(Workbook::more_of_class, {std::to_string(rest.size() - kMostRows)}));
}

void write_class(ReportDraft& draft, Class claim, const Surroundings& surroundings) {
  std::vector<std::size_t> mine;
  for (std::size_t i = 0; i < draft.outcome.findings.size(); ++i)
    if (draft.outcome.findings[i].claim == claim) mine.push_back(i);
  if (mine.empty()) return;
  draft.html += "<h3>" + escaped(headline(draft.say, claim)) + " <span class=\"id\">" +
                escaped(word(draft.say, claim)) + ", " + std::to_string(mine.size()) +
                "</span></h3>\n";
  write_note(draft, escaped(meaning(draft.say, claim)));
  const std::size_t cards = std::min(mine.size(), kMostCards);
  for (std::size_t k = 0; k < cards; ++k) write_card(draft, mine[k], surroundings);
  write_rest(draft, std::span(mine).subspan(cards));
}

}  // namespace

void write_findings_section(ReportDraft& draft, const Surroundings& surroundings) {
  write_heading(draft, "findings", draft.text(Common::findings_title));
  if (draft.outcome.findings.empty())
    draft.html += "<p>" + draft.text(Common::findings_none) + "</p>\n";
  else
    write_note(draft, draft.text(Common::findings_note));
  for (int i = 0; i <= static_cast<int>(Class::context); ++i)
    write_class(draft, static_cast<Class>(i), surroundings);
}

}  // namespace bridle
