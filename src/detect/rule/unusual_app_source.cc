// An app that came from no store: its record of origin names none of the ways in which people get
// apps.
//
// Source: MVT's Applications module; its issues 348, 383, 487, 495 name the origins that are usual.
// Known false alarms: new marketplaces. Apps without a record of origin do not fire: there are
// many.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_applications"};
constexpr std::string_view kBenign[] = {
    "an employer's own app, or a marketplace that is not known here"};
constexpr std::string_view kUsual[] = {"com.apple.AppStore",
                                       "com.apple.AppStore.ProductPageExtension",
                                       "com.apple.dmd",
                                       "dmd",
                                       "com.apple.datausage.atc",
                                       "com.apple.TestFlight",
                                       "com.apple.MobileSMS",
                                       "com.apple.Arcade",
                                       "com.apple.appstoreuiservice",
                                       "com.apple.ios.StoreKitUIService",
                                       "com.altstore.marketplace"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto source = r.text("source");
  if (source.empty() || std::ranges::find(kUsual, source) != std::end(kUsual)) return;
  notes.push_back({.what = std::string(source),
                   .field = "source",
                   .value = std::string(r.text("app")) + " from " + std::string(source)});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i)
    claims.push_back(
        {.note = i,
         .claim = Class::posture,
         .level = Level::lead,
         .why = "an app came from " + notes[i].what + ", which is no store that is known here"});
}

}  // namespace

RULE(unusual_app_source) = {
    .id = "unusual_app_source",
    .sees = "apps whose record of origin names no known store",
    .source = "Mobile Verification Toolkit, Applications; Cisco Talos (2018)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner how it came there; compare it with the one of the store",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
