// Who works with a case, as its custody log names them.
#pragma once

#include <string>
#include <vector>

#include "sink/custody.h"

namespace bridle {

// A deed of now: by BRIDLE_ACTOR in the role BRIDLE_ROLE ("examiner", "reviewer", "custodian"), or
// by the user of the machine.
Deed deed_of_now(std::string action);

Time now();

}  // namespace bridle
