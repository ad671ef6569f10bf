// Which strangers call as an attack does: what is known of each call, as odds, added up.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "campaign/approach.h"

namespace bridle::campaign {

// What stands around the calls.
struct Surroundings {
  std::uint64_t phones = 0;  // in the lake
  Usual usual;
  std::function<bool(const Approach&)> foreign;          // its country is none of the phone's
  std::function<bool(const Approach&)> bookless;         // nobody stands in the phone's book
  std::function<std::uint64_t(std::uint32_t)> known_on;  // of an account
};

struct Period {
  Time from, to;
};

struct WeighedAccount {
  std::uint32_t account;
  std::span<const Approach> approaches;
  double log_odds;
  double score;
};

struct WeighedAccounts {
  std::vector<WeighedAccount> accounts;  // in the order of the approaches
  std::optional<Period> period;          // when the surest ones called, if there are enough
};

WeighedAccounts weigh_accounts(std::span<const Approach> approaches, const Surroundings& around);

}  // namespace bridle::campaign
