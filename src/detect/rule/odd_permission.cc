// The camera, the microphone or the place, allowed to something that is not an ordinary app: a
// program among the owner's data, an app that is not among the installed ones, or one that no known
// store gave out.
//
// Source: MVT's TCC and LocationdClients modules print the grants and leave it to the reader; the
// signs are ours.
// Known false alarms: App Clips, which are never listed; apps that were removed. Apple's own
// programs, parts of listed apps and phones whose backup lists few apps do not fire.

#include <algorithm>

#include "base/text.h"
#include "detect/rule.h"
#include "detect/rule/app_sources.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_applications", "ios_locationd_clients", "ios_tcc"};
constexpr std::string_view kBenign[] = {"an app that was removed, or an App Clip",
                                        "an employer's own app, or a marketplace not known here"};
constexpr std::size_t kEnough = 5;           // listed apps, to find one odd that is not
constexpr std::int64_t kAllowed = 2;         // and above: always, or while it is used
constexpr std::string_view kListed = "app";  // the other notes are named after what is allowed
constexpr std::string_view kPlace = "the place";
constexpr std::string_view kUnlisted = "an app that the backup does not list";

struct Service {
  std::string_view name, means;
};
constexpr Service kServices[] = {{"kTCCServiceCamera", "the camera"},
                                 {"kTCCServiceMicrophone", "the microphone"}};

// Where no program of the system or of an app lies, but what attacks bring along.
bool among_data(std::string_view path) {
  if (path.starts_with("/private")) path.remove_prefix(8);
  return path.starts_with("/tmp/") ||
         (path.starts_with("/var/") && !path.starts_with("/var/containers/Bundle/") &&
          !path.starts_with("/var/staged_system_apps/"));
}

void watch_place(const Record& r, std::vector<Note>& notes) {
  if (among_data(r.text("executable")))
    notes.push_back(sign(r, "executable", kPlace));
  else if (r.number("authorization").value_or(0) >= kAllowed && r.has("app"))
    notes.push_back(sign(r, "app", kPlace));
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.artefact() == "ios_applications") {
    notes.push_back(sign(r, "app", kListed));
    notes.back().extra = {std::string(r.text("source"))};
  } else if (r.artefact() == "ios_locationd_clients") {
    watch_place(r, notes);
  } else if (r.text("answer") == "allowed" && r.has("client")) {
    const auto service = std::ranges::find(kServices, r.text("service"), &Service::name);
    if (service != std::end(kServices)) notes.push_back(sign(r, "client", service->means));
  }
}

using Listing = std::vector<const Note*>;  // apps of one exhibit

// Whether `id` is the app, or a part of it as extensions and watch apps are.
bool belongs(std::string_view id, std::string_view app) {
  return id == app || (id.starts_with(app) && id[app.size()] == '.');
}

bool is_clip(std::string_view id) {
  return lower(id).ends_with(".clip") || lower(id).ends_with(".appclip");
}

// What is odd about who got the permission; empty if nothing is.
std::string_view oddity(const Note& grant, const Listing& apps) {
  const std::string_view id = grant.value;
  if (among_data(id)) return "a program that lies among the owner's data";
  if (id.starts_with('/') || id.starts_with("com.apple.") || is_clip(id)) return {};
  const auto app = std::ranges::find_if(apps, [&](const Note* n) { return belongs(id, n->value); });
  if (app == apps.end()) return apps.size() < kEnough ? std::string_view{} : kUnlisted;
  return is_unusual_source((*app)->extra[0]) ? "an app that no known store gave out"
                                             : std::string_view{};
}

Listing listing(std::span<const Note> notes, std::size_t exhibit) {
  Listing out;
  for (const Note& n : notes)
    if (n.what == kListed && n.exhibit == exhibit) out.push_back(&n);
  return out;
}

// All that the client of note `i` may use, in words; empty if an earlier note told it.
std::string allowed(std::span<const Note> notes, std::size_t i) {
  std::string out;
  for (std::size_t k = 0; k < notes.size(); ++k) {
    const Note& n = notes[k];
    if (n.what == kListed || n.exhibit != notes[i].exhibit || n.value != notes[i].value) continue;
    if (k < i) return {};
    if (!contains(out, n.what)) out += (out.empty() ? "" : ", ") + n.what;
  }
  return out;
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].what == kListed) continue;
    const auto odd = oddity(notes[i], listing(notes, notes[i].exhibit));
    const std::string uses = odd.empty() ? "" : allowed(notes, i);
    // The list of who asked for the place keeps apps that were removed.
    const bool may_be_removed = odd == kUnlisted && uses == kPlace;
    if (!uses.empty() && !may_be_removed)
      claims.push_back({.note = i,
                        .claim = among_data(notes[i].value) ? Class::executed : Class::posture,
                        .why = std::string(odd) + " may use " + uses});
  }
}

}  // namespace

RULE(odd_permission) = {
    .id = "odd_permission",
    .sees = "camera, microphone or place allowed to programs that are not ordinary apps",
    .source = "Mobile Verification Toolkit, TCC and LocationdClients",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner for the app; when it was allowed, and what came just before",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
