// A sideloaded app used microphone or camera while the phone was locked: nobody was looking, and no
// call was being made in front of somebody.
//
// Three logs are joined that no one else joins: where the app came from, when the lock screen was
// shown and left, and when the app used the sensor, whatever state the phone gave the app (a
// service in the foreground is no app in front of its owner).
//
// Source: Amnesty (2024), NoviSpy; RSF and RESIDENT.NGO (2025), ResidentBat: sound and pictures
// taken by sideloaded apps of a phone that lay there. Known false alarms: recorders of sleep, of
// meetings, and messengers from outside a store during a call; a lead, and of class posture.

#include <algorithm>
#include <map>
#include <set>

#include "detect/rule/android_apps.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_packages",         "android_package_dump",
                                         "android_usage_events",     "android_appops",
                                         "android_audio_recordings", "android_media_camera"};
constexpr std::string_view kBenign[] = {
    "a recorder, alarm or baby monitor that the owner installed from a file",
    "a call in a messenger that the owner installed from a file"};

constexpr std::string_view kSideloaded = "sideloaded", kLocked = "locked", kOpened = "opened";
constexpr std::string_view kMicrophone = "microphone", kCamera = "camera";

void watch_use(const Record& r, std::vector<Note>& notes) {
  const auto time = r.time("time");
  if (!time || r.text("package").empty()) return;
  const auto op = r.text("op");
  const bool sound = r.artefact() == "android_audio_recordings" && r.text("what") == "start" &&
                     r.number("silenced") != 1;
  const bool picture = r.artefact() == "android_media_camera" && r.text("what") == "CONNECT";
  const bool access = r.artefact() == "android_appops" && r.text("kind") == "access";
  if (sound || (access && op == "RECORD_AUDIO"))
    notes.push_back(sign(r, "package", kMicrophone, time));
  if (picture || (access && op == "CAMERA")) notes.push_back(sign(r, "package", kCamera, time));
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "android_packages" || r.artefact() == "android_package_dump") {
    if (is_sideloaded(r)) notes.push_back(sign(r, "package", kSideloaded));
  } else if (r.artefact() == "android_usage_events") {
    const auto type = r.text("type");
    if (type == "KEYGUARD_SHOWN") notes.push_back(sign(r, "type", kLocked, r.time("time")));
    if (type == "KEYGUARD_HIDDEN") notes.push_back(sign(r, "type", kOpened, r.time("time")));
  } else {
    watch_use(r, notes);
  }
}

// When the lock screen came and went, of one exhibit.
using Lock = std::map<std::int64_t, bool>;

// When it was locked before that moment; nothing if it was open, or nobody knows.
std::optional<Time> locked_since(const Lock& lock, Time at) {
  auto next = lock.upper_bound(at.us);
  if (next == lock.begin() || !std::prev(next)->second) return {};
  return Time{std::prev(next)->first};
}

struct Phone {
  Lock lock;
  std::map<std::string_view, std::size_t> sideloaded;  // package, its note
};

using Use = std::pair<std::string_view, std::string_view>;  // app and sensor

void judge_phone(std::span<const Note> notes, std::size_t exhibit, const Phone& phone,
                 std::vector<Claim>& claims) {
  std::set<Use> told;  // each once
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& use = notes[i];
    if (use.exhibit != exhibit || (use.what != kMicrophone && use.what != kCamera)) continue;
    if (!phone.sideloaded.contains(use.value)) continue;
    const auto since = locked_since(phone.lock, *use.at);
    if (!since || !told.emplace(use.value, use.what).second) continue;
    claims.push_back({.note = i,
                      .claim = Class::posture,
                      .why = "an app from no store used the " + use.what +
                             " while the phone was locked, since " + iso8601(*since)});
  }
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::map<std::size_t, Phone> phones;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    Phone& phone = phones[notes[i].exhibit];
    if (notes[i].what == kSideloaded) phone.sideloaded.emplace(notes[i].value, i);
    if (notes[i].what == kLocked && notes[i].at) phone.lock[notes[i].at->us] = true;
    if (notes[i].what == kOpened && notes[i].at) phone.lock[notes[i].at->us] = false;
  }
  for (const auto& [exhibit, phone] : phones) judge_phone(notes, exhibit, phone, claims);
}

}  // namespace

RULE(sensor_while_locked) = {
    .id = "sensor_while_locked",
    .sees = "sideloaded apps that used microphone or camera while the phone was locked",
    .source = "Amnesty (2024), NoviSpy; RSF and RESIDENT.NGO (2025), ResidentBat",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "what the owner did at that time; the app's file and the certificate that signed it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
