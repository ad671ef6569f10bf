// Which app asked where the phone is, how often and for how long.
//
// Up to Android 11:
//   Historical Records by Provider:
//     com.x: gps: Min interval 0 seconds: Max interval 60 seconds: Duration requested 120 total,
//     2 foreground, out of the last 300 minutes: Currently active                (in one line)
// Since Android 12:
//   Historical Aggregate Location Provider Data:
//     gps:
//       10123/com.x[tag]: min/max interval = 0s/+1m, total/active/foreground duration =
//       +1h/+10m/+5m, locations = 12                                             (in one line)
// Source: AOSP services/core com.android.server.location LocationRequestStatistics,
// eventlog LocationEventLog (AggregateStats), CallerIdentity.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:location"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"uid", Kind::number, "its user id"},
    {"attribution", Kind::text, "the part of the app, by its own name for it"},
    {"provider", Kind::text, "gps, network, fused, passive"},
    {"interval", Kind::text, "shortest and longest time between two answers"},
    {"total_ms", Kind::number, "how long it asked, milliseconds"},
    {"foreground_ms", Kind::number, "how long of that it was in front"},
    {"active_ms", Kind::number, "how long of that it was answered"},
    {"locations", Kind::number, "how many places it was told"},
    {"active", Kind::number, "1 if it still asked when the report was made"},
};

std::optional<std::int64_t> minutes(std::optional<std::int64_t> n) {
  return n && *n < 1'000'000'000 ? std::optional(*n * 60'000) : std::nullopt;
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    const std::size_t depth = indent(line);
    if (text.starts_with("Historical Records by Provider:") ||
        text.starts_with("Historical Aggregate Location Provider Data:")) {
      found_ = open_ = true;
      newer_ = contains(text, "Aggregate");
      depth_ = depth;
    } else if (open_ && !text.empty()) {
      open_ = depth > depth_;
      if (!open_) return;
      if (!newer_) return older(at, text);
      if (!contains(text, " interval = "))
        provider_ = text.substr(0, text.find(':'));
      else
        newer(at, text);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no history of requests");
  }

 private:
  // "com.x: gps: Min interval 0 seconds: …"
  void older(std::uint64_t at, std::string_view text) {
    const std::size_t first = text.find(": ");
    const std::size_t second = first == std::string_view::npos ? first : text.find(": ", first + 2);
    if (second == std::string_view::npos) return out_.gap(at, "a request that cannot be read");
    const auto shortest = between(text, "Min interval ", " seconds");
    const auto longest = between(text, "Max interval ", " seconds");
    const auto total = between(text, "Duration requested ", " total");
    const auto front = between(text, " total, ", " foreground");
    const std::string interval =
        std::string(shortest.value_or("?")) + " s to " + std::string(longest.value_or("?")) + " s";
    out_.row<kFields>(at, text.substr(0, first), std::nullopt, std::nullopt,
                      text.substr(first + 2, second - first - 2), interval,
                      minutes(total ? number(*total) : std::nullopt),
                      minutes(front ? number(*front) : std::nullopt), std::nullopt, std::nullopt,
                      contains(text, "Currently active"));
  }

  // "10123/com.x[tag]: min/max interval = 0s/+1m, …"
  void newer(std::uint64_t at, std::string_view text) {
    const std::size_t colon = text.find(": ");
    const std::string_view who = text.substr(0, colon);
    const std::size_t slash = who.find('/');
    if (colon == std::string_view::npos || slash == std::string_view::npos)
      return out_.gap(at, "a request that cannot be read");
    const std::string_view app = who.substr(slash + 1);
    const auto interval = between(text, " interval = ", ",");
    const auto times = split(between(text, " duration = ", ",").value_or(""), '/');
    const std::size_t count = text.find("locations = ");
    const auto time = [&](std::size_t i) {
      return i < times.size() ? span_ms(times[i]) : std::nullopt;
    };
    out_.row<kFields>(
        at, app.substr(0, app.find_first_of("[/ ")), number(who.substr(0, slash)),
        between(app, "[", "]"), some(provider_), interval, time(0), time(2), time(1),
        count == std::string_view::npos ? std::nullopt : number(text.substr(count + 12)),
        std::nullopt);
  }

  Rows& out_;
  std::string provider_;
  std::size_t depth_ = 0;  // of the heading
  bool open_ = false, newer_ = false;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_location_requests) = {
    .id = "android_location_requests",
    .title = "Apps that asked for the place",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
