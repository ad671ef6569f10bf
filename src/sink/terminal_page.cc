#include "sink/terminal_page.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"
#include "sink/json.h"

namespace bridle {
namespace {

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

}  // namespace

std::string TerminalPage::inked(std::string_view text, Ink ink) const {
  constexpr std::string_view kCodes[] = {"", "1", "2", "1;31", "1;33", "1;32", "1;34"};
  if (!look_.colour || ink == Ink::plain || text.empty()) return std::string(text);
  return "\x1b[" + std::string(kCodes[static_cast<std::size_t>(ink)]) + "m" + std::string(text) +
         "\x1b[0m";
}

void TerminalPage::line(std::string_view text, Ink ink) {
  out_ += inked(text, ink);
  out_ += '\n';
}

void TerminalPage::paragraph(std::string_view lead, std::string_view text, Ink ink, Ink lead_ink) {
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

void TerminalPage::heading(std::string_view text) {
  line();
  line(text, Ink::bold);
}

void TerminalPage::rule(Ink ink) {
  std::string bar;
  for (std::size_t i = 0; i < look_.width; ++i) bar += "\u2501";
  line(bar, ink);
}

}  // namespace bridle
