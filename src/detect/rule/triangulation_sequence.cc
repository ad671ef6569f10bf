// The steps of Operation Triangulation in one window of five minutes: a message folder made and
// emptied, preference files written, system processes that used the network, location harvested.
//
// Source: Kaspersky, triangle_check (2023): windows of at most ten events and 300 seconds with at
// least two classes of event; a real attachment in the window is an ordinary message and cancels
// it. Corrected: triangle_check never looks at the last ten windows, nor at phones with few events.
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

void add(std::vector<Note>& notes, std::string_view what, std::string_view field,
         std::string_view value, std::optional<Time> at) {
  if (at)
    notes.push_back({.what = std::string(what),
                     .field = std::string(field),
                     .value = std::string(value),
                     .at = at});
}

// What follows `Library/…` in a path, whether it is a backup's relative one or the device's.
std::string_view in_library(const Record& r) {
  const auto path = r.text("path").empty() ? r.text("relative_path") : r.text("path");
  const auto at = path.find("Library/");
  return at == std::string_view::npos ? std::string_view{} : path.substr(at);
}

void watch_manifest(const Record& r, std::vector<Note>& notes) {
  const auto path = in_library(r);
  const auto field = r.text("path").empty() ? "relative_path" : "path";
  if (path.starts_with(kAttachments)) {
    const auto slashes = std::ranges::count(path, '/');
    const bool folder = slashes == 3 || slashes == 4;
    const bool both = r.time("modified") && r.time("changed");
    if (folder && !both) return;
    return add(notes, folder ? "sms" : "attachment", field, path, r.time("modified"));
  }
  if (std::ranges::find(kFiles, path) == kFiles.end()) return;
  add(notes, "file", field, path, r.time("modified"));
  if (r.time("changed") != r.time("modified")) add(notes, "file", field, path, r.time("changed"));
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "ios_manifest") return watch_manifest(r, notes);
  const auto process = r.text("process");
  if (std::ranges::find(kProcesses, process) != kProcesses.end())
    for (const std::string_view field : {"time", "first_seen", "last_seen"})
      add(notes, "net", "process", process, r.time(field));
  const auto bundle = r.text("bundle_path");
  for (const std::string_view name : kBundles)
    if (bundle.ends_with(name) || r.text("client").ends_with(name))
      add(notes, "location", "bundle_path", bundle.empty() ? r.text("client") : bundle,
          r.time("location"));
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
                        .level = Level::lead,
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
