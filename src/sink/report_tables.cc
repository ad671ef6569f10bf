#include <algorithm>

#include "sink/report_parts.h"

namespace bridle {

void write_verdict(ReportDraft& draft) {
  const Outcome& outcome = draft.outcome;
  draft.html += "<section class=\"verdict " + std::string(tone(outcome.verdict)) +
                "\">\n<span class=\"word\">" +
                draft.text(Common::verdict_is, {escaped(word(draft.say, outcome.verdict))}) +
                "</span>\n<h2>" + escaped(headline(draft.say, outcome.verdict)) + "</h2>\n<p>" +
                escaped(meaning(draft.say, outcome.verdict)) + "</p>\n<p class=\"beside\">" +
                escaped(completeness(draft.say, outcome)) + "</p>\n</section>\n";
}

void write_unchecked_table(ReportDraft& draft) {
  const auto list = unchecked(draft.say, draft.outcome);
  if (list.empty()) {
    draft.html += "<p>" + draft.text(Common::unchecked_none) + "</p>\n";
    return;
  }
  write_note(draft, draft.text(Common::unchecked_note));
  begin_table(draft, {draft.text(Common::exhibit), draft.text(Common::surface_or_file),
                      draft.text(Common::state), "#" + draft.text(Common::places),
                      draft.text(Common::why)});
  std::size_t i = 0;
  for (; i < std::min(list.size(), kMostTableRows) && !draft.full(); ++i) {
    const Unchecked& u = list[i];
    draft.html += "<tr>" + short_cell(u.exhibit) +
                  row_head(u.path.empty() ? draft.in_english(u.what) : exact(u.path, 300)) +
                  cell(escaped(u.state)) + number_cell(u.places) +
                  cell(u.why.empty() ? "" : draft.in_english(u.why)) + "</tr>\n";
  }
  end_table(draft, list.size() - i);
}

void write_exhibits_table(ReportDraft& draft) {
  begin_table(draft, {draft.text(Common::id), draft.text(Common::kind), draft.text(Common::device),
                      draft.text(Common::system), "SHA-256"});
  std::size_t i = 0;
  for (; i < std::min(draft.outcome.exhibits.size(), kMostTableRows) && !draft.full(); ++i) {
    const Received& e = draft.outcome.exhibits[i];
    draft.html += "<tr><th scope=\"row\" class=\"t\">" + exhibit_id(i) + "</th>" +
                  cell(escaped(kind_in_words(draft.say, e.kind))) +
                  short_cell(evidence(e.device.model, 30)) + short_cell(evidence(e.device.os, 30)) +
                  cell(exact(e.sha256)) + "</tr>\n";
  }
  end_table(draft, draft.outcome.exhibits.size() - i);
}

void write_packs_table(ReportDraft& draft) {
  begin_table(draft, {draft.text(Common::pack), "#" + draft.text(Common::indicators),
                      "#" + draft.text(Common::skipped), "SHA-256"});
  std::size_t i = 0;
  for (; i < std::min(draft.outcome.packs.size(), kMostTableRows) && !draft.full(); ++i) {
    const AppliedPack& p = draft.outcome.packs[i];
    draft.html += "<tr>" + row_head(exact(p.name, 200)) + number_cell(p.indicators) +
                  number_cell(p.skipped.size()) + cell(exact(p.sha256)) + "</tr>\n";
  }
  end_table(draft, draft.outcome.packs.size() - i);
}

void write_coverage_table(ReportDraft& draft) {
  if (draft.outcome.coverage.empty())
    return write_note(draft, draft.text(Common::incomplete_unknown));
  begin_table(draft, {draft.text(Common::exhibit), draft.text(Common::surface),
                      draft.text(Common::state), "#" + draft.text(Common::records),
                      "#" + draft.text(Common::gaps), draft.text(Common::why)});
  std::size_t i = 0;
  for (; i < std::min(draft.outcome.coverage.size(), kMostTableRows) && !draft.full(); ++i) {
    const Coverage& c = draft.outcome.coverage[i];
    draft.html += "<tr>" + short_cell(exhibit_id(c.exhibit)) +
                  row_head(draft.in_english(title_of(c.surface)) + "<br><span class=\"id\">" +
                           escaped(c.surface) + "</span>") +
                  cell(chip(tone(c.state), meaning(draft.say, c.state))) + number_cell(c.records) +
                  number_cell(c.gaps) + cell(c.why.empty() ? "" : draft.in_english(c.why)) +
                  "</tr>\n";
  }
  end_table(draft, draft.outcome.coverage.size() - i);
}

void write_glossary(ReportDraft& draft) {
  constexpr Common kTerms[] = {
      Common::term_exhibit,   Common::term_artefact, Common::term_record,
      Common::term_indicator, Common::term_rule,     Common::term_finding,
      Common::term_level,     Common::term_gap,      Common::term_incomplete};
  draft.html += "<dl>\n";
  for (const Common term : kTerms)  // its definition is the next phrase
    write_fact(draft, draft.text(term),
               draft.text(static_cast<Common>(std::to_underlying(term) + 1)));
  draft.html += "</dl>\n";
}

}  // namespace bridle
