#include "sink/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <vector>

#include "base/text.h"
#include "sink/json.h"
#include "sink/shown.h"
#include "sink/wording.h"

namespace bridle {
namespace {

constexpr std::size_t kMostFindings = 12;
constexpr std::size_t kMostUnchecked = 12;

enum class Ink : std::uint8_t { plain, bold, dim, red, amber, green, blue };

// How many columns a text takes: East Asian wide characters take two.
std::size_t columns(std::string_view text) {
  std::size_t n = 0;
  while (!text.empty()) {
    const char32_t c = next_character(text);
    n += (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) ||
                 (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
                 (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
                 (c >= 0x1f300 && c <= 0x1faff)
             ? 2
             : 1;
  }
  return n;
}

class Page {
 public:
  explicit Page(Look look) : look_(look) {}

  void line(std::string_view text = {}, Ink ink = Ink::plain) {
    out_ += inked(text, ink);
    out_ += '\n';
  }

  std::string inked(std::string_view text, Ink ink) const {
    constexpr std::string_view kCodes[] = {"", "1", "2", "1;31", "1;33", "1;32", "1;34"};
    if (!look_.colour || ink == Ink::plain || text.empty()) return std::string(text);
    return "\x1b[" + std::string(kCodes[static_cast<std::size_t>(ink)]) + "m" + std::string(text) +
           "\x1b[0m";
  }

  // Words broken at the width; the first line begins with `lead`, the others as far in.
  void paragraph(std::string_view lead, std::string_view text, Ink ink = Ink::plain,
                 Ink lead_ink = Ink::plain) {
    const std::size_t indent = columns(lead);
    const std::size_t width = std::max<std::size_t>(look_.width, indent + 20);
    std::string row;
    bool first = true;
    const auto put = [&] {
      out_ += first ? inked(lead, lead_ink) : std::string(indent, ' ');
      line(row, ink);
      first = false;
      row.clear();
    };
    for (std::string_view word : split(text, ' ')) {
      if (!row.empty() && indent + columns(row) + 1 + columns(word) > width) put();
      if (!row.empty()) row += ' ';
      row += word;
    }
    put();
  }

  void heading(std::string_view text) {
    line();
    line(text, Ink::bold);
  }

  std::string take() { return std::move(out_); }

 private:
  Look look_;
  std::string out_;
};

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

void write_verdict(Page& page, const Outcome& outcome, Look look) {
  const Ink ink = ink_of(outcome.verdict);
  std::string bar;
  for (std::size_t i = 0; i < look.width; ++i) bar += "\u2501";
  page.line(bar, ink);
  page.line("  " + upper(name(outcome.verdict)) + "  \u00b7  " +
                std::string(headline(english(), outcome.verdict)),
            ink);
  page.paragraph("  ", meaning(english(), outcome.verdict));
  page.paragraph("  ", completeness(english(), outcome), Ink::plain);
  page.line(bar, ink);
}

void write_unchecked(Page& page, const Outcome& outcome) {
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

void write_finding(Page& page, const Finding& f, std::size_t index) {
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

void write_findings(Page& page, const Outcome& outcome) {
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
  Page page(look);
  page.line();
  write_verdict(page, outcome, look);
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
