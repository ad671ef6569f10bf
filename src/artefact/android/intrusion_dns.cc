// Names that apps looked up, out of the intrusion log of Android's Advanced Protection.

#include "artefact/intrusion_events.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"hostname", Kind::domain, "the name that was looked up"},
    {"addresses", Kind::content, "the addresses that it has, one a line"},
    {"package", Kind::app, "the app; a shared user id stands with its number"},
    {"event_id", Kind::number, "number of the event, counted with the connections"},
    {"addresses_count", Kind::number, "how many addresses there were"},
};

std::string addresses(const JsonObject& event) {
  std::string out;
  for (const JsonValue& value : json_array(event, "ip_addresses")) {
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) continue;
    if (!out.empty()) out += '\n';
    out += address_of(text);
  }
  return out;
}

Result<void> parse(const File& file, Rows& out) {
  return read_events(file, out, "dns_event", [&](std::uint64_t at, const JsonObject& event) {
    const auto ms = json_number(event, "event_time");
    out.row<kFields>(at, ms ? unix_milliseconds(*ms) : std::nullopt, json_text(event, "hostname"),
                     addresses(event), json_text(event, "package_name"),
                     json_number(event, "event_id"), json_number(event, "ip_addresses_count"));
  });
}

}  // namespace

ARTEFACT(android_intrusion_dns) = {
    .id = "android_intrusion_dns",
    .title = "Intrusion log: names looked up",
    .reads = kIntrusionLogs,
    .fields = kFields,
    .trace = Trace::contacted,
    .parse = parse,
    .row = kIntrusionRow,
    .core_of = "android-intrusion-log",
};

}  // namespace bridle
