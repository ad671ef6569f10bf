// The steps of Operation Triangulation in one window of five minutes: a message folder made and
// emptied, preference files written, system processes that used the network, location harvested.
//
// Source: Kaspersky, triangle_check (2023): windows of at most ten events and 300 seconds with at
// least two classes of event; a real attachment in the window is an ordinary message and cancels
// it. Corrected: triangle_check never looks at the last ten windows, nor at phones with few events;
// and the campaign had an end: traces date from 2019 on, all that it used was closed by July 2023.
// Known false alarms: single events are ordinary (VPN helpers, maps): alone they do not fire.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_manifest", "ios_datausage", "ios_datausage_process",
                                         "ios_osanalytics_addaily", "ios_locationd_clients"};
constexpr std::string_view kBenign[] = {
    "system files, system traffic and location services that met within minutes by chance"};
constexpr std::int64_t kWindow = 300 * kSecond;
constexpr std::size_t kMost = 10;
constexpr Time kBegin{1'546'300'800 * kSecond};  // 2019-01-01
constexpr Time kEnd{1'704'067'200 * kSecond};    // 2024-01-01: phones that were updated late
constexpr std::string_view kAttachments = "Library/SMS/Attachments/";

constexpr std::array<std::string_view, 3> kFiles = {
    "Library/Preferences/com.apple.ImageIO.plist",
    "Library/Preferences/com.apple.locationd.StatusBarIconManager.plist",
    "Library/Preferences/com.apple.imservice.ids.FaceTime.plist"};
constexpr std::array<std::string_view, 5> kProcesses = {
    "BackupAgent", "nehelper", "com.apple.WebKit.WebContent",
    "powerd/com.apple.datausage.diagnostics", "lockdownd/com.apple.datausage.security"};
constexpr std::array<std::string_view, 2> kBundles = {"IonosphereHarvest.bundle",
                                                      "WRMLinkSelection.bundle"};

void add(std::vector<Note>& notes, const Record& r, std::string_view field, std::string_view what,
         std::optional<Time> at) {
  if (at && kBegin <= *at && *at < kEnd) notes.push_back(sign(r, field, what, at));
}

void watch_manifest(const Record& r, std::vector<Note>& notes) {
  const auto field = r.has("path") ? "path" : "relative_path";
  const auto whole = r.text(field);
  const auto library = whole.find("Library/");
  if (library == std::string_view::npos) return;
  const auto path = whole.substr(library);
  const auto modified = r.time("modified");
  const auto changed = r.time("changed");
  if (path.starts_with(kAttachments)) {
    const auto slashes = std::ranges::count(path, '/');
    const bool folder = slashes == 3 || slashes == 4;
    if (!folder || (modified && changed))
      add(notes, r, field, folder ? "sms" : "attachment", modified);
  } else if (std::ranges::find(kFiles, path) != kFiles.end()) {
    add(notes, r, field, "file", modified);
    if (changed != modified) add(notes, r, field, "file", changed);
  }
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "ios_manifest") return watch_manifest(r, notes);
  if (std::ranges::find(kProcesses, r.text("process")) != kProcesses.end())
    for (const std::string_view field : {"time", "first_seen", "last_seen"})
      add(notes, r, "process", "net", r.time(field));
  const auto field = r.has("bundle_path") ? "bundle_path" : "client";
  const auto bundle = r.text(field);
  if (std::ranges::any_of(kBundles, [&](auto name) { return bundle.ends_with(name); }))
    add(notes, r, field, "location", r.time("location"));
}

using Events = std::vector<std::size_t>;  // indices of notes, by time

// The events from `first` on that fit in one window.
std::span<const std::size_t> window(std::span<const Note> notes, const Events& events,
                                    std::size_t first) {
  std::size_t end = first;
  while (end < events.size() && notes[events[end]].exhibit == notes[events[first]].exhibit &&
         notes[events[end]].at->us - notes[events[first]].at->us <= kWindow)
    ++end;
  return std::span(events).subspan(first, end - first);
}

// How many kinds of event; 0 if a real attachment came, or more happens than an attack does.
std::size_t kinds(std::span<const Note> notes, std::span<const std::size_t> events) {
  if (events.size() > kMost) return 0;
  std::vector<std::string_view> seen;
  for (const std::size_t i : events) {
    if (notes[i].what == "attachment") return 0;
    if (std::ranges::find(seen, notes[i].what) == seen.end()) seen.push_back(notes[i].what);
  }
  return seen.size();
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  Events events(notes.size());
  for (std::size_t i = 0; i < events.size(); ++i) events[i] = i;
  std::ranges::stable_sort(
      events, {}, [&](std::size_t i) { return std::pair(notes[i].exhibit, notes[i].at->us); });
  for (std::size_t first = 0; first < events.size();) {
    const auto here = window(notes, events, first);
    const std::size_t count = kinds(notes, here);
    if (count < 2) {
      ++first;
      continue;
    }
    for (const std::size_t i : here)
      claims.push_back({.note = i,
                        .claim = Class::delivered,
                        .why = "one of " + std::to_string(here.size()) + " events of " +
                               std::to_string(count) +
                               " kinds within five minutes, in the way of Operation Triangulation",
                        .campaign = "OperationTriangulation"});
    first += here.size();
  }
}

}  // namespace

RULE(triangulation_sequence) = {
    .id = "triangulation_sequence",
    .sees =
        "message folders, preference files, network use and location events in the order of "
        "Operation Triangulation within five minutes",
    .source = "Kaspersky, triangle_check (2023)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "BackupAgent with network use, or look-ups of the campaign's accounts before it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
