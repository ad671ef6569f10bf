// How one account that a phone does not know went about calling it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/time.h"
#include "campaign/traces.h"

namespace bridle::campaign {

struct Approach {
  std::uint32_t account, phone;
  std::span<const Call> calls;   // all of them, in order of time
  std::uint64_t missed = 0;      // calls of theirs that nobody answered
  std::uint64_t video = 0;       // of those
  std::uint64_t carried = 0;     // of those: data arrived before any answer
  std::uint64_t burst = 0;       // the most of those within ten minutes
  std::uint64_t burst_days = 0;  // days on which at least two stood so close
  bool talked = false;           // answered once, called back or written to: no attack needs it
};

// Of each pair of account and phone, by account. `traces` must outlive them.
std::vector<Approach> approaches(const Traces& traces);

}  // namespace bridle::campaign
