// An app from no store came onto the phone within an hour of a computer's connection over ADB: how
// phones were infected that police or a partner had in their hands.
//
// Source: Amnesty (2024), A Digital Prison: NoviSpy was installed over ADB after the phone had been
// unlocked, within minutes; RSF and RESIDENT.NGO (2025), ResidentBat the same. Known false alarms:
// people who write apps or install them by a computer; what a developer builds is marked as
// debuggable and does not count.

#include <algorithm>

#include "detect/rule/android_apps.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_package_dump", "android_adb_keys",
                                         "android_usage_events", "android_intrusion_security"};
constexpr std::string_view kBenign[] = {
    "the owner, or somebody they asked, installs apps from a computer",
    "the phone was examined with its owner's consent, and a tool put an app on it"};
constexpr std::int64_t kHour = 3600 * kSecond;

constexpr std::string_view kInstall = "install", kComputer = "computer", kUnlock = "unlock";

void add(const Record& r, std::string_view field, std::string_view what, std::string_view time,
         std::vector<Note>& notes) {
  if (const auto at = r.time(time)) notes.push_back(sign(r, field, what, at));
}

void watch_log(const Record& r, std::vector<Note>& notes) {
  const auto tag = r.text("tag");
  if (tag == "package_installed") add(r, "package", kInstall, "time", notes);
  if (tag.starts_with("adb_")) add(r, "tag", kComputer, "time", notes);
  if (tag == "keyguard_dismissed") add(r, "tag", kUnlock, "time", notes);
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "android_package_dump") {
    const bool built_here = r.text("flags").find("DEBUGGABLE") != std::string_view::npos;
    if (is_sideloaded(r) && !built_here) add(r, "package", kInstall, "installed", notes);
  } else if (r.artefact() == "android_adb_keys") {
    add(r, "key", kComputer, "last_connected", notes);
  } else if (r.artefact() == "android_usage_events") {
    if (r.text("type") == "KEYGUARD_HIDDEN") add(r, "type", kUnlock, "time", notes);
  } else {
    watch_log(r, notes);
  }
}

// The note of that sort nearest to the installation: within an hour before, or, of a computer's
// last connection, which may have lasted, also after.
const Note* nearest(std::span<const Note> notes, const Note& install, std::string_view what) {
  const Note* best = nullptr;
  const auto distance = [&](const Note& n) { return std::abs(n.at->us - install.at->us); };
  for (const Note& n : notes) {
    if (n.what != what || n.exhibit != install.exhibit || distance(n) > kHour) continue;
    const bool after = *n.at > *install.at;
    if (after && n.artefact != "android_adb_keys") continue;
    if (!best || distance(n) < distance(*best)) best = &n;
  }
  return best;
}

std::string told(const Note& n) {
  return iso8601(*n.at) + " (" + n.artefact + ", row " + std::to_string(n.locator.row) + ")";
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what != kInstall) continue;
    const Note* const computer = nearest(notes, notes[i], kComputer);
    if (!computer) continue;
    std::string why =
        "an app was installed from no store within an hour of a computer's "
        "connection over ADB at " +
        told(*computer);
    if (const Note* const unlock = nearest(notes, notes[i], kUnlock))
      why += "; the phone was unlocked at " + told(*unlock);
    claims.push_back({.note = i, .claim = Class::posture, .why = std::move(why)});
  }
}

}  // namespace

RULE(installed_over_adb) = {
    .id = "installed_over_adb",
    .sees = "apps from no store that were installed while a computer was connected over ADB",
    .source = "Amnesty (2024), NoviSpy; RSF and RESIDENT.NGO (2025), ResidentBat",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "who had the phone at that time, and whose computer the key belongs to",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
