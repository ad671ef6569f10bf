// What of a field names people, and what of it people keep to themselves: a shared output follows
// this, and no artefact decides it.
#pragma once

#include <cstdint>
#include <string_view>

#include "record/field.h"

namespace bridle {

enum class Privacy : std::uint8_t {
  open,        // says nothing of a person: times, states, programs, hashes
  measure,     // a real number: places on earth are such
  identifier,  // a telephone number, an address, an account
  name,        // what a person, a group or a phone is called
  device,      // serial numbers of phones and cards
  words        // what people wrote, where they went, their files: anything may stand in it
};

// From the kind. Kinds do not tell a name from other words, nor a serial number from other texts:
// there the field's own name does.
Privacy privacy_of(std::string_view field, Kind kind);

}  // namespace bridle
