// A file named as a simple picture that is a raw photo (DNG, TIFF), a PDF or a Photoshop file: the
// name makes a phone show it by itself, the content goes to another, rarely used decoder.
//
// Source: Citizen Lab, FORCEDENTRY (2021): PDF and PSD named .gif; Unit 42, LANDFALL (2025): DNG
// named .jpeg. Known false alarms: HEIC and WebP under other names, as messengers store them, are
// ordinary and do not fire.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a document, a scan or a raw photo that somebody renamed",
                                        "an app that gives all that it stores one name"};
constexpr std::string_view kNamed[] = {"jpg", "jpeg", "png", "gif", "webp", "heic"};
constexpr struct {
  std::string_view type, title;
} kHidden[] = {{"dng", "a raw photo (DNG)"},
               {"tiff", "a TIFF"},
               {"bigtiff", "a TIFF"},
               {"psd", "a Photoshop file"},
               {"pdf", "a PDF"}};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::string_view extension = r.text("extension");
  if (std::ranges::find(kNamed, extension) == std::end(kNamed)) return;
  const auto* const hidden =
      std::ranges::find_if(kHidden, [&](const auto& h) { return h.type == r.text("type"); });
  if (hidden == std::end(kHidden)) return;
  notes.push_back(sign(r, "path",
                       "a file named ." + std::string(extension) + " is " +
                           std::string(hidden->title) + ", as known attacks were"));
}

}  // namespace

RULE(disguised_media) = {
    .id = "disguised_media",
    .sees = "files named as pictures that are raw photos, PDF or Photoshop files",
    .source = "Citizen Lab, FORCEDENTRY (2021); Unit 42, LANDFALL (2025)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "how the file came to the phone; crashes of what decodes pictures soon after",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
