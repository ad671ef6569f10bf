// How much each app sent and received, in steps of two hours, by network: what an implant sent out
// counts here under its user id, also after the app is gone.
//
// format/netstats_file.h has the layout. Four sorts of file: uid for each app, uid_tag with the
// tags that apps give to their sockets, dev and xt for the phone as a whole.

#include <string>

#include "artefact/artefact.h"
#include "base/text.h"
#include "base/time.h"
#include "format/netstats_file.h"

namespace bridle {
namespace {

#define BRIDLE_NETSTATS(folder) \
  folder "/dev.*", folder "/uid.*", folder "/uid_tag.*", folder "/xt.*"

constexpr std::string_view kReads[] = {
    BRIDLE_NETSTATS("data/misc/apexdata/com.android.tethering/netstats"),
    BRIDLE_NETSTATS("data/system/netstats"),
};

#undef BRIDLE_NETSTATS

constexpr Field kFields[] = {
    {"time", Kind::time, "begin of the step in which it was counted"},
    {"step_ms", Kind::number, "how long a step is, milliseconds"},
    {"uid", Kind::number,
     "user id of the app; -1 for all, -4 for apps that were removed, -5 for tethered devices"},
    {"set", Kind::text, "background, foreground, all, vpn_in, vpn_out"},
    {"tag", Kind::number, "tag that the app gave to its socket; 0 for all of its traffic"},
    {"network", Kind::text, "mobile, wifi, vpn, …: one a line where one carries another"},
    {"subscriber", Kind::content, "number of the SIM card (IMSI), one a line"},
    {"network_name", Kind::content, "name of the Wi-Fi or of the app behind a VPN, one a line"},
    {"roaming", Kind::number, "1 if in another's mobile network"},
    {"metered", Kind::number, "1 if on a network that is paid by volume"},
    {"received", Kind::number, "bytes received"},
    {"sent", Kind::number, "bytes sent"},
    {"packets_received", Kind::number, "packets received"},
    {"packets_sent", Kind::number, "packets sent"},
    {"operations", Kind::number, "what the app itself counted"},
    {"active_ms", Kind::number, "how long there was traffic, milliseconds"},
    {"counted", Kind::text, "sort of the file: uid, uid_tag, dev, xt"},
};

std::string network_name(std::int32_t type) {
  constexpr std::string_view kTypes[] = {
      "mobile",     "wifi",      "mobile_mms", "mobile_supl",      "mobile_dun",  "mobile_hipri",
      "wimax",      "bluetooth", "dummy",      "ethernet",         "mobile_fota", "mobile_ims",
      "mobile_cbs", "wifi_p2p",  "mobile_ia",  "mobile_emergency", "proxy",       "vpn"};
  if (type < 0 || type >= static_cast<std::int32_t>(std::size(kTypes))) return std::to_string(type);
  return std::string(kTypes[type]);
}

std::string set_name(std::int32_t set) {
  switch (set) {
    case -1:
      return "all";
    case 0:
      return "background";
    case 1:
      return "foreground";
    case 1001:
      return "vpn_in";
    case 1002:
      return "vpn_out";
    default:
      return std::to_string(set);
  }
}

std::optional<std::string_view> some(const std::string& s) {
  return s.empty() ? std::nullopt : std::optional<std::string_view>(s);
}

// What the identities of a network say together.
struct Network {
  std::string types, subscribers, names;
  std::optional<bool> roaming, metered;
};

void add(std::string& lines, std::string_view line) {
  if (line.empty()) return;
  if (!lines.empty()) lines += '\n';
  lines += line;
}

void add(std::optional<bool>& any, std::optional<bool> one) {
  if (one) any = any.value_or(false) || *one;
}

Network network(std::span<const NetstatsIdentity> identities) {
  Network out;
  for (const NetstatsIdentity& i : identities) {
    add(out.types, network_name(i.type));
    add(out.subscribers, i.subscriber.value_or(""));
    add(out.names, i.network.value_or(""));
    add(out.roaming, i.roaming);
    add(out.metered, i.metered);
  }
  return out;
}

void put(const NetstatsEntry& e, std::string_view counted, Rows& out) {
  const Network on = network(e.network);
  const std::string set = set_name(e.set);
  for (const NetstatsBucket& b : e.buckets) {
    const auto time = unix_milliseconds(b.begins_ms);
    if (!time) out.gap(e.at, "a step without its time");
    out.row<kFields>(e.at, time, e.bucket_ms, e.uid, set, e.tag, some(on.types),
                     some(on.subscribers), some(on.names), on.roaming, on.metered, b.received,
                     b.sent, b.packets_received, b.packets_sent, b.operations, b.active_ms,
                     counted);
  }
}

Result<void> parse(const File& file, Rows& out) {
  const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
  const Bytes bytes = TRY(file.bytes());
  auto stats = TRY(NetstatsFile::open(bytes, *file.arena));
  while (!out.stopped()) {
    const auto entry = TRY(stats.next());
    if (!entry) break;
    put(*entry, name.substr(0, name.find('.')), out);
  }
  return {};
}

}  // namespace

ARTEFACT(android_netstats_files) = {
    .id = "android_netstats_files",
    .title = "Bytes that each app sent and received",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .row = "byte at which the app's entry begins",
};

}  // namespace bridle
