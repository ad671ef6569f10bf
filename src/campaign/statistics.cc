#include "campaign/statistics.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bridle::campaign {

Interval wilson(std::uint64_t hits, std::uint64_t of) {
  if (of == 0) return {0, 1};
  constexpr double z = 1.959964;
  const double n = static_cast<double>(of);
  const double share = static_cast<double>(hits) / n;
  const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half =
      z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {.low = hits == 0 ? 0 : centre - half, .high = hits == of ? 1 : centre + half};
}

double binomial_tail(std::uint64_t hits, std::uint64_t of, double chance) {
  if (hits == 0 || chance >= 1) return 1;
  if (hits > of || chance <= 0) return 0;
  const double n = static_cast<double>(of);
  double sum = 0;
  for (std::uint64_t i = hits; i <= of; ++i) {
    const double k = static_cast<double>(i);
    const double term = std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) +
                                 k * std::log(chance) + (n - k) * std::log1p(-chance));
    sum += term;
    // From the mean on each term is smaller than the one before: what follows is nothing.
    if (k > n * chance && term < sum * 1e-12) break;
  }
  return std::min(sum, 1.0);
}

double hypergeometric(std::uint64_t hits, std::uint64_t drawn, std::uint64_t wanted,
                      std::uint64_t all) {
  const auto ways = [](std::uint64_t of, std::uint64_t n) {  // to choose n, as a logarithm
    const double a = static_cast<double>(of), b = static_cast<double>(n);
    return std::lgamma(a + 1) - std::lgamma(b + 1) - std::lgamma(a - b + 1);
  };
  if (hits > wanted || hits > drawn || drawn - hits > all - wanted) return 0;
  return std::exp(ways(wanted, hits) + ways(all - wanted, drawn - hits) - ways(all, drawn));
}

double most_odds(double p) {
  constexpr double kLeast = 1e-300;  // the logarithm of 0 is none
  if (p >= 1 / std::numbers::e) return 1;
  const double careful = std::max(p, kLeast);
  return -1 / (std::numbers::e * careful * std::log(careful));
}

double from_log_odds(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

std::vector<double> posteriors(std::span<const double> log_odds, double beside) {
  constexpr int kRounds = 500;
  constexpr double kFirst = 1e-3, kLeast = 1e-6, kMost = 0.2;
  const double n = std::max(static_cast<double>(log_odds.size()), 1.0);
  std::vector<double> out(log_odds.size());
  double share = kFirst;
  for (int round = 0; round < kRounds; ++round) {
    double sum = 0;
    for (std::size_t i = 0; i < out.size(); ++i)
      sum += out[i] = from_log_odds(std::log(share / (1 - share)) + log_odds[i]);
    const double next = std::clamp((sum + beside * kFirst) / (n + beside), kLeast, kMost);
    if (std::abs(next - share) < 1e-9) break;
    share = next;
  }
  return out;
}

}  // namespace bridle::campaign
