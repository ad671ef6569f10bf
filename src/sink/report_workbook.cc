#include "sink/report_workbook.h"

#include <algorithm>

#include "sink/report_sections.h"
#include "sink/report_style.h"

namespace bridle {
namespace {

void write_title(ReportDraft& draft) {
  const Outcome& outcome = draft.outcome;
  draft.html += "<header>\n<div class=\"brand\"><strong>bridle</strong> <h1>" +
                draft.text(Workbook::title) + "</h1>";
  for (std::size_t i = 0; i < std::min<std::size_t>(outcome.exhibits.size(), 3); ++i) {
    const Received& e = outcome.exhibits[i];
    draft.html += " <span>" + exhibit_id(i) + ": " + escaped(kind_in_words(draft.say, e.kind));
    for (const std::string* fact : {&e.device.model, &e.device.os})
      if (!fact->empty()) draft.html += " \u00b7 " + evidence(*fact, 60);
    draft.html += "</span>";
  }
  if (outcome.exhibits.size() > 3)
    draft.html +=
        " <span>" +
        draft.text(Workbook::more_exhibits, {std::to_string(outcome.exhibits.size() - 3)}) +
        "</span>";
  draft.html += "</div>\n</header>\n";
}

void write_figure(ReportDraft& draft, std::uint64_t n, Workbook what) {
  draft.html += "<li><b>" + std::to_string(n) + "</b> " + draft.text(what) + "</li>\n";
}

void write_figures(ReportDraft& draft) {
  std::uint64_t records = 0;
  for (const Coverage& c : draft.outcome.coverage) records += c.records;
  const auto matches = static_cast<std::uint64_t>(
      std::ranges::count(draft.outcome.findings, Level::match, &Finding::level));
  draft.html += "<ul class=\"facts\">\n";
  write_figure(draft, matches, Workbook::figure_matches);
  write_figure(draft, draft.outcome.findings.size() - matches, Workbook::figure_leads);
  write_figure(draft, records, Workbook::figure_records);
  write_figure(draft, draft.outcome.gaps.size(), Workbook::figure_gaps);
  draft.html += "</ul>\n";
}

void write_contents(ReportDraft& draft) {
  draft.html += "<nav aria-label=\"" + draft.text(Workbook::contents) + "\"><ul>";
  const auto item = [&](std::string_view id, const std::string& title) {
    draft.html += "<li><a href=\"#" + std::string(id) + "\">" + title + "</a></li>\n";
  };
  item("unchecked", draft.text(Common::unchecked_title));
  if (!draft.outcome.findings.empty()) item("timeline", draft.text(Workbook::timeline_title));
  item("findings", draft.text(Common::findings_title));
  item("next", draft.text(Workbook::next_title));
  item("exhibits", draft.text(Common::exhibits_title));
  item("coverage", draft.text(Workbook::coverage_title));
  item("packs", draft.text(Common::packs_title));
  item("gaps", draft.text(Workbook::gaps_title));
  item("method", draft.text(Workbook::method_title));
  draft.html += "</ul></nav>\n";
}

void write_next(ReportDraft& draft) {
  write_heading(draft, "next", draft.text(Workbook::next_title));
  draft.html += "<ol>\n";
  for (const std::string_view step : next_steps(draft.say, draft.outcome))
    draft.html += "<li>" + escaped(step) + "</li>\n";
  draft.html += "</ol>\n";
}

void write_skipped(ReportDraft& draft) {
  std::size_t skipped = 0;
  for (const AppliedPack& p : draft.outcome.packs) skipped += p.skipped.size();
  if (skipped == 0) return;
  draft.html += "<h3>" + draft.text(Workbook::skipped_title) + "</h3>\n";
  begin_table(draft,
              {draft.text(Common::pack), draft.text(Common::indicator), draft.text(Common::why)});
  std::size_t left = kMostTableRows;
  for (const AppliedPack& p : draft.outcome.packs)
    for (const SkippedIndicator& s : p.skipped) {
      if (left == 0) break;
      --left;
      draft.html += "<tr>" + cell(exact(p.name, 200)) + row_head(exact(s.id, 200)) +
                    cell(draft.in_english(s.why)) + "</tr>\n";
    }
  end_table(draft, skipped > kMostTableRows ? skipped - kMostTableRows : 0);
}

void write_gaps(ReportDraft& draft) {
  write_heading(draft, "gaps", draft.text(Workbook::gaps_title));
  const auto& gaps = draft.outcome.gaps;
  if (gaps.empty()) {
    draft.html += "<p>" + draft.text(Workbook::gaps_none) + "</p>\n";
    return;
  }
  begin_table(draft,
              {draft.text(Common::exhibit), draft.text(Common::file), draft.text(Common::artefact),
               "#" + draft.text(Common::at), draft.text(Common::why)});
  const std::size_t shown = std::min(gaps.size(), kMostTableRows);
  for (std::size_t i = 0; i < shown; ++i)
    draft.html += "<tr>" + short_cell(exhibit_id(gaps[i].exhibit)) +
                  row_head(exact(gaps[i].path, 400)) + cell(exact(gaps[i].artefact)) +
                  number_cell(gaps[i].at) + cell(draft.in_english(gaps[i].why)) + "</tr>\n";
  end_table(draft, gaps.size() - shown);
}

void write_method(ReportDraft& draft) {
  write_heading(draft, "method", draft.text(Workbook::method_title));
  draft.html += "<p>" + draft.text(Workbook::method) + "</p>\n";
  write_glossary(draft);
  write_note(draft, draft.text(Workbook::not_said));
}

}  // namespace

std::string workbook_html(const Outcome& outcome, const Language& say,
                          const Surroundings& surroundings) {
  ReportDraft draft{.outcome = outcome, .say = say};
  begin_page(draft, say(Workbook::title), kReportStyle);
  write_title(draft);
  draft.html += "<main>\n";
  write_verdict(draft);
  write_figures(draft);
  write_contents(draft);
  write_heading(draft, "unchecked", draft.text(Common::unchecked_title));
  write_unchecked_table(draft);
  write_timeline_section(draft);
  write_findings_section(draft, surroundings);
  write_next(draft);
  write_heading(draft, "exhibits", draft.text(Common::exhibits_title));
  write_exhibits_table(draft);
  write_heading(draft, "coverage", draft.text(Workbook::coverage_title));
  write_note(draft, draft.text(Workbook::coverage_note));
  write_coverage_table(draft);
  write_heading(draft, "packs", draft.text(Common::packs_title));
  write_note(draft, draft.text(Common::packs_note));
  write_packs_table(draft);
  write_skipped(draft);
  write_gaps(draft);
  write_method(draft);
  draft.html += "</main>\n";
  end_page(draft,
           draft.text(Workbook::footer, {draft.program()}) + " " + draft.text(Common::defanged));
  return std::move(draft.html);
}

}  // namespace bridle
