// Whether an intrusion log is whole: its events are numbered, and a number that is missing was
// removed from the log or never written.
//
// Look-ups and connections share one counter, security events have another; each goes up by one.
// A log that begins anew at 0 after the service was started again is told too.

#include <array>
#include <limits>
#include <optional>

#include "artefact/intrusion_events.h"
#include "base/text.h"
#include "format/lines.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"intrusion-log:**"};

constexpr Field kFields[] = {
    {"counter", Kind::text, "network (look-ups and connections) or security"},
    {"what", Kind::text, "run: numbers without a break; missing, back: what comes before the next"},
    {"first", Kind::number, "first number of the run, or that is missing"},
    {"last", Kind::number, "last number of the run, or that is missing"},
    {"events", Kind::number, "how many they are"},
};

struct Counter {
  std::string_view name;
  std::array<std::string_view, 2> keys;
  std::optional<std::int64_t> first, last;
  std::uint64_t at = 0;  // of the line that the run began with

  void end_run(Rows& out) const {
    if (first) out.row<kFields>(at, name, "run", *first, *last, *last - *first + 1);
  }

  void see(std::int64_t id, std::uint64_t where, Rows& out) {
    if (last && id == *last) return;  // the same line twice, as exports that overlap have it
    if (!last || id != *last + 1) {
      end_run(out);
      if (last && id > *last) {
        out.row<kFields>(where, name, "missing", *last + 1, id - 1, id - *last - 1);
        out.gap(where, "events are missing from the log before this line");
      }
      if (last && id < *last) out.row<kFields>(where, name, "back", *last, id, std::nullopt);
      first = id;
      at = where;
    }
    last = id;
  }
};

// The number behind "event_id", without parsing the line: only digits that stand there count.
std::optional<std::int64_t> event_id(std::string_view line) {
  constexpr std::string_view kName = "\"event_id\"";
  const auto name = line.find(kName);
  if (name == std::string_view::npos) return {};
  auto rest = trim(line.substr(name + kName.size()));
  if (!rest.starts_with(':')) return {};
  rest = trim(rest.substr(1));
  const auto id = number(rest.substr(0, rest.find_first_not_of("0123456789")));
  if (!id || *id < 0 || *id == std::numeric_limits<std::int64_t>::max()) return {};
  return id;
}

bool counts(const Counter& counter, std::string_view line) {
  const auto key = event_sort(line);
  return !key.empty() && (key == counter.keys[0] || key == counter.keys[1]);
}

Result<void> parse(const File& file, Rows& out) {
  std::array<Counter, 2> counters = {
      Counter{.name = "network", .keys = {"dns_event", "connect_event"}, .first = {}, .last = {}},
      Counter{.name = "security", .keys = {"security_event", ""}, .first = {}, .last = {}}};
  Lines lines(*file.content);
  while (const auto line = lines.next()) {
    if (out.stopped()) return {};
    for (Counter& counter : counters)
      if (const auto id = counts(counter, *line) ? event_id(*line) : std::nullopt)
        counter.see(*id, lines.at(), out);
  }
  if (lines.problem()) return std::unexpected(*lines.problem());
  for (const Counter& counter : counters) counter.end_run(out);
  if (!counters[0].first && !counters[1].first)
    return fail(Errc::truncated, "there is no numbered event in it");
  return {};
}

}  // namespace

ARTEFACT(android_intrusion_counters) = {
    .id = "android_intrusion_counters",
    .title = "Intrusion log: whether events are missing",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .row = "byte at which the line begins",
};

}  // namespace bridle
