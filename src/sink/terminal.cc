#include "sink/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/text.h"
#include "sink/shown.h"
#include "sink/terminal_page.h"
#include "sink/wording.h"

namespace bridle {
namespace {

constexpr std::size_t kMostFindings = 12;
constexpr std::size_t kMostUnchecked = 12;

Ink ink_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::invalid:
    case Verdict::match:
      return Ink::red;
    case Verdict::no_match:
      return Ink::green;
    default:
      return Ink::amber;
  }
}

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c == '_' ? ' ' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

void write_verdict(TerminalPage& page, const Outcome& outcome) {
  const Ink ink = ink_of(outcome.verdict);
  page.rule(ink);
  page.line("  " + upper(name(outcome.verdict)) + "  \u00b7  " +
                std::string(headline(english(), outcome.verdict)),
            ink);
  page.paragraph("  ", meaning(english(), outcome.verdict));
  page.paragraph("  ", completeness(english(), outcome), Ink::plain);
  page.rule(ink);
}

void write_unchecked(TerminalPage& page, const Outcome& outcome) {
  const auto list = unchecked(english(), outcome);
  if (list.empty()) return;
  page.heading("What could not be checked");
  for (std::size_t i = 0; i < std::min(list.size(), kMostUnchecked); ++i) {
    const Unchecked& u = list[i];
    std::string text = shown(u.what + u.path, 60) + ": " + u.state;
    if (outcome.exhibits.size() > 1) text.insert(0, u.exhibit + " ");
    if (u.places > 1) text += ", " + std::to_string(u.places) + " places";
    if (!u.why.empty()) text += " (" + shown(u.why, 120) + ")";
    page.paragraph("  \u2013 ", text);
  }
  if (list.size() > kMostUnchecked)
    page.line("    and " + std::to_string(list.size() - kMostUnchecked) + " more in the report",
              Ink::dim);
}

void write_finding(TerminalPage& page, const Finding& f, std::size_t index) {
  const Ink ink = f.level == Level::match ? Ink::red : Ink::amber;
  std::string head = std::string(name(f.claim)) + " \u00b7 " + f.rule;
  if (!f.campaign.empty()) head += " \u00b7 " + shown(f.campaign, 60);
  page.paragraph("  " + finding_id(index) + "  ", std::string(name(f.level)) + " \u00b7 " + head,
                 ink);
  page.paragraph("          ", defanged(f.why, 240));
  std::string where = title_of(f.artefact) + ", ";
  if (f.locator.recovered.empty())
    where += "row " + std::to_string(f.locator.row);
  else if (f.locator.row == 0)
    where += "a deleted row, recovered";  // its number is lost
  else
    where += "row " + std::to_string(f.locator.row) + " (deleted, recovered)";
  if (!f.times.empty()) where += ", " + iso8601(f.times.front().at).substr(0, 19) + "Z";
  page.paragraph("          ", where, Ink::dim);
  page.paragraph("          ", defanged(f.value, 160), Ink::blue);
}

void write_findings(TerminalPage& page, const Outcome& outcome) {
  if (outcome.findings.empty()) return;
  std::map<Class, std::size_t> counts;
  for (const Finding& f : outcome.findings) ++counts[f.claim];
  std::string total = "Findings";
  for (const auto& [claim, n] : counts)
    total += (&claim == &counts.begin()->first ? ": " : ", ") + std::to_string(n) + " " +
             std::string(name(claim));
  page.heading(total);
  for (std::size_t i = 0; i < std::min(outcome.findings.size(), kMostFindings); ++i)
    write_finding(page, outcome.findings[i], i);
  if (outcome.findings.size() > kMostFindings)
    page.line(
        "  and " + std::to_string(outcome.findings.size() - kMostFindings) + " more in the report",
        Ink::dim);
}

}  // namespace

Look terminal_look(int descriptor) {
  Look look;
  if (::isatty(descriptor) == 0) return look;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    look.width = std::clamp<std::size_t>(size.ws_col, 40, 110);
  const char* const no_colour = std::getenv("NO_COLOR");
  const char* const term = std::getenv("TERM");
  look.colour = (!no_colour || *no_colour == 0) && term && std::string_view(term) != "dumb";
  return look;
}

std::string terminal_summary(const Outcome& outcome, std::string_view folder, Look look) {
  TerminalPage page(look);
  page.line();
  write_verdict(page, outcome);
  write_unchecked(page, outcome);
  write_findings(page, outcome);
  page.heading("Next");
  std::size_t n = 0;
  for (const std::string_view step : next_steps(english(), outcome))
    page.paragraph("  " + std::to_string(++n) + ". ", step);
  page.paragraph("  " + std::to_string(++n) + ". ",
                 "Read the report: bridle report " + shown(folder, 200) + " --for analyst");
  return page.take();
}

}  // namespace bridle
