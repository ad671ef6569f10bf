#include "sink/wording.h"

#include <algorithm>
#include <array>

#include "artefact/called.h"
#include "source/kinds.h"

namespace bridle {
namespace {

// In the order of the phrases that begin with kind_ios_backup.
constexpr std::array<std::string_view, 15> kKinds = {
    kIosBackup,        "ios-sysdiagnose", kIosFilesystem,       "ios-logarchive",   kAndroidQf,
    kAndroidBugreport, kAndroidBackup,    kAndroidIntrusionLog, kAndroidFilesystem, kAndroidApk,
    kWhatsAppDatabase, kWhatsAppBackup,   "network-capture",    kMediaFile,         "unknown"};

}  // namespace

std::string_view word(const Language& say, Verdict verdict) {
  return say(one_of(Common::word_invalid, verdict));
}
std::string_view headline(const Language& say, Verdict verdict) {
  return say(one_of(Common::headline_invalid, verdict));
}
std::string_view meaning(const Language& say, Verdict verdict) {
  return say(one_of(Common::meaning_invalid, verdict));
}
std::string_view word(const Language& say, Class claim) {
  return say(one_of(Common::word_executed, claim));
}
std::string_view headline(const Language& say, Class claim) {
  return say(one_of(Common::headline_executed, claim));
}
std::string_view meaning(const Language& say, Class claim) {
  return say(one_of(Common::meaning_executed, claim));
}
std::string_view word(const Language& say, Level level) {
  return say(level == Level::match ? Common::word_match : Common::word_lead);
}
std::string_view meaning(const Language& say, State state) {
  return say(one_of(Common::state_read, state));
}

std::string_view kind_in_words(const Language& say, std::string_view kind) {
  const auto* const at = std::ranges::find(kKinds, kind);
  if (at == kKinds.end()) return say(Common::kind_unknown);
  return say(
      static_cast<Common>(std::to_underlying(Common::kind_ios_backup) + (at - kKinds.begin())));
}

bool may_be_absent(const Coverage& surface) {
  const Artefact* const artefact = artefact_called(surface.surface);
  return surface.state == State::absent && artefact && artefact->expect == Expect::maybe;
}

bool is_unread(const Coverage& surface) {
  return !title_of_unread(surface.surface).empty();
}

bool is_locked(const Outcome& outcome) {
  return std::ranges::any_of(outcome.coverage,
                             [](const Coverage& c) { return c.state == State::encrypted; });
}

std::string title_of(std::string_view surface) {
  const Artefact* const artefact = artefact_called(surface);
  const std::string_view unread = title_of_unread(surface);
  return std::string(artefact ? artefact->title : unread.empty() ? surface : unread);
}

std::string completeness(const Language& say, const Outcome& outcome) {
  std::size_t expected = 0, read = 0;
  for (const Coverage& c : outcome.coverage) {
    if (may_be_absent(c) || is_unread(c)) continue;
    ++expected;
    read += c.state == State::read && c.gaps == 0;
  }
  const Common how = outcome.complete ? Common::complete
                     : expected == 0  ? Common::incomplete_unknown
                                      : Common::incomplete;
  std::string out = filled(say(how), {std::to_string(read), std::to_string(expected)});
  if (std::ranges::any_of(outcome.coverage, is_unread))
    out.append(" ").append(say(Common::holds_more));
  return out;
}

std::vector<Unchecked> unchecked(const Language& say, const Outcome& outcome) {
  std::vector<Unchecked> out;
  for (const Coverage& c : outcome.coverage)
    if (!may_be_absent(c) && (c.state != State::read || c.gaps > 0))
      out.push_back(
          {exhibit_id(c.exhibit),
           title_of(c.surface),
           {},
           std::string(is_unread(c) ? say(Common::state_unexamined) : meaning(say, c.state)),
           c.gaps,
           c.why});
  for (const Gap& gap : outcome.gaps)
    if (gap.artefact.empty())
      out.push_back({exhibit_id(gap.exhibit),
                     gap.path.empty() ? std::string(say(Common::the_exhibit)) : std::string(),
                     gap.path, std::string(meaning(say, State::failed)), 1, gap.why});
  return out;
}

std::vector<std::string_view> next_steps(const Language& say, const Outcome& outcome) {
  std::vector<std::string_view> out;
  switch (outcome.verdict) {
    case Verdict::invalid:
      return {say(Workbook::next_fresh_copy)};
    case Verdict::match:
      out = {say(Workbook::next_keep_phone), say(Workbook::next_second)};
      break;
    case Verdict::lead:
      out = {say(Workbook::next_leads), say(Workbook::next_ask_owner)};
      break;
    case Verdict::inconclusive:
      if (is_locked(outcome)) return {say(Workbook::next_password)};
      out = {say(Workbook::next_better)};
      break;
    case Verdict::no_match:
      out = {say(Workbook::next_keep_case)};
      break;
  }
  if (!outcome.complete && outcome.verdict != Verdict::inconclusive)
    out.push_back(say(Workbook::next_unchecked));
  return out;
}

}  // namespace bridle
