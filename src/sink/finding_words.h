// Findings and verdicts as sentences, for formats that have no place for their parts.
#pragma once

#include <string>

#include "sink/shared_case.h"

namespace bridle {

// "match, targeted (rule indicator.domain): a link … What else explains it: … What would confirm
// it: … Where: …"
std::string finding_words(const Finding& finding);

// "match; not complete. 2 match executed. Read: ios_sms (12 records, 0 gaps); …"
std::string verdict_words(const SharedCase& shared);

}  // namespace bridle
