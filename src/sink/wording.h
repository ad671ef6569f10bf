// What verdicts, classes and states mean, in words that say no more than was found. One place for
// the terminal and the reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/outcome.h"
#include "sink/phrase/phrase.h"

namespace bridle {

std::string_view word(const Language& say, Verdict verdict);
std::string_view headline(const Language& say, Verdict verdict);  // a few words
std::string_view meaning(const Language& say, Verdict verdict);   // one sentence
std::string_view word(const Language& say, Class claim);
std::string_view headline(const Language& say, Class claim);  // "An attack tool was sent"
std::string_view meaning(const Language& say, Class claim);
std::string_view word(const Language& say, Level level);
std::string_view meaning(const Language& say, State state);

// "backup of an iPhone or iPad" for "ios-backup".
std::string_view kind_in_words(const Language& say, std::string_view kind);

// The artefact's title, or the id itself if there is no such artefact. English, as all that comes
// from the catalogue.
std::string title_of(std::string_view surface);

// What an artefact may lack without a word: stores of apps that the phone need not have.
bool may_be_absent(const Coverage& surface);
// Parts of an exhibit that no artefact reads.
bool is_unread(const Coverage& surface);
bool is_locked(const Outcome& outcome);  // whether some surface was encrypted

// What stands beside the verdict: how many surfaces were read, and what that lets one say.
std::string completeness(const Language& say, const Outcome& outcome);

// A surface that was not read whole, or a place outside of all surfaces.
struct Unchecked {
  std::string exhibit;
  std::string what;  // a surface's title; empty for a place outside of all surfaces
  std::string path;  // that place
  std::string state;
  std::uint64_t places;  // gaps
  std::string why;
};
std::vector<Unchecked> unchecked(const Language& say, const Outcome& outcome);

// What to do next, most urgent first.
std::vector<std::string_view> next_steps(const Language& say, const Outcome& outcome);

}  // namespace bridle
