// How many phones of each country the campaign reached, and when.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/statistics.h"

namespace bridle::campaign {

struct VictimCount {
  std::string country;  // empty: not known
  std::string week;     // its Monday, "2019-04-29"; empty: at any time
  std::uint64_t examined, reached;
  Interval interval;  // of the share, Wilson's for 95 %
};

// By country and week, last each country as a whole, even if none of its phones was reached.
std::vector<VictimCount> victims(const Campaign& campaign);

}  // namespace bridle::campaign
