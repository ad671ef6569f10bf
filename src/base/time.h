// Moments as the engine keeps them, and the encodings in which phones store them.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bridle {

// Microseconds since 1970-01-01, UTC: covers the years 1..9999, which all formatting is limited to.
struct Time {
  std::int64_t us;
  friend auto operator<=>(const Time&, const Time&) = default;
};

constexpr std::int64_t kSecond = 1'000'000;                       // in Time's unit
constexpr std::int64_t kAppleEpoch = 978'307'200 * kSecond;       // 2001-01-01
constexpr std::int64_t kChromeEpoch = -11'644'473'600 * kSecond;  // 1601-01-01
constexpr Time kEarliest{-62'135'596'800 * kSecond};              // 0001-01-01
constexpr Time kLatest{253'402'300'799 * kSecond + 999'999};      // 9999-12-31

// Nothing if the moment lies outside the years 1..9999 or is not a number.
std::optional<Time> time_at(double seconds, std::int64_t epoch_us);
std::optional<Time> time_at_us(std::int64_t us, std::int64_t epoch_us);

inline std::optional<Time> apple_seconds(double s) {
  return time_at(s, kAppleEpoch);
}
inline std::optional<Time> unix_seconds(double s) {
  return time_at(s, 0);
}
inline std::optional<Time> unix_milliseconds(std::int64_t ms) {
  if (ms > kLatest.us / 1000 || ms < kEarliest.us / 1000) return {};
  return time_at_us(ms * 1000, 0);
}
inline std::optional<Time> apple_nanoseconds(std::int64_t ns) {
  return time_at_us(ns / 1000, kAppleEpoch);
}
inline std::optional<Time> chrome_microseconds(std::int64_t us) {
  return time_at_us(us, kChromeEpoch);
}

// "2019-05-03T10:11:12.000000Z"
std::string iso8601(Time t);

// Reads "2019-05-03T10:11:12[.ffffff][Z|±hh:mm|±hhmm]" and the same with a space for the T;
// without a zone the text is taken as UTC. Nothing if it is not of that form.
std::optional<Time> parse_time(std::string_view s);

}  // namespace bridle
