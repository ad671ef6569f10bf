#include "sink/wording.h"

#include <algorithm>
#include <array>
#include <utility>

#include "artefact/artefact.h"
#include "source/kinds.h"

namespace bridle {
namespace {

const Artefact* artefact_of(std::string_view id) {
  const auto all = artefacts();
  const auto at = std::ranges::find(all, id, [](const Artefact* a) { return a->id; });
  return at == all.end() ? nullptr : *at;
}

// What an artefact may lack without a word: stores of apps that the phone need not have.
bool may_be_absent(const Coverage& c) {
  const Artefact* const artefact = artefact_of(c.surface);
  return c.state == State::absent && artefact && artefact->expect == Expect::maybe;
}

bool is_locked(const Outcome& outcome) {
  return std::ranges::any_of(outcome.coverage,
                             [](const Coverage& c) { return c.state == State::encrypted; });
}

// Parts of an exhibit that no artefact reads.
bool is_unread(const Coverage& c) {
  return !title_of_unread(c.surface).empty();
}

}  // namespace

std::string_view headline(Verdict verdict) {
  constexpr std::array<std::string_view, 5> kWords = {
      "An exhibit changed while it was read", "Traces of a known attack tool",
      "A trace that needs a closer look", "This cannot be answered yet",
      "No known trace in what was read"};
  return kWords[std::to_underlying(verdict)];
}

std::string_view meaning(Verdict verdict) {
  constexpr std::array<std::string_view, 5> kWords = {
      "Nothing below may be relied on: take a fresh copy of the exhibit and run the check again.",
      "At least one record fits a published trace of an attack tool closely enough that chance "
      "does not explain it.",
      "A record fits a trace that can also have a harmless cause; it has to be examined before "
      "anything is concluded.",
      "Too little could be read, so that finding nothing says nothing about this phone.",
      "The surfaces that this kind of exhibit should hold were read and hold no known trace; an "
      "attack that left none, or one that nobody has published, would not be seen."};
  return kWords[std::to_underlying(verdict)];
}

std::string_view headline(Class claim) {
  constexpr std::array<std::string_view, 5> kWords = {
      "An implant ran", "An exploit or its delivery left a trace", "An attack tool was sent",
      "A risky setting or app", "Touched infrastructure, explained otherwise"};
  return kWords[std::to_underlying(claim)];
}

std::string_view meaning(Class claim) {
  constexpr std::array<std::string_view, 5> kWords = {
      "A program that belongs to an attack tool was running on the phone.",
      "Something that carries an attack reached the phone; whether it worked is another question.",
      "Somebody sent a lure; that the phone opened it, or gave in to it, does not follow.",
      "Something that makes attacks easier, or that the owner may not know of; not an attack.",
      "The phone touched public or vendor infrastructure, as reading about such tools also does; "
      "not an attack."};
  return kWords[std::to_underlying(claim)];
}

std::string_view meaning(State state) {
  constexpr std::array<std::string_view, 6> kWords = {
      "read whole", "read in part",  "could not be read", "encrypted, and no key opened it",
      "not there",  "not understood"};
  return kWords[std::to_underlying(state)];
}

std::string title_of(std::string_view surface) {
  const Artefact* const artefact = artefact_of(surface);
  const std::string_view unread = title_of_unread(surface);
  return std::string(artefact ? artefact->title : unread.empty() ? surface : unread);
}

std::string completeness(const Outcome& outcome) {
  std::size_t expected = 0, read = 0;
  for (const Coverage& c : outcome.coverage) {
    if (may_be_absent(c) || is_unread(c)) continue;
    ++expected;
    read += c.state == State::read && c.gaps == 0;
  }
  const std::string counts = std::to_string(read) + " of " + std::to_string(expected) +
                             " surfaces that this exhibit should hold were read whole";
  const bool unread = std::ranges::any_of(outcome.coverage, is_unread);
  return (outcome.complete ? "Complete: " : "Incomplete: ") + counts +
         (unread ? "; it holds more that nothing here reads." : ".");
}

std::vector<Unchecked> unchecked(const Outcome& outcome) {
  std::vector<Unchecked> out;
  for (const Coverage& c : outcome.coverage)
    if (!may_be_absent(c) && (c.state != State::read || c.gaps > 0))
      out.push_back({exhibit_id(c.exhibit),
                     title_of(c.surface),
                     {},
                     std::string(is_unread(c) ? "not examined" : meaning(c.state)),
                     c.gaps,
                     c.why});
  for (const Gap& gap : outcome.gaps)
    if (gap.artefact.empty())
      out.push_back({exhibit_id(gap.exhibit), gap.path.empty() ? "The exhibit" : "", gap.path,
                     "could not be read", 1, gap.why});
  return out;
}

std::vector<std::string_view> next_steps(const Outcome& outcome) {
  std::vector<std::string_view> out;
  switch (outcome.verdict) {
    case Verdict::invalid:
      return {
          "Take a fresh copy of the exhibit, keep it on read-only storage, and check it again."};
    case Verdict::match:
      out = {"Keep the phone as it is: no reset, no update, no removal of apps.",
             "Have a second examiner repeat the check on a sealed copy, then call a digital "
             "security helpline."};
      break;
    case Verdict::lead:
      out = {"Go through each lead: its harmless causes first, then what would confirm it.",
             "Ask the owner what he or she remembers of those times before concluding."};
      break;
    case Verdict::inconclusive:
      if (is_locked(outcome))
        return {
            "Check it again with its password or key: with --password-fd, the prompt, or --key."};
      out = {
          "Get a better exhibit: of an iPhone, an encrypted backup with its password holds the "
          "most; "
          "of an Android phone, an AndroidQF acquisition with a bugreport."};
      break;
    case Verdict::no_match:
      out = {"Keep the case: new indicators can be tried on it later."};
      break;
  }
  if (!outcome.complete && outcome.verdict != Verdict::inconclusive)
    out.emplace_back("Look at what could not be checked, and take that from the phone again.");
  return out;
}

}  // namespace bridle
