// Crash reports were switched off in the system's own settings.
//
// Source: Amnesty International, Forensic Methodology Report, 2021; AmnestyTech/investigations
// issue 19 and mvt issue 130 say why the file alone means nothing.
// Known false alarms: phones of developers keep the file with ShouldSubmit true, and ordinary ones
// keep it with ExcResourceDiagInfo keys: neither fires.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_crash_reporter"};
constexpr std::string_view kBenign[] = {
    "an administrator or a configuration tool switched crash reports off"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto key = r.text("key");
  if (key == "ShouldSubmit" && r.text("value") == "false")
    notes.push_back({.what = "off", .field = "value", .value = "ShouldSubmit=false"});
  if (key.starts_with("ExcResourceDiagInfo_")) notes.push_back({.what = "ordinary"});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what != "off") continue;
    bool ordinary = false;
    for (const Note& n : notes)
      ordinary = ordinary || (n.what == "ordinary" && n.locator.sha256 == notes[i].locator.sha256);
    if (!ordinary)
      claims.push_back({.note = i,
                        .claim = Class::delivered,
                        .why =
                            "com.apple.CrashReporter.plist says that crashes are not reported, and "
                            "holds none of the entries that the system itself writes there"});
  }
}

}  // namespace

RULE(crash_reports_off) = {
    .id = "crash_reports_off",
    .sees = "crash reports switched off in the system's own settings, as Pegasus did",
    .source = "Amnesty International, Forensic Methodology Report (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "crashes and new processes at the time when the file was last changed",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
