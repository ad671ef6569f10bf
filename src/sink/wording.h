// What verdicts, classes and states mean, in words that say no more than was found. One place for
// the terminal and the reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/outcome.h"

namespace bridle {

std::string_view headline(Verdict verdict);  // "Match: …", a few words
std::string_view meaning(Verdict verdict);   // one sentence
std::string_view headline(Class claim);      // "An attack tool was sent"
std::string_view meaning(Class claim);
std::string_view meaning(State state);

// The artefact's title, or the id itself if there is no such artefact.
std::string title_of(std::string_view surface);

// What stands beside the verdict: how many surfaces were read, and what that lets one say.
std::string completeness(const Outcome& outcome);

// A surface that was not read whole, or a place outside of all surfaces.
struct Unchecked {
  std::string exhibit;
  std::string what;  // a surface's title; empty for a place outside of all surfaces
  std::string path;  // that place
  std::string state;
  std::uint64_t places;  // gaps
  std::string why;
};
std::vector<Unchecked> unchecked(const Outcome& outcome);

// What to do next, most urgent first.
std::vector<std::string_view> next_steps(const Outcome& outcome);

}  // namespace bridle
