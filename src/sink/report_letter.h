// The owner's letter: one page in plain words, for somebody who is afraid and no expert.
#pragma once

#include <string>

#include "record/outcome.h"
#include "sink/phrase/phrase.h"

namespace bridle {

// Speaks by verdict, class and level in fixed sentences: no value of a record, no name and no text
// of a rule stands in it.
std::string letter_html(const Outcome& outcome, const Language& say);

}  // namespace bridle
