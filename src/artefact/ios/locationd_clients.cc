// Programs that asked for the phone's place, and when they last had it.
//
// A dictionary: "com.app.example:" or "/usr/libexec/x:" → what is known of the client. Times are
// seconds since 2001.

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "RootDomain:Library/Caches/locationd/clients.plist",
    "private/var/root/Library/Caches/locationd/clients.plist",
    "private/var/mobile/Library/Caches/locationd/clients.plist",
};

constexpr Field kFields[] = {
    {"client", Kind::process, "the program as the list calls it"},
    {"app", Kind::app, "bundle id of its app"},
    {"bundle_path", Kind::path, "where its bundle lies"},
    {"executable", Kind::process, "path of the program"},
    {"registered", Kind::path, "path by which it registered"},
    {"authorization", Kind::number, "what the owner allowed, as stored"},
    {"location", Kind::time, "when it last stopped asking for the place"},
    {"background", Kind::time, "the same, in the background"},
    {"receiving", Kind::time, "when it last stopped receiving the place"},
    {"significant", Kind::time, "when it last stopped waiting for large moves"},
    {"significant_once", Kind::time, "the same, for this run alone"},
    {"fence", Kind::time, "when it last stopped watching an area"},
    {"beacon", Kind::time, "when it last stopped watching for a beacon"},
    {"visit", Kind::time, "when it last stopped watching for visits"},
    {"consuming", Kind::time, "since when it has been asking"},
};

std::optional<std::string_view> without_colon(std::optional<std::string_view> key) {
  if (key && key->ends_with(':')) key->remove_suffix(1);
  return key;
}

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& clients) {
    for (std::uint64_t i = 0; i < clients.size() && !out.stopped(); ++i) {
      const PlistNode c = clients.at(i);
      const auto at = [&](std::string_view key) { return moment(c.find(key)); };
      out.row<kFields>(i, without_colon(clients.key(i).text()), c.find("BundleId").text(),
                       c.find("BundlePath").text(), c.find("Executable").text(),
                       c.find("Registered").text(), c.find("Authorization").integer(),
                       at("LocationTimeStopped"), at("BackgroundLocationTimeStopped"),
                       at("ReceivingLocationInformationTimeStopped"), at("SignificantTimeStopped"),
                       at("NonPersistentSignificantTimeStopped"), at("FenceTimeStopped"),
                       at("BeaconRegionTimeStopped"), at("VisitTimeStopped"),
                       at("ConsumptionPeriodBegin"));
    }
  });
}

}  // namespace

ARTEFACT(ios_locationd_clients) = {
    .id = "ios_locationd_clients",
    .title = "Programs that asked for the place",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::usual,
    .row = "place of the client in the list",
};

}  // namespace bridle
