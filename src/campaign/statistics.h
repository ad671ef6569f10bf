// The numbers behind a judgement: how sure, how rare, how wide.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace bridle::campaign {

struct Interval {
  double low, high;
};

// Wilson's interval for a share, 95 %. All of 0..1 if there was nothing to count.
Interval wilson(std::uint64_t hits, std::uint64_t of);

// How often at least `hits` of `of` independent tries succeed by chance. Where the tries differ,
// their mean gives the larger, so the more careful number (Hoeffding 1956).
double binomial_tail(std::uint64_t hits, std::uint64_t of, double chance);

// That `hits` of `drawn` are among the `wanted` of `all`, drawn without putting back.
double hypergeometric(std::uint64_t hits, std::uint64_t drawn, std::uint64_t wanted,
                      std::uint64_t all);

// The most that a p-value may weigh in odds: 1 / (-e p ln p) (Sellke, Bayarri and Berger 2001).
// Below 1 where there are more hits than by chance in one of three cases only.
double most_odds(double p);

// Probability of odds given as their natural logarithm.
double from_log_odds(double log_odds);

// What is known of each of many things, as the logarithm of the odds that it multiplies, becomes
// probabilities. How many of them are wanted ones at all is learnt from them: evidence that one in
// so many shows by chance lowers the share of all until nothing is left of it. `beside` more that
// show nothing are thought to stand beside them, so that few things teach little.
std::vector<double> posteriors(std::span<const double> log_odds, double beside);

}  // namespace bridle::campaign
