#include "base/time.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace bridle {
namespace {

std::optional<Time> within_years(Time t) {
  if (t < kEarliest || t > kLatest) return {};
  return t;
}

// Takes n digits off the front of the text.
std::optional<int> digits(std::string_view& s, std::size_t n) {
  if (s.size() < n) return {};
  int v = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (s[i] < '0' || s[i] > '9') return {};
    v = v * 10 + (s[i] - '0');
  }
  s.remove_prefix(n);
  return v;
}

bool skip(std::string_view& s, std::string_view any_of) {
  if (s.empty() || any_of.find(s.front()) == std::string_view::npos) return false;
  s.remove_prefix(1);
  return true;
}

std::int64_t fraction_us(std::string_view& s) {
  std::int64_t us = 0;
  std::int64_t unit = 100'000;
  while (!s.empty() && s.front() >= '0' && s.front() <= '9') {
    us += (s.front() - '0') * unit;
    unit /= 10;
    s.remove_prefix(1);
  }
  return us;
}

// Microseconds east of Greenwich; nothing if what is left is no zone.
std::optional<std::int64_t> zone_us(std::string_view s) {
  while (skip(s, " ")) {
  }
  if (s.empty() || s == "Z" || s == "UTC") return 0;
  const int sign = s.front() == '-' ? -1 : 1;
  if (!skip(s, "+-")) return {};
  const auto hours = digits(s, 2);
  skip(s, ":");
  const auto minutes = digits(s, 2);
  if (!hours || !minutes || !s.empty()) return {};
  return sign * (*hours * 3600LL + *minutes * 60LL) * kSecond;
}

}  // namespace

std::optional<Time> time_at(double seconds, std::int64_t epoch_us) {
  if (!std::isfinite(seconds) || std::abs(seconds) > 3e11) return {};
  // The fraction alone is exact; a product of all would be rounded twice.
  const double whole = std::trunc(seconds);
  return within_years({static_cast<std::int64_t>(whole) * kSecond +
                       std::llround((seconds - whole) * 1e6) + epoch_us});
}

std::optional<Time> time_at_us(std::int64_t us, std::int64_t epoch_us) {
  if (us > 300'000'000'000 * kSecond || us < -300'000'000'000 * kSecond) return {};
  return within_years({us + epoch_us});
}

std::string iso8601(Time t) {
  using namespace std::chrono;
  const sys_time<microseconds> at{microseconds{t.us}};
  const auto day = floor<days>(at);
  const year_month_day date{day};
  const hh_mm_ss clock{at - day};
  std::array<char, 40> out{};
  const int n = std::snprintf(
      out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06dZ", static_cast<int>(date.year()),
      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
  return {out.data(), static_cast<std::size_t>(n)};
}

std::optional<Time> parse_time(std::string_view s) {
  using namespace std::chrono;
  const auto y = digits(s, 4);
  if (!y || !skip(s, "-")) return {};
  const auto mo = digits(s, 2);
  if (!mo || !skip(s, "-")) return {};
  const auto d = digits(s, 2);
  if (!d || !skip(s, "T ")) return {};
  const auto h = digits(s, 2);
  if (!h || !skip(s, ":")) return {};
  const auto mi = digits(s, 2);
  if (!mi || !skip(s, ":")) return {};
  const auto sec = digits(s, 2);
  if (!sec) return {};
  const std::int64_t fraction = skip(s, ".,") ? fraction_us(s) : 0;
  const auto zone = zone_us(s);
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)},
                            day{static_cast<unsigned>(*d)}};
  if (!zone || !date.ok() || *h > 23 || *mi > 59 || *sec > 60) return {};
  const sys_days midnight{date};
  const std::int64_t seconds =
      duration_cast<std::chrono::seconds>(midnight.time_since_epoch()).count() + *h * 3600LL +
      *mi * 60LL + *sec;
  return within_years({seconds * kSecond + fraction - *zone});
}

}  // namespace bridle
