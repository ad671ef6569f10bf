// An app that came from no store: its record of origin names none of the ways in which people get
// apps.
//
// Source: MVT's Applications module; its issues 348, 383, 487, 495 name the origins that are usual.
// Known false alarms: new marketplaces. Apps without a record of origin do not fire: there are
// many.

#include "detect/rule.h"
#include "detect/rule/app_sources.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"ios_applications"};
constexpr std::string_view kBenign[] = {
    "an employer's own app, or a marketplace that is not known here"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto source = r.text("source");
  if (!is_unusual_source(source)) return;
  notes.push_back(
      {.what = "an app came from " + std::string(source) + ", which is no store that is known here",
       .field = "source",
       .value = std::string(r.text("app")) + " from " + std::string(source)});
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
    .judge = each_by_itself<Class::posture>,
};

}  // namespace bridle
