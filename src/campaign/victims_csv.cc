#include <charconv>
#include <iterator>

#include "campaign/victims.h"
#include "campaign/write_campaign.h"

namespace bridle::campaign {
namespace {

std::string percent(double share) {
  char text[16];
  const auto end =
      std::to_chars(std::begin(text), std::end(text), share * 100, std::chars_format::fixed, 1);
  return {text, end.ptr};
}

}  // namespace

std::string victims_csv(const Campaign& campaign) {
  std::string out = "country,week,phones_examined,phones_reached,percent,low_95,high_95\r\n";
  for (const VictimCount& one : victims(campaign)) {
    const double share = static_cast<double>(one.reached) / static_cast<double>(one.examined);
    out += (one.country.empty() ? "unknown" : one.country) + "," +
           (one.week.empty() ? "all" : one.week) + "," + std::to_string(one.examined) + "," +
           std::to_string(one.reached) + "," + percent(share) + "," + percent(one.interval.low) +
           "," + percent(one.interval.high) + "\r\n";
  }
  return out;
}

}  // namespace bridle::campaign
