// Which apps, programs and files belong to a campaign: those that the phones it reached have and
// others have not.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "campaign/things.h"

namespace bridle::campaign {

struct WeighedThing {
  const Thing* thing;
  std::uint64_t reached = 0, others = 0;        // phones that have it
  std::uint64_t of_reached = 0, of_others = 0;  // phones that show things of its kind
  double chance = 1;  // that so many of the reached have it, if who has it in a country were chance
  double score = 0;
};

using CountryOfPhone = std::function<std::string(std::uint32_t)>;

// In the order of the things, which must outlive them.
std::vector<WeighedThing> weigh_things(const Things& things, const std::set<std::uint32_t>& reached,
                                       const CountryOfPhone& country);

}  // namespace bridle::campaign
