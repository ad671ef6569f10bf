#include <simdjson.h>

#include "base/text.h"
#include "sink/mvt/android_modules.h"
#include "sink/mvt/forms.h"

namespace bridle {
namespace {

// Addresses as the log writes them, with a slash in front.
void log_address(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (row.text(field).empty())
    out.null();
  else
    out.text("/" + std::string(row.text(field)));
}
void log_addresses(MvtMembers& out, const MvtRow& row, std::string_view field) {
  std::vector<std::string> all;
  for (const std::string_view line : split(row.text(field), '\n'))
    if (!line.empty()) all.push_back("/" + std::string(line));
  out.list(all);
}

constexpr MvtKey kLookup[] = {{"event_id", "event_id"},
                              {"event_time", "time", unix_time_ms},
                              {"hostname", "hostname"},
                              {"ip_addresses", "addresses", log_addresses},
                              {"ip_addresses_count", "addresses_count", as_it_is, MvtWhen::there},
                              {"package_name", "package"},
                              {"timestamp", "time", phone_time}};
constexpr MvtEvent kLookupEvents[] = {{"time", "dns_query"}};
constexpr MvtSource kDns[] = {{"android_intrusion_dns", kLookup, kLookupEvents}};

constexpr MvtKey kConnection[] = {{"event_id", "event_id"},
                                  {"event_time", "time", unix_time_ms},
                                  {"ip_address", "address", log_address},
                                  {"port", "port"},
                                  {"package_name", "package"},
                                  {"timestamp", "time", phone_time}};
constexpr MvtEvent kConnectionEvents[] = {{"time", "network_connection"}};
constexpr MvtSource kConnect[] = {{"android_intrusion_connect", kConnection, kConnectionEvents}};

// JSON that came from the log: checked again, for who writes a case's records writes this too.
void stated(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view json = row.text(field);
  simdjson::dom::parser parser;
  simdjson::dom::element parsed;
  if (parser.parse(json.data(), json.size()).get(parsed) == simdjson::SUCCESS)
    out.written(simdjson::minify(parsed));
  else
    out.text(json);
}
constexpr MvtKey kSecurity[] = {{"event_id", "event_id"},
                                {"event_time", "time", unix_time_ns},
                                {"timestamp", "time", phone_time},
                                {"=tag", "details", stated}};
constexpr MvtEvent kSecurityEvents[] = {{"time", "", "tag"}};
constexpr MvtSource kSecurityLog[] = {{"android_intrusion_security", kSecurity, kSecurityEvents}};

}  // namespace

constinit const MvtModule mvt_dns_event = {"DnsEvent", "dns_event", kDns};
constinit const MvtModule mvt_connect_event = {"ConnectEvent", "connect_event", kConnect};
constinit const MvtModule mvt_security_event = {"SecurityEvent", "security_event", kSecurityLog};

}  // namespace bridle
