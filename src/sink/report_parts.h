// The sections of the analyst's report; each appends HTML.
#pragma once

#include <string>
#include <string_view>

#include "record/outcome.h"

namespace bridle {

void write_unchecked_section(std::string& out, const Outcome& outcome);
void write_findings_section(std::string& out, const Outcome& outcome);
void write_timeline_section(std::string& out, const Outcome& outcome);
void write_exhibits_section(std::string& out, const Outcome& outcome);
void write_coverage_section(std::string& out, const Outcome& outcome);
void write_packs_section(std::string& out, const Outcome& outcome);
void write_gaps_section(std::string& out, const Outcome& outcome);
void write_method_section(std::string& out);

// "red", "amber", …: a class of the style that goes with a word which says the same.
std::string_view tone(Verdict verdict);
std::string_view tone(Level level);
std::string_view tone(State state);
std::string chip(std::string_view tone, std::string_view word);

// "2019-05-03 10:11:12.000000 UTC"
std::string utc(Time time);

}  // namespace bridle
