#include "campaign/weigh_accounts.h"

#include <algorithm>
#include <cmath>

#include "campaign/statistics.h"

namespace bridle::campaign {
namespace {

// How much more often something is seen in the calls of an attack than in those of other strangers.
// What the attack of 2019 did is public; how often others do the same is measured in the lake where
// people in the address book show it, and is else a careful guess.
constexpr double kTalked = 0.02;       // an attack needs no answer, strangers with a reason get one
constexpr double kOnce = 0.1;          // a single call, or calls far apart
constexpr double kTwice = 30;          // two within ten minutes
constexpr double kOften = 60;          // more than two
constexpr double kOtherDay = 3;        // and the same on another day
constexpr double kForeign = 2;         // a country that the phone has little to do with
constexpr double kBookless = 0.2;      // nobody stands in the book: all are strangers
constexpr double kKnown = 0.05;        // a person known to somebody else in the lake
constexpr double kEverywhere = 0.1;    // calls one phone of ten
constexpr double kOutside = 0.2;       // called when no sure one did
constexpr double kMostInside = 5;      // called when they did, in a lake that spans far longer
constexpr double kVideoShare = 0.9;    // of an attack's calls are video calls
constexpr double kCarriedShare = 0.6;  // of them move data before an answer
constexpr double kBeside = 100;  // strangers of no interest, thought to call beside those seen
constexpr double kLeastRatio = 1.0 / 30, kMostRatio = 30;  // so that no trait convicts alone

struct Ratios {
  double video, voice, carried, nothing;
};

Ratios ratios(const Usual& usual) {
  const double n = static_cast<double>(usual.missed) + 2;  // Laplace's rule: nothing never happens
  const double video = (static_cast<double>(usual.video) + 1) / n;
  const double carried = (static_cast<double>(usual.carried) + 1) / n;
  const auto bounded = [](double ratio) { return std::clamp(ratio, kLeastRatio, kMostRatio); };
  return {.video = bounded(kVideoShare / video),
          .voice = bounded((1 - kVideoShare) / (1 - video)),
          .carried = bounded(kCarriedShare / carried),
          .nothing = bounded((1 - kCarriedShare) / (1 - carried))};
}

double odds_of(const Approach& one, const Ratios& ratio, const Surroundings& around) {
  if (one.talked) return kTalked;
  double odds = one.burst > 2 ? kOften : one.burst == 2 ? kTwice : kOnce;
  if (one.burst_days > 1) odds *= kOtherDay;
  if (one.video == one.missed) odds *= ratio.video;
  if (one.video == 0) odds *= ratio.voice;
  odds *= one.carried > 0 ? ratio.carried : ratio.nothing;
  if (around.foreign(one)) odds *= kForeign;
  if (around.bookless(one)) odds *= kBookless;
  return odds;
}

// Calls of one account are no independent witnesses: their mean counts, and a little more for each
// phone, so that one odd pair among many usual ones weighs little.
double log_odds_of(std::span<const Approach> all, const Ratios& ratio, const Surroundings& around) {
  double sum = 0;
  for (const Approach& one : all) sum += std::log(odds_of(one, ratio, around));
  const double n = static_cast<double>(all.size());
  double out = sum / n * (1 + std::log(n));
  constexpr std::uint64_t kMostKnown = 3, kMany = 20;
  out +=
      static_cast<double>(std::min(around.known_on(all[0].account), kMostKnown)) * std::log(kKnown);
  if (all.size() >= kMany && all.size() * 10 > around.phones) out += std::log(kEverywhere);
  return out;
}

std::vector<Time> call_times(std::span<const Approach> all) {
  std::vector<Time> out;
  for (const Approach& one : all)
    for (const Call& call : one.calls) out.push_back(call.time);
  return out;
}

// Where the middle nine tenths of the calls of the surest lie, and a tenth of that on both sides.
std::optional<Period> period_of(std::span<const WeighedAccount> accounts) {
  constexpr double kSure = 0.9;
  constexpr std::size_t kEnough = 5;
  std::vector<Time> times;
  std::size_t sure = 0;
  for (const WeighedAccount& one : accounts) {
    if (one.score < kSure) continue;
    ++sure;
    const auto more = call_times(one.approaches);
    times.insert(times.end(), more.begin(), more.end());
  }
  if (sure < kEnough) return {};
  std::ranges::sort(times);
  const Time from = times[times.size() / 20], to = times[times.size() - 1 - times.size() / 20];
  const std::int64_t margin = (to.us - from.us) / 10;
  return Period{.from = {from.us - margin}, .to = {to.us + margin}};
}

void judge(std::vector<WeighedAccount>& accounts) {
  std::vector<double> log_odds;
  for (const WeighedAccount& one : accounts) log_odds.push_back(one.log_odds);
  const std::vector<double> scores = posteriors(log_odds, kBeside);
  for (std::size_t i = 0; i < scores.size(); ++i) accounts[i].score = scores[i];
}

// A campaign has its time; strangers call all year.
void weigh_period(std::vector<WeighedAccount>& accounts, const Period& period, Period lake) {
  const double inside =
      std::clamp(static_cast<double>(lake.to.us - lake.from.us) /
                     static_cast<double>(std::max<std::int64_t>(period.to.us - period.from.us, 1)),
                 1.0, kMostInside);
  for (WeighedAccount& one : accounts) {
    const auto times = call_times(one.approaches);
    const auto within =
        std::ranges::count_if(times, [&](Time t) { return period.from <= t && t <= period.to; });
    if (within == static_cast<std::ptrdiff_t>(times.size())) one.log_odds += std::log(inside);
    if (within == 0) one.log_odds += std::log(kOutside);
  }
}

Period all_of(std::span<const Approach> approaches) {
  Period out{.from = kLatest, .to = kEarliest};
  for (const Approach& one : approaches) {
    out.from = std::min(out.from, one.calls.front().time);
    out.to = std::max(out.to, one.calls.back().time);
  }
  return out;
}

}  // namespace

WeighedAccounts weigh_accounts(std::span<const Approach> approaches, const Surroundings& around) {
  WeighedAccounts out;
  const Ratios ratio = ratios(around.usual);
  for (std::size_t from = 0, to = 0; from < approaches.size(); from = to) {
    while (to < approaches.size() && approaches[to].account == approaches[from].account) ++to;
    const auto all = approaches.subspan(from, to - from);
    out.accounts.push_back({.account = all[0].account,
                            .approaches = all,
                            .log_odds = log_odds_of(all, ratio, around),
                            .score = 0});
  }
  judge(out.accounts);
  out.period = period_of(out.accounts);
  if (!out.period) return out;
  weigh_period(out.accounts, *out.period, all_of(approaches));
  judge(out.accounts);
  return out;
}

}  // namespace bridle::campaign
