// What kind of trace an artefact's records are.
#pragma once

#include <cstdint>

namespace bridle {

// What it means when an indicator applies to one of the records; detect/claim.cc turns it and the
// indicator's type into a class and a level.
enum class Trace : std::uint8_t {
  received,    // somebody sent it to the owner: a message, an invitation
  visited,     // the owner, or a page, opened it
  contacted,   // the phone talked to it
  looked_up,   // an account was looked up by the phone's messaging services
  ran,         // a program ran
  stored,      // a file lies, or lay, on the phone
  installed,   // an app is or was installed
  configured,  // a setting or a profile is in force
  known        // the owner wrote it down: a contact, an account
};

}  // namespace bridle
