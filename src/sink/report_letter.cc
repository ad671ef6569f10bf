#include "sink/report_letter.h"

#include <algorithm>
#include <array>
#include <set>

#include "sink/case_folder.h"
#include "sink/helplines.h"
#include "sink/letter_style.h"
#include "sink/owner_topics.h"
#include "sink/report_parts.h"

namespace bridle {
namespace {

using Steps = std::array<Letter, 3>;

Steps steps_of(const Outcome& outcome) {
  switch (outcome.verdict) {
    case Verdict::match:
      return {Letter::step_keep, Letter::step_other_device, Letter::step_call};
    case Verdict::lead:
      return {Letter::step_keep, Letter::step_remember, Letter::step_call};
    case Verdict::invalid:
      return {Letter::step_new_copy, Letter::step_keep, Letter::step_call};
    case Verdict::inconclusive:
      return {is_locked(outcome) ? Letter::step_password : Letter::step_new_copy, Letter::step_keep,
              Letter::step_call_if_warned};
    case Verdict::no_match:
      break;
  }
  return {Letter::step_update, Letter::step_keep_copy, Letter::step_call_if_warned};
}

void write_part(ReportDraft& draft, Letter title, const std::string& body) {
  draft.html += "<section><h2>" + draft.text(title) + "</h2>\n" + body + "</section>\n";
}

std::string paragraph(const std::string& html) {
  return "<p>" + html + "</p>\n";
}

std::string listed(const ReportDraft& draft, const std::vector<Letter>& topics) {
  std::string out;
  for (const Letter topic : topics)
    out += (out.empty() ? std::string() : draft.text(Letter::comma)) + draft.text(topic);
  return out;
}

// One line for each class, at the stronger of its levels.
void write_found(ReportDraft& draft) {
  std::set<Class> claims, certain;
  for (const Finding& f : draft.outcome.findings) {
    claims.insert(f.claim);
    if (f.level == Level::match) certain.insert(f.claim);
  }
  if (claims.empty() || draft.outcome.verdict == Verdict::invalid) return;
  std::string list;
  for (const Class claim : claims) {
    list += "<li>" + draft.text(one_of(Letter::found_executed, claim));
    // Of what is no attack there is nothing to be certain about.
    if (claim < Class::posture)
      list += " <em>" +
              draft.text(certain.contains(claim) ? Letter::close_fit : Letter::not_certain) +
              "</em>";
    list += "</li>\n";
  }
  write_part(draft, Letter::found_title, "<ul>\n" + list + "</ul>\n");
}

void write_looked(ReportDraft& draft) {
  const OwnerTopics topics = owner_topics(draft.outcome);
  std::vector<std::string> kinds;
  for (const Received& exhibit : draft.outcome.exhibits)
    kinds.push_back(escaped(kind_in_words(draft.say, exhibit.kind)));
  std::ranges::sort(kinds);
  kinds.erase(std::ranges::unique(kinds).begin(), kinds.end());
  std::string body = "<ul>\n";
  for (const std::string& kind : kinds) body += "<li>" + kind + "</li>\n";
  body += "</ul>\n";
  body += paragraph(topics.read.empty()
                        ? draft.text(Letter::looked_nothing)
                        : draft.text(Letter::looked_whole, {listed(draft, topics.read)}));
  write_part(draft, Letter::looked_title, body);
  body = topics.lacking.empty()
             ? paragraph(draft.text(Letter::not_looked_none))
             : paragraph(draft.text(Letter::not_looked, {listed(draft, topics.lacking)}));
  if (std::ranges::any_of(draft.outcome.coverage, is_unread))
    body += paragraph(draft.text(Letter::not_looked_more));
  write_part(draft, Letter::not_looked_title, body);
}

void write_steps(ReportDraft& draft) {
  std::string list;
  for (const Letter step : steps_of(draft.outcome)) list += "<li>" + draft.text(step) + "</li>\n";
  write_part(draft, Letter::steps_title, "<ol>\n" + list + "</ol>\n");
}

void write_helplines(ReportDraft& draft) {
  std::string list;
  for (const Helpline& h : kHelplines)
    if (h.language.empty() || h.language == draft.say.code)
      list += "<li><strong><bdi lang=\"en\">" + escaped(h.name) + "</bdi></strong> \u2013 " +
              exact(h.reach) + "<br>" + draft.text(h.what) + "</li>\n";
  write_part(draft, Letter::whom_title, "<ul>\n" + list + "</ul>\n");
}

}  // namespace

std::string letter_html(const Outcome& outcome, const Language& say) {
  ReportDraft draft{.outcome = outcome, .say = say};
  begin_page(draft, say(Letter::title), kLetterStyle);
  draft.html += "<header><p><strong>bridle</strong></p><h1>" + draft.text(Letter::title) +
                "</h1></header>\n<main>\n<p class=\"first " + std::string(tone(outcome.verdict)) +
                "\">" + draft.text(one_of(Letter::first_invalid, outcome.verdict)) + "</p>\n";
  draft.html += "<div class=\"pair\">\n";
  write_part(draft, Letter::means_title,
             paragraph(draft.text(one_of(Letter::means_invalid, outcome.verdict))));
  write_part(draft, Letter::not_means_title,
             paragraph(draft.text(one_of(Letter::not_means_invalid, outcome.verdict))));
  draft.html += "</div>\n";
  write_found(draft);
  draft.html += "<div class=\"pair\">\n";
  write_looked(draft);
  draft.html += "</div>\n";
  write_steps(draft);
  write_helplines(draft);
  draft.html += "<section class=\"caution\"><h2>" + draft.text(Letter::caution_title) +
                "</h2>\n<p>" + draft.text(Letter::caution) + "</p></section>\n</main>\n";
  end_page(draft, draft.text(Letter::footer, {draft.program(), exact(case_id(outcome))}));
  return std::move(draft.html);
}

}  // namespace bridle
