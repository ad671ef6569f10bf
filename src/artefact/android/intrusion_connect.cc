// Servers that apps connected to, out of the intrusion log of Android's Advanced Protection.

#include "artefact/intrusion_events.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"address", Kind::ip, "address of the server"},
    {"host", Kind::domain, "its name, where the log has it"},
    {"port", Kind::number, "port of the server"},
    {"package", Kind::app, "the app; a shared user id stands with its number"},
    {"event_id", Kind::number, "number of the event, counted with the look-ups"},
};

std::optional<std::string_view> host_of(std::optional<std::string_view> text) {
  if (!text || text->find('/') == std::string_view::npos || text->starts_with('/')) return {};
  return text->substr(0, text->find('/'));
}

Result<void> parse(const File& file, Rows& out) {
  return read_events(file, out, "connect_event", [&](std::uint64_t at, const JsonObject& event) {
    const auto ms = json_number(event, "event_time");
    const auto address = json_text(event, "ip_address");
    out.row<kFields>(at, ms ? unix_milliseconds(*ms) : std::nullopt,
                     address ? std::optional(address_of(*address)) : std::nullopt, host_of(address),
                     json_number(event, "port"), json_text(event, "package_name"),
                     json_number(event, "event_id"));
  });
}

}  // namespace

ARTEFACT(android_intrusion_connect) = {
    .id = "android_intrusion_connect",
    .title = "Intrusion log: connections",
    .reads = kIntrusionLogs,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = parse,
    .row = kIntrusionRow,
    .core_of = "android-intrusion-log",
};

}  // namespace bridle
