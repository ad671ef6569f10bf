#include "campaign/weigh_things.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "campaign/statistics.h"

namespace bridle::campaign {
namespace {

// For each phone that has it and was not reached: the traces of some attacks are gone, but whatever
// phones have in common is on such phones, too.
constexpr double kOther = 0.25;

// The phones of one country that show things of a kind, and those that have the thing.
struct Country {
  std::uint64_t reached = 0, others = 0, having = 0;
};

// Apps are shared by country: so phones are compared with those of the same one.
using Countries = std::map<std::string, Country>;

// How likely each number of reached phones has it.
std::vector<double> distribution(const Countries& countries) {
  std::vector<double> out = {1};
  for (const auto& [name, one] : countries) {
    if (one.having == 0 || one.reached == 0) continue;
    const std::uint64_t most = std::min(one.having, one.reached);
    std::vector<double> next(out.size() + most, 0);
    for (std::uint64_t n = 0; n <= most; ++n) {
      const double chance = hypergeometric(n, one.having, one.reached, one.reached + one.others);
      for (std::size_t i = 0; i < out.size(); ++i) next[i + n] += out[i] * chance;
    }
    out = std::move(next);
  }
  return out;
}

double tail(const std::vector<double>& chances, std::uint64_t from) {
  if (from >= chances.size()) return from == 0 ? 1 : 0;
  // The small ones first, or they would be lost.
  return std::min(1.0, std::accumulate(chances.rbegin(),
                                       chances.rend() - static_cast<std::ptrdiff_t>(from), 0.0));
}

}  // namespace

std::vector<WeighedThing> weigh_things(const Things& things, const std::set<std::uint32_t>& reached,
                                       const CountryOfPhone& country) {
  std::array<Countries, kThingKinds.size()> showing;
  for (std::size_t kind = 0; kind < showing.size(); ++kind)
    for (const std::uint32_t phone : things.showing[kind]) {
      Country& one = showing[kind][country(phone)];
      ++(reached.contains(phone) ? one.reached : one.others);
    }
  std::vector<WeighedThing> out;
  std::vector<double> log_odds;
  for (const Thing& thing : things.all) {
    const auto kind = std::ranges::find(kThingKinds, thing.kind) - kThingKinds.begin();
    Countries countries = showing[static_cast<std::size_t>(kind)];
    WeighedThing& one = out.emplace_back(WeighedThing{.thing = &thing});
    for (const auto& [name, phones] : countries) {
      one.of_reached += phones.reached;
      one.of_others += phones.others;
    }
    for (const std::uint32_t phone : thing.phones) {
      ++countries[country(phone)].having;
      ++(reached.contains(phone) ? one.reached : one.others);
    }
    // What is no more frequent on reached phones needs no look at how likely that is.
    if (one.reached * one.of_others > one.others * one.of_reached)
      one.chance = tail(distribution(countries), one.reached);
    log_odds.push_back(std::log(most_odds(one.chance)) +
                       static_cast<double>(one.others) * std::log(kOther));
  }
  const std::vector<double> scores = posteriors(log_odds, 0);
  for (std::size_t i = 0; i < out.size(); ++i) out[i].score = scores[i];
  return out;
}

}  // namespace bridle::campaign
