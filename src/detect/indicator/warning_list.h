// What speaks against taking an indicator at its word, by the lists compiled into the program.
#pragma once

#include <string_view>

#include "detect/indicator/pack.h"

namespace bridle {

// Caution bits.
unsigned caution_of(const Indicator& indicator);

// Whether the first 16 characters of a process name are those of an ordinary program too: iOS
// cuts names there.
bool ordinary_when_cut(std::string_view process);

// Whether `value` is a line of a text whose lines are sorted by bytes. Needs no index, so a short
// run does not pay for one.
bool is_listed(std::string_view sorted_lines, std::string_view value);

}  // namespace bridle
