// Programs and their network use as the phone's analytics count it by day: a third place where
// process names of implants stood, and where BackupAgent marks Operation Triangulation.
//
// netUsageBaseline: name → [date, Wi-Fi in, Wi-Fi out, mobile in, mobile out].

#include "artefact/property_list.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Preferences/com.apple.osanalytics.addaily.plist",
    "private/var/mobile/Library/Preferences/com.apple.osanalytics.addaily.plist",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "since when it is counted"},
    {"process", Kind::process, "the program, or the bundle id of its app"},
    {"wifi_in", Kind::real, "bytes received by Wi-Fi"},
    {"wifi_out", Kind::real, "bytes sent by Wi-Fi"},
    {"wwan_in", Kind::real, "bytes received by mobile network"},
    {"wwan_out", Kind::real, "bytes sent by mobile network"},
};

Result<void> parse(const File& file, Rows& out) {
  return read_list(file, out, [&](const PlistNode& root) {
    const PlistNode programs = root.find("netUsageBaseline");
    for (std::uint64_t i = 0; i < programs.size() && !out.stopped(); ++i) {
      const PlistNode use = programs.at(i);
      out.row<kFields>(i, moment(use.at(0)), programs.key(i).text(), use.at(1).real(),
                       use.at(2).real(), use.at(3).real(), use.at(4).real());
    }
  });
}

}  // namespace

ARTEFACT(ios_osanalytics_addaily) = {
    .id = "ios_osanalytics_addaily",
    .title = "Network use of programs by day",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::usual,
    .row = "place of the program in the list",
};

}  // namespace bridle
