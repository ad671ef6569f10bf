#include <charconv>
#include <iterator>
#include <map>

#include "campaign/statistics.h"
#include "campaign/write_campaign.h"

namespace bridle::campaign {
namespace {

constexpr std::int64_t kDay = 86'400 * kSecond;

// The Monday on which the week of a moment begins, "2019-04-29".
std::string week_of(Time t) {
  constexpr std::int64_t kThursday = 3;  // 1970-01-01 was one; Monday counts 0
  const std::int64_t day = t.us / kDay - (t.us % kDay < 0 ? 1 : 0);
  const std::int64_t since_monday = ((day + kThursday) % 7 + 7) % 7;
  return iso8601({(day - since_monday) * kDay}).substr(0, 10);
}

std::string percent(double share) {
  char text[16];
  const auto end =
      std::to_chars(std::begin(text), std::end(text), share * 100, std::chars_format::fixed, 1);
  return {text, end.ptr};
}

}  // namespace

std::string victims_csv(const Campaign& campaign) {
  std::map<std::string, std::map<std::string, std::uint64_t>> reached;  // country, week
  for (const auto& [country, examined] : campaign.countries) reached[country]["all"] = 0;
  for (const Reached& one : campaign.phones) {
    ++reached[one.country]["all"];
    if (one.first < kLatest) ++reached[one.country][week_of(one.first)];
  }
  std::string out = "country,week,phones_examined,phones_reached,percent,low_95,high_95\r\n";
  for (const auto& [country, examined] : campaign.countries)
    for (const auto& [week, phones] : reached[country]) {
      const Interval interval = wilson(phones, examined);
      const double share = static_cast<double>(phones) / static_cast<double>(examined);
      out += (country.empty() ? "unknown" : country) + "," + week + "," + std::to_string(examined) +
             "," + std::to_string(phones) + "," + percent(share) + "," + percent(interval.low) +
             "," + percent(interval.high) + "\r\n";
    }
  return out;
}

}  // namespace bridle::campaign
