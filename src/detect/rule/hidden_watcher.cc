// An app from outside a store that hides from its owner and holds powers to watch: what stalkerware
// and the Android implants that were published have in common, whatever they are called.
//
// Source: Coalition Against Stalkerware; Amnesty, NoviSpy (2024); RSF and RESIDENT.NGO, ResidentBat
// (2025): sideloaded, without an icon, with accessibility, device admin or notification listener,
// and with microphone or camera in use while the app was in the background; banking trojans:
// accessibility with windows over other apps. Known false alarms: apps that an employer or a parent
// put there, tools of people with disabilities that were built by hand: those are told as what they
// are, a lead and of class posture.

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "detect/rule/android_apps.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {
    "android_packages",          "android_package_dump",           "android_accessibility",
    "android_device_admins",     "android_notification_listeners", "android_appops",
    "android_appops_history",    "android_appops_discrete",        "android_appops_accesses",
    "android_installed_packages"};
constexpr std::string_view kBenign[] = {
    "an employer, a school or a parent installed it, and the owner knows",
    "the owner installed it from a shop or site of their own choice, as with tools for people with "
    "disabilities"};

constexpr std::string_view kSideloaded = "it came from no store";
constexpr std::string_view kHidden = "it shows no icon";
constexpr std::string_view kAccessibility = "it may read and press what is on the screen";
constexpr std::string_view kAdmin = "it is a device administrator";
constexpr std::string_view kListener = "it reads notifications, and so messages of other apps";
constexpr std::string_view kMicrophone = "it used the microphone in the background";
constexpr std::string_view kCamera = "it used the camera in the background";
constexpr std::string_view kLocation = "it asked for the place in the background";
constexpr std::string_view kOverlay = "it drew over other apps";
constexpr std::array kPowers = {kAccessibility, kAdmin, kListener};
constexpr std::array kUses = {kMicrophone, kCamera, kLocation};
constexpr std::array kAll = {kSideloaded, kHidden, kAccessibility, kAdmin,  kListener,
                             kMicrophone, kCamera, kLocation,      kOverlay};

void add(const Record& r, std::string_view what, std::vector<Note>& notes) {
  if (!r.text("package").empty()) notes.push_back(sign(r, "package", what));
}

void watch_package(const Record& r, std::vector<Note>& notes) {
  if (r.number("system") != 0 || !r.number("uid")) return;
  if (is_sideloaded(r)) add(r, kSideloaded, notes);
  if (r.number("launcher") == 0) add(r, kHidden, notes);
}

bool says(std::string_view lines, std::string_view word) {
  return lines.find(word) != std::string_view::npos;
}

void watch_use(const Record& r, std::vector<Note>& notes) {
  const auto kind = r.text("kind");
  const auto state = r.text("state");
  const auto op = r.text("op");
  if (kind != "access" && kind != "running") return;
  if (op == "SYSTEM_ALERT_WINDOW") add(r, kOverlay, notes);
  if (state != "bg" && state != "cch") return;
  if (op == "RECORD_AUDIO") add(r, kMicrophone, notes);
  if (op == "CAMERA") add(r, kCamera, notes);
  if (op == "FINE_LOCATION" || op == "MONITOR_HIGH_POWER_LOCATION") add(r, kLocation, notes);
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto state = r.text("state");
  if (r.artefact() == "android_accessibility") {
    if (says(state, "enabled") || says(state, "bound")) add(r, kAccessibility, notes);
  } else if (r.artefact() == "android_device_admins") {
    add(r, kAdmin, notes);
  } else if (r.artefact() == "android_notification_listeners") {
    if (r.text("sort") == "listener") add(r, kListener, notes);
  } else if (r.artefact().starts_with("android_appops")) {
    watch_use(r, notes);
  } else {
    watch_package(r, notes);
  }
}

// The signs of one app, each with the note that showed it first.
using Signs = std::map<std::string_view, std::size_t>;

std::size_t count(const Signs& signs, std::span<const std::string_view> of) {
  return static_cast<std::size_t>(
      std::ranges::count_if(of, [&](std::string_view sign) { return signs.contains(sign); }));
}

// Hiding alone, or a power alone, is what many apps have. An administrator cannot be removed as
// other apps can; reading the screen and drawing over it together is how pass words are taken.
bool is_watcher(const Signs& signs) {
  if (!signs.contains(kSideloaded)) return false;
  if (signs.contains(kAdmin)) return true;
  if (signs.contains(kAccessibility) && signs.contains(kOverlay)) return true;
  const std::size_t powers = count(signs, kPowers), uses = count(signs, kUses);
  return signs.contains(kHidden) ? powers + uses >= 1 && powers + 2 * uses >= 2
                                 : powers >= 2 && uses >= 1;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::map<std::pair<std::size_t, std::string_view>, Signs> apps;
  for (std::size_t i = 0; i < notes.size(); ++i)
    apps[{notes[i].exhibit, notes[i].value}].emplace(notes[i].what, i);
  for (const auto& [app, signs] : apps) {
    if (!is_watcher(signs)) continue;
    std::string why = "an app with the marks of surveillance software: ";
    for (const std::string_view sign : kAll)
      if (signs.contains(sign)) (why += why.ends_with(": ") ? "" : "; ") += sign;
    claims.push_back({.note = signs.at(kSideloaded), .claim = Class::posture, .why = why});
  }
}

}  // namespace

RULE(hidden_watcher) = {
    .id = "hidden_watcher",
    .sees = "apps from outside a store that hide and hold powers to watch",
    .source = "Amnesty (2024), NoviSpy; RSF and RESIDENT.NGO (2025), ResidentBat; stalkerware",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the app's file and the certificate that signed it; ask the owner who installed it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
