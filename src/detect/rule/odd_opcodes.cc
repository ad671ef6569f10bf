// A raw photo with corrections that leave the picture: areas or planes that it does not have, or
// more values than their list holds. A decoder that carries them out writes outside of its memory.
//
// Source: CVE-2025-21042 and CVE-2025-21043 (Samsung's decoder), LANDFALL (Unit 42, 2025); the DNG
// specification. Known false alarms: none known among cameras, whose corrections cover the picture.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a raw photo that a faulty program wrote or cropped"};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t odd = r.number("odd_opcodes").value_or(0);
  if (odd == 0) return;
  notes.push_back(sign(r, "path",
                       "a raw photo (DNG) has " + std::to_string(odd) +
                           " corrections that leave the picture or their own list, as attacks on "
                           "Samsung's decoder had"));
}

}  // namespace

RULE(odd_opcodes) = {
    .id = "odd_opcodes",
    .sees = "raw photos with corrections that leave the picture",
    .source = "CVE-2025-21042, CVE-2025-21043; Unit 42, LANDFALL (2025)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the list of opcodes, by an analyst; crashes of what decodes pictures soon after",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
