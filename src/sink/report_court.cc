#include "sink/report_court.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "sink/case_folder.h"
#include "sink/court_parts.h"
#include "sink/report_style.h"

namespace bridle {
namespace {

constexpr std::size_t kMostInFull = 100;
// What a hostile case can fill: the sections after the findings have 400 kB more, fixed texts 100.
constexpr std::size_t kMostFindings = 450'000, kMostTables = 850'000;

void write_paragraph(ReportDraft& draft, const std::string& html) {
  draft.html += "<p>" + html + "</p>\n";
}

void write_question(ReportDraft& draft) {
  write_heading(draft, "asked", draft.text(Court::asked_title));
  write_paragraph(draft, draft.text(Court::asked));
  write_heading(draft, "received", draft.text(Court::received_title));
  write_note(draft, draft.text(Court::received_note));
  write_exhibits_table(draft);
}

void write_answer(ReportDraft& draft) {
  write_heading(draft, "answer", draft.text(Court::answer_title));
  write_verdict(draft);
  const auto& findings = draft.outcome.findings;
  const auto matches = std::ranges::count(findings, Level::match, &Finding::level);
  write_paragraph(
      draft, draft.text(Court::counts, {std::to_string(findings.size()), std::to_string(matches),
                                        std::to_string(std::ssize(findings) - matches)}));
}

void write_limits(ReportDraft& draft) {
  write_heading(draft, "limits", draft.text(Court::limits_title));
  draft.html += "<ul>\n";
  for (const Court limit : {Court::limit_copy, Court::limit_known, Court::limit_clock,
                            Court::limit_deleted, Court::limit_who})
    draft.html += "<li>" + draft.text(limit) + "</li>\n";
  draft.html += "</ul>\n<h3>" + draft.text(Common::unchecked_title) + "</h3>\n";
  write_unchecked_table(draft);
}

void write_finding(ReportDraft& draft, std::size_t index) {
  const Finding& f = draft.outcome.findings[index];
  draft.html += "<article class=\"finding " + std::string(tone(f.level)) + "\" id=\"" +
                finding_id(index) + "\">\n<h3><span class=\"id\">" + finding_id(index) +
                "</span> " + chip(tone(f.level), word(draft.say, f.level)) + " " +
                escaped(headline(draft.say, f.claim)) + "</h3>\n<p class=\"why\">" +
                draft.in_english(f.why) + "</p>\n<dl>\n";
  write_fact(draft, draft.text(Common::artefact),
             draft.in_english(title_of(f.artefact)) + " \u00b7 " + exact(f.artefact));
  write_fact(draft, draft.text(Common::rule), exact(f.rule));
  write_fact(draft, draft.text(Common::value), exact(f.field) + ": " + evidence(f.value, 600));
  draft.html += "</dl>\n";
  write_finding_facts(draft, f);
  write_benign(draft, f);
  draft.html += "</article>\n";
}

// Gives how many stand there in full.
std::size_t write_court_findings(ReportDraft& draft) {
  write_heading(draft, "findings", draft.text(Common::findings_title));
  const std::size_t all = draft.outcome.findings.size();
  if (all == 0) {
    write_paragraph(draft, draft.text(Common::findings_none));
    return 0;
  }
  write_note(draft, draft.text(Common::findings_note));
  std::size_t n = 0;
  for (; n < std::min(all, kMostInFull) && draft.html.size() < kMostFindings; ++n)
    write_finding(draft, n);
  if (n < all) write_paragraph(draft, draft.text(Court::first_only, {std::to_string(n), "A"}));
  draft.html += "<h3>" + draft.text(Court::alternatives_title) + "</h3>\n";
  write_paragraph(draft, draft.text(Court::alternatives));
  return n;
}

void write_court_method(ReportDraft& draft, const CourtSources& sources) {
  write_heading(draft, "method", draft.text(Court::method_title));
  draft.html += "<ol>\n";
  for (const Court step :
       {Court::method_1, Court::method_2, Court::method_3, Court::method_4, Court::method_5})
    draft.html += "<li>" + draft.text(step) + "</li>\n";
  draft.html += "</ol>\n<h3>" + draft.text(Court::versions_title) + "</h3>\n";
  write_paragraph(draft,
                  draft.text(Court::versions, {draft.program(), exact(sources.result_sha256)}));
  if (draft.outcome.packs.empty())
    write_paragraph(draft, draft.text(Court::no_packs));
  else
    write_packs_table(draft);
  write_heading(draft, "read", draft.text(Court::read_title));
  write_coverage_table(draft);
}

void write_annexes(ReportDraft& draft, const std::vector<ReportAnnex>& annexes) {
  write_heading(draft, "annexes", draft.text(Court::annexes_title));
  if (annexes.empty()) {
    write_paragraph(draft, draft.text(Court::annexes_none));
    return;
  }
  write_note(draft, draft.text(Court::annexes_note));
  draft.html += "<dl>\n";
  for (const ReportAnnex& annex : annexes)
    write_fact(draft, exact(annex.name), "SHA-256 " + exact(hex(sha256(as_bytes(annex.html)))));
  draft.html += "</dl>\n";
}

void write_court_title(ReportDraft& draft) {
  draft.html += "<header>\n<div class=\"brand\"><strong>bridle</strong> <span>" +
                draft.text(Court::case_is, {exact(case_id(draft.outcome))}) +
                "</span></div>\n<h1 class=\"title\">" + draft.text(Court::title) +
                "</h1>\n</header>\n<main>\n<p class=\"note\">" + draft.text(Court::draft) +
                "</p>\n";
}

}  // namespace

Report court_exhibit(const CourtSources& sources, const Language& say) {
  ReportDraft draft{.outcome = sources.outcome, .say = say, .most = kMostFindings};
  Report out;
  begin_page(draft, say(Court::title), kReportStyle);
  write_court_title(draft);
  write_question(draft);
  write_answer(draft);
  write_limits(draft);
  if (write_court_findings(draft) < sources.outcome.findings.size())
    out.annexes.push_back(findings_annex(sources, say));
  draft.most = kMostTables;
  write_court_method(draft, sources);
  write_custody_section(draft, sources.custody);
  write_rates_section(draft);
  write_repeat_section(draft);
  write_declaration_section(draft);
  write_dictionary_section(draft);
  write_heading(draft, "glossary", draft.text(Common::glossary_title));
  write_glossary(draft);
  write_annexes(draft, out.annexes);
  draft.html += "</main>\n";
  end_page(draft, draft.text(Court::footer, {draft.program(), exact(case_id(draft.outcome))}) +
                      " " + draft.text(Common::defanged));
  out.html = std::move(draft.html);
  return out;
}

}  // namespace bridle
