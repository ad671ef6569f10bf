#include "campaign/weigh_servers.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "campaign/statistics.h"

namespace bridle::campaign {
namespace {

// A server of a campaign that no called phone met near a call would be a rare one.
constexpr double kNeverNear = 0.1;
// For each phone that met it and was never called: the calls of some were removed, but any host is
// met by phones without them.
constexpr double kUncalled = 0.25;

struct Counted {
  WeighedServer server;
  std::uint64_t times = 0, lures = 0, lured = 0;  // lured: phones with a link from a stranger
};

std::vector<Counted> counted(const Meetings& meetings, const Attacks& attacks) {
  std::vector<std::uint64_t> keys;
  for (const auto& [key, met] : meetings.met) keys.push_back(key);
  std::ranges::sort(keys);
  std::vector<Counted> out;
  for (const std::uint64_t key : keys) {
    const auto host = static_cast<std::uint32_t>(key >> 32);
    const auto phone = static_cast<std::uint32_t>(key);
    if (out.empty() || out.back().server.host != host) {
      out.emplace_back();
      out.back().server.host = host;
    }
    const Met& met = meetings.met.at(key);
    Counted& one = out.back();
    one.server.phones.push_back(phone);
    if (attacks.contains(phone)) ++one.server.called;
    one.times += met.times;
    one.lures += met.lures;
    if (met.lures > 0) ++one.lured;
  }
  return out;
}

void find_timed(WeighedServer& server, std::span<const Timed> all) {
  const auto found = std::ranges::equal_range(all, server.host, {}, &Timed::host);
  server.timed = {found.begin(), found.end()};
  std::set<std::uint32_t> after, before;
  for (const Timed& one : server.timed)
    (one.near == Near::after ? after : before).insert(one.phone);
  server.after = after.size();
  server.before = before.size();
}

// That a phone of the lake, whichever it is, meets a host near a call of the campaign if it meets
// it `times` times at any moment.
double chance_near(const Meetings& meetings, double Span::* share, double times) {
  double sum = 0;
  // Sums in the order of a hash map would differ in their last digits.
  std::vector<double> chances;
  for (const auto& [phone, span] : meetings.spans)
    if (span.*share > 0) chances.push_back(1 - std::pow(1 - span.*share, times));
  std::ranges::sort(chances);
  for (const double one : chances) sum += one;
  return sum / static_cast<double>(meetings.spans.size());
}

double mean(std::uint64_t sum, std::uint64_t of) {
  return static_cast<double>(sum) / static_cast<double>(std::max<std::uint64_t>(of, 1));
}

// Two questions were asked, so the rarer answer counts half.
double chance_of(const Counted& one, const Meetings& meetings) {
  const WeighedServer& server = one.server;
  const std::uint64_t phones = server.phones.size();
  const double after = binomial_tail(server.after, phones,
                                     chance_near(meetings, &Span::after, mean(one.times, phones)));
  const double before = binomial_tail(
      server.before, one.lured, chance_near(meetings, &Span::before, mean(one.lures, one.lured)));
  return std::min(1.0, 2 * std::min(after, before));
}

double log_odds_of(const WeighedServer& server) {
  if (server.timed.empty()) return std::log(kNeverNear);
  const auto uncalled = static_cast<double>(server.phones.size() - server.called);
  return std::log(most_odds(server.chance)) + uncalled * std::log(kUncalled);
}

}  // namespace

std::vector<WeighedServer> weigh_servers(const Meetings& meetings, const Attacks& attacks) {
  std::vector<WeighedServer> out;
  std::vector<double> log_odds;
  for (Counted& one : counted(meetings, attacks)) {
    find_timed(one.server, meetings.timed);
    if (!one.server.timed.empty()) one.server.chance = chance_of(one, meetings);
    log_odds.push_back(log_odds_of(one.server));
    out.push_back(std::move(one.server));
  }
  const std::vector<double> scores = posteriors(log_odds, 0);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].score = scores[i];
  return out;
}

}  // namespace bridle::campaign
