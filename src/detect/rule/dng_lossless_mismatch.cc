// A raw photo that states more samples of a pixel than its lossless JPEG has components: a decoder
// that believes the one writes what the other does not have room for.
//
// Source: CVE-2025-43300 (Apple ImageIO), used with WhatsApp's CVE-2025-55177 in August 2025. Known
// false alarms: more components than samples are what cameras write, and planes that are kept apart
// have one component each; neither fires.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a raw photo that a faulty program wrote"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto samples = r.number("samples");
  const auto components = r.number("components");
  if (!samples || !components || *components >= *samples) return;
  notes.push_back(sign(r, "path",
                       "a raw photo (DNG) states " + std::to_string(*samples) +
                           " samples of a pixel, but its lossless JPEG has " +
                           std::to_string(*components) + ", as CVE-2025-43300 needs"));
}

}  // namespace

RULE(dng_lossless_mismatch) = {
    .id = "dng_lossless_mismatch",
    .sees = "raw photos whose lossless JPEG has fewer components than a pixel has samples",
    .source = "CVE-2025-43300; CVE-2025-55177 (WhatsApp, 2025)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the message or linked device that brought it; crashes of what decodes pictures",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
