#include "sink/court_parts.h"

#include <algorithm>
#include <set>
#include <vector>

#include "artefact/artefact.h"
#include "detect/rule.h"
#include "sink/error_rates.h"
#include "sink/report_style.h"

namespace bridle {
namespace {

constexpr std::size_t kMostInAnnex = 5000;

std::string in_words(const ReportDraft& draft, const Measured& m) {
  if (m.n == 0) return draft.text(Court::unmeasured);
  return draft.text(Court::of, {std::to_string(m.k), std::to_string(m.n), m.low, m.high});
}

std::string objects(const CustodyLine& line) {
  std::string out;
  for (const auto& [name, hash] : line.deed.objects)
    out += (out.empty() ? "" : "<br>") + exact(name, 80) + " " + exact(hash, 64);
  return out;
}

std::string rate_cell(const ReportDraft& draft, const Measured* m) {
  return cell(m ? in_words(draft, *m) : draft.text(Court::unmeasured));
}

void write_rates(ReportDraft& draft, Court title, const std::set<std::string_view>& rules_of_it) {
  if (rules_of_it.empty()) return;
  draft.html += "<h3>" + draft.text(title) + "</h3>\n";
  begin_table(draft, {draft.text(Common::rule), draft.text(Court::recall),
                      draft.text(Court::false_alarms)});
  for (const std::string_view rule : rules_of_it) {
    const ErrorRate* const rate = error_rate_of(rule);
    draft.html += "<tr>" + row_head(exact(rule)) +
                  rate_cell(draft, rate ? &rate->recall : nullptr) +
                  rate_cell(draft, rate ? &rate->false_alarms : nullptr) + "</tr>\n";
  }
  end_table(draft);
}

void write_command(ReportDraft& draft, Court what, std::string_view command) {
  draft.html +=
      "<p>" + draft.text(what) + "</p>\n<pre dir=\"ltr\">" + escaped(command) + "</pre>\n";
}

}  // namespace

void write_custody_section(ReportDraft& draft, std::span<const CustodyLine> custody) {
  write_heading(draft, "custody", draft.text(Court::custody_title));
  write_note(draft, draft.text(Court::custody_note));
  if (custody.empty()) {
    draft.html += "<p>" + draft.text(Court::custody_none) + "</p>\n";
    return;
  }
  const auto broken = broken_at(custody);
  draft.html += "<p>" +
                (broken ? draft.text(Court::custody_broken, {std::to_string(*broken)})
                        : draft.text(Court::custody_whole, {exact(custody_head(custody))})) +
                "</p>\n";
  begin_table(draft, {"#" + draft.text(Court::number), draft.text(Common::time_utc),
                      draft.text(Court::actor), draft.text(Court::action),
                      draft.text(Court::version), draft.text(Court::objects)});
  std::size_t n = 0;
  for (; n < custody.size() && !draft.full(); ++n) {
    const CustodyLine& line = custody[n];
    const Deed& deed = line.deed;
    std::string actor = evidence(deed.actor, 100), action = evidence(deed.action, 60);
    if (!deed.role.empty()) actor += "<br>" + evidence(deed.role, 100);
    if (!deed.reason.empty()) action += "<br>" + evidence(deed.reason, 200);
    draft.html += "<tr>" + number_cell(line.number) +
                  cell(exact(line.readable ? iso8601(deed.at) : "", 40)) + cell(actor) +
                  cell(action) + cell(evidence(deed.version, 40)) + cell(objects(line)) + "</tr>\n";
  }
  end_table(draft);
  if (n < custody.size()) write_note(draft, draft.text(Court::custody_more, {std::to_string(n)}));
}

void write_rates_section(ReportDraft& draft) {
  write_heading(draft, "rates", draft.text(Court::rates_title));
  write_note(draft, draft.text(Court::rates_note, {std::to_string(kExam.attacks.n),
                                                   std::to_string(kExam.match_alarms.n)}));
  draft.html += "<ul>\n";
  draft.html +=
      "<li>" + draft.text(Court::rates_seen, {in_words(draft, kExam.attacks)}) + "</li>\n";
  draft.html +=
      "<li>" + draft.text(Court::rates_all, {in_words(draft, kExam.match_alarms)}) + "</li>\n";
  draft.html += "<li><strong>" + draft.text(Court::rates_field) + "</strong></li>\n</ul>\n";
  std::set<std::string_view> here, others = {kIndicatorRules};
  for (const Rule* rule : rules()) others.insert(rule->id);
  for (const Finding& f : draft.outcome.findings)
    if (const auto known = others.extract(rate_name(f.rule)); !known.empty())
      here.insert(known.value());
  write_rates(draft, Court::rates_here, here);
  draft.html += "<section id=\"other-rules\">\n";
  write_rates(draft, Court::rates_others, others);
  draft.html += "</section>\n";
}

void write_repeat_section(ReportDraft& draft) {
  write_heading(draft, "repeat", draft.text(Court::repeat_title));
  write_command(draft, Court::repeat_hashes, "sha256sum -c CASE/intake/SHA256SUMS");
  write_command(draft, Court::repeat_row,
                "sqlite3 'file:FILE?mode=ro&immutable=1' 'SELECT * FROM TABLE WHERE rowid = ROW'");
  write_command(draft, Court::repeat_check,
                "bridle check EXHIBIT -i PACK -o AGAIN\ncmp CASE/result.json AGAIN/result.json");
  write_command(draft, Court::repeat_custody,
                "sed -n 1p CASE/custody.jsonl | tr -d '\\n' | sha256sum\n"
                "sed -n 2p CASE/custody.jsonl | grep -o '\"prev\":\"[0-9a-f]*\"'");
}

void write_declaration_section(ReportDraft& draft) {
  write_heading(draft, "declaration", draft.text(Court::declaration_title));
  write_note(draft, draft.text(Court::declaration_note));
  draft.html += "<ol>\n";
  for (const Court part : {Court::declaration_1, Court::declaration_2, Court::declaration_3,
                           Court::declaration_4, Court::declaration_5})
    draft.html += "<li>" + draft.text(part, {draft.program()}) + "</li>\n";
  draft.html += "</ol>\n";
}

void write_dictionary_section(ReportDraft& draft) {
  std::set<std::string_view> used;
  for (const Finding& f : draft.outcome.findings) used.insert(f.artefact);
  if (used.empty()) return;
  write_heading(draft, "dictionary", draft.text(Court::dictionary_title));
  write_note(draft, draft.text(Court::dictionary_note));
  for (const Artefact* a : artefacts()) {
    if (!used.contains(a->id) || draft.full()) continue;
    draft.html += "<h3>" + draft.in_english(a->title) + " " + exact(a->id) + "</h3>\n";
    begin_table(draft, {draft.text(Common::field), draft.text(Court::meaning)});
    for (const Field& field : a->fields)
      draft.html +=
          "<tr>" + row_head(exact(field.name)) + cell(draft.in_english(field.doc)) + "</tr>\n";
    end_table(draft);
  }
}

ReportAnnex findings_annex(const CourtSources& sources, const Language& say) {
  ReportDraft draft{.outcome = sources.outcome, .say = say, .most = 50'000'000};
  const std::string title = filled(say(Court::annex), {"A"});
  begin_page(draft, title, kReportStyle);
  draft.html += "<header><h1 class=\"title\">" + escaped(title) + "</h1></header>\n<main>\n";
  begin_table(draft, {draft.text(Common::id), draft.text(Common::level), draft.text(Common::claim),
                      draft.text(Common::rule), draft.text(Common::where), "SHA-256",
                      draft.text(Common::value)});
  const auto& findings = sources.outcome.findings;
  std::size_t i = 0;
  for (; i < std::min(findings.size(), kMostInAnnex) && !draft.full(); ++i) {
    const Finding& f = findings[i];
    draft.html += "<tr>" + row_head(finding_id(i)) + cell(escaped(word(say, f.level))) +
                  cell(escaped(word(say, f.claim))) + cell(exact(f.rule)) +
                  cell(exhibit_id(f.exhibit) + " " + exact(f.artefact) + " " +
                       exact(f.locator.domain, 200) + " " + exact(f.locator.path) + " " +
                       exact(f.locator.table) + " " + std::to_string(f.locator.row)) +
                  cell(exact(f.locator.sha256)) +
                  cell(exact(f.field) + ": " + evidence(f.value, 300)) + "</tr>\n";
  }
  end_table(draft, findings.size() - i);
  draft.html += "</main>\n";
  end_page(draft, draft.text(Common::defanged));
  return {.name = sources.stem + ".annex-a.html", .html = std::move(draft.html)};
}

}  // namespace bridle
