// What a hunt found, as a file and for a person at a terminal.
#pragma once

#include <string>

#include "lake/hunt.h"

namespace bridle {

// hunt.json, {"schema": "bridle-hunt/1", …}: docs/lake.md. Sorted keys, one newline at its end.
std::string hunt_json(const Hunt& hunt);

// A line for each case with findings, and what could not be seen in the others.
std::string hunt_table(const Hunt& hunt);

}  // namespace bridle
