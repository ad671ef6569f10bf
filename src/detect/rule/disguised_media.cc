// A file named as a simple picture that is a raw photo (DNG, TIFF), a PDF or a Photoshop file: the
// name makes a phone show it by itself, the content goes to another, rarely used decoder. In a pass
// of the Wallet, whose pictures are PNG, also WebP and others that no maker of passes writes.
//
// Source: Citizen Lab, FORCEDENTRY (2021): PDF and PSD named .gif; Unit 42, LANDFALL (2025): DNG
// named .jpeg; Citizen Lab, BLASTPASS (2023): WebP and TIFF named .png in a pass. Known false
// alarms: HEIC and WebP under other names, as messengers store them, are ordinary and do not fire;
// nor does a JPEG or GIF named .png in a pass, as careless makers of passes leave it.

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
constexpr struct {
  std::string_view type, title;
} kHiddenInPass[] = {{"webp", "a WebP"},
                     {"heic", "a HEIC"},
                     {"heif", "a HEIF"},
                     {"avif", "an AVIF"},
                     {"elf", "a program"}};

std::string_view title_of(std::string_view type, const auto& list) {
  const auto* const at = std::ranges::find_if(list, [&](const auto& h) { return h.type == type; });
  return at == std::end(list) ? std::string_view() : at->title;
}

void watch(const Record& r, std::vector<Note>& notes) {
  const std::string_view extension = r.text("extension");
  if (std::ranges::find(kNamed, extension) == std::end(kNamed)) return;
  const bool in_pass = r.text("inside") == "pass";
  std::string_view title = title_of(r.text("type"), kHidden);
  if (title.empty() && in_pass && extension != r.text("type"))
    title = title_of(r.text("type"), kHiddenInPass);
  if (title.empty()) return;
  notes.push_back(sign(r, "path",
                       (in_pass ? "a file of a pass, named ." : "a file named .") +
                           std::string(extension) + ", is " + std::string(title) +
                           ", as known attacks were"));
  if (in_pass) notes.back().campaign = "BLASTPASS";
}

}  // namespace

RULE(disguised_media) = {
    .id = "disguised_media",
    .sees =
        "files named as pictures that are raw photos, PDF or Photoshop files, or WebP in a pass",
    .source = "Citizen Lab, FORCEDENTRY (2021), BLASTPASS (2023); Unit 42, LANDFALL (2025)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "how the file came to the phone; crashes of what decodes pictures soon after",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
