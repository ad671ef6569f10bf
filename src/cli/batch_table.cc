#include "cli/batch_table.h"

#include <algorithm>
#include <array>

#include "sink/shown.h"
#include "sink/terminal_page.h"

namespace bridle {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr std::size_t kLongestReason = 300;

struct VerdictRow {
  Verdict verdict;
  std::string_view words;
  Ink ink;
  bool named;  // each phone, not only how many
};
constexpr std::array<VerdictRow, 5> kVerdicts = {
    {{Verdict::invalid, "  invalid       ", Ink::red, true},
     {Verdict::match, "  match         ", Ink::red, true},
     {Verdict::lead, "  lead          ", Ink::amber, true},
     {Verdict::inconclusive, "  inconclusive  ", Ink::amber, true},
     {Verdict::no_match, "  no match      ", Ink::green, false}}};

std::string counted(std::size_t n, std::string_view one) {
  return std::to_string(n) + " " + std::string(one) + (n == 1 ? "" : "s");
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names)
    out += (out.empty() ? "" : ", ") + shown(name, kLongestName);
  return out;
}

template <class Is>
std::vector<std::string> names_of(const BatchEnd& end, Is is) {
  std::vector<std::string> out;
  for (const CheckedPhone& phone : end.phones)
    if (!phone.refused && is(phone)) out.push_back(phone.name);
  return out;
}

void write_verdicts(TerminalPage& page, const BatchEnd& end) {
  for (const VerdictRow& row : kVerdicts) {
    const auto names =
        names_of(end, [&](const CheckedPhone& phone) { return phone.verdict == row.verdict; });
    if (names.empty()) continue;
    page.paragraph(row.words,
                   std::to_string(names.size()) + (row.named ? "  " + listed(names) : ""),
                   Ink::plain, row.ink);
  }
}

void write_refused(TerminalPage& page, const BatchEnd& end) {
  const auto refused = [](const CheckedPhone& phone) { return phone.refused.has_value(); };
  const auto count = std::ranges::count_if(end.phones, refused);
  if (count == 0) return;
  page.heading("Refused: " + counted(static_cast<std::size_t>(count), "phone"));
  for (const CheckedPhone& phone : end.phones)
    if (phone.refused)
      page.paragraph("  \u2013 ", shown(phone.name, kLongestName) + ": " +
                                      shown(phone.refused->why, kLongestReason));
}

void write_names(TerminalPage& page, const std::string& heading,
                 const std::vector<std::string>& names) {
  if (names.empty()) return;
  page.heading(heading);
  page.paragraph("  ", listed(names));
}

}  // namespace

std::string batch_table(const BatchEnd& end, Look look) {
  TerminalPage page(look);
  page.line();
  page.rule(Ink::bold);
  std::string sum = counted(end.phones.size() + end.not_begun.size(), "phone");
  if (end.known > 0) sum += ", " + std::to_string(end.known) + " in the lake before";
  if (!end.not_begun.empty()) sum += ", " + std::to_string(end.not_begun.size()) + " not begun";
  page.line("  " + sum, Ink::bold);
  write_verdicts(page, end);
  page.rule(Ink::bold);
  write_names(page, "Incomplete: not all of them could be read",
              names_of(end, [](const CheckedPhone& phone) { return !phone.complete; }));
  write_refused(page, end);
  write_names(page, "Not checked again: their cases were there, and went into the lake as they are",
              names_of(end, [](const CheckedPhone& phone) { return phone.was_there; }));
  write_names(page, "Not begun: the same command goes on with them", end.not_begun);
  write_names(page, "Left out: no folders, and so no phones", end.others);
  return page.take();
}

}  // namespace bridle
