// A GIF with frames that are larger than its screen on one side and have none on the other: the
// decoder of WhatsApp for Android set memory aside anew for each, of no size, and gave it back
// twice.
//
// Source: CVE-2019-11932; Pham Hong Nhat, How a double-free bug in WhatsApp turns to RCE (2019).
// Known false alarms: none known; frames of no size at all, as some programs leave them, do not
// fire.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a GIF that a faulty program wrote",
                                        "a file of a test suite for decoders"};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t odd = r.number("odd_parts").value_or(0);
  if (odd == 0 || r.text("type") != "gif") return;
  notes.push_back(sign(r, "path",
                       "a GIF has " + std::to_string(odd) +
                           " frames without area that are larger than its screen, as "
                           "CVE-2019-11932 in WhatsApp needs"));
}

}  // namespace

RULE(gif_frame_without_area) = {
    .id = "gif_frame_without_area",
    .sees = "GIF with frames that have no area and are larger than the screen",
    .source = "CVE-2019-11932; Pham Hong Nhat (2019)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the message that brought it; crashes of WhatsApp when its gallery was opened",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
