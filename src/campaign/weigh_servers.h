// Which hosts belong to a campaign: those that phones meet when it calls them, and not otherwise.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "campaign/meetings.h"

namespace bridle::campaign {

struct WeighedServer {
  std::uint32_t host;
  std::vector<std::uint32_t> phones;    // that met it, all of them
  std::uint64_t after = 0, before = 0;  // phones that met it near a call
  std::uint64_t called = 0;             // phones of those that the campaign called at all
  std::span<const Timed> timed;
  double chance = 1;  // that so many phones meet any host so close to a call
  double score = 0;
};

// In the order of their numbers. `meetings` must outlive them.
std::vector<WeighedServer> weigh_servers(const Meetings& meetings, const Attacks& attacks);

}  // namespace bridle::campaign
