// The system's own partitions can be written to, which a phone never does by itself: whoever
// mounted them so could put an implant where no reset removes it.
//
// Source: Lookout and Google (2017), Chrysaor: the system partition was mounted anew to be written
// to; Mobile Verification Toolkit, mounts. Known false alarms: owners who rooted their phones or
// develop for them; told once, as posture.

#include <algorithm>
#include <array>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_mounts"};
constexpr std::string_view kBenign[] = {"the owner rooted the phone or develops for it"};

void watch(const Record& r, std::vector<Note>& notes) {
  constexpr std::array<std::string_view, 7> kPoints = {
      "/system", "/system_ext", "/vendor", "/product", "/odm", "/system/bin", "/system/xbin"};
  const auto point = r.text("point");
  const auto options = split(r.text("options"), ',');
  if (std::ranges::count(kPoints, point) > 0 && std::ranges::count(options, "rw") > 0)
    notes.push_back(sign(r, "point", "a part of the system can be written to"));
}

}  // namespace

RULE(writable_system) = {
    .id = "writable_system",
    .sees = "partitions of the system that can be written to",
    .source = "Lookout and Google (2017), Chrysaor; Mobile Verification Toolkit, module mounts",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "ask the owner; whether the files of that partition are those of its maker",
    .watch = watch,
    .judge = once_for_each_exhibit<Class::posture>,
};

}  // namespace bridle
