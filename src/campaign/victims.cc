#include "campaign/victims.h"

#include <map>

namespace bridle::campaign {
namespace {

constexpr std::int64_t kDay = 86'400 * kSecond;

std::string week_of(Time t) {
  constexpr std::int64_t kThursday = 3;  // 1970-01-01 was one; Monday counts 0
  const std::int64_t day = t.us / kDay - (t.us % kDay < 0 ? 1 : 0);
  const std::int64_t since_monday = ((day + kThursday) % 7 + 7) % 7;
  return iso8601({(day - since_monday) * kDay}).substr(0, 10);
}

}  // namespace

std::vector<VictimCount> victims(const Campaign& campaign) {
  std::map<std::string, std::uint64_t> examined, reached;
  std::map<std::string, std::map<std::string, std::uint64_t>> by_week;
  for (const auto& [phone, country] : campaign.homes) ++examined[country];
  for (const Reached& one : campaign.phones) {
    ++reached[one.country];
    if (one.first < kLatest) ++by_week[one.country][week_of(one.first)];
  }
  std::vector<VictimCount> out;
  for (const auto& [country, of] : examined) {
    for (const auto& [week, phones] : by_week[country])
      out.push_back({country, week, of, phones, wilson(phones, of)});
    out.push_back({country, {}, of, reached[country], wilson(reached[country], of)});
  }
  return out;
}

}  // namespace bridle::campaign
