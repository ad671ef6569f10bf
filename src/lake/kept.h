// What a lake keeps of a record: all that indicators are compared with and campaigns are told by,
// and nothing else of people. What they wrote is left out but for the links and addresses in it;
// names, serial numbers and places on earth are left out; who they are is sealed.
#pragma once

#include <string>

#include "artefact/artefact.h"
#include "lake/identifier_seal.h"
#include "record/rows.h"

namespace bridle {

// The value as the lake keeps it; `into` holds its text until the next call with it.
Value kept(const Field& field, const Value& value, IdentifierSeal& seal, std::string& into);

// What was kept, with its identifiers opened.
Value opened(Kind kind, const Value& value, IdentifierSeal& seal, std::string& into);

// Whether a lake keeps identifiers in fields of that kind.
bool may_hold_identifiers(Kind kind);

}  // namespace bridle
