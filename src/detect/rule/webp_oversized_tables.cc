// A WebP with prefix codes whose tables are larger than those of any complete code: a decoder that
// sets memory aside for complete ones writes behind it.
//
// Source: CVE-2023-4863 (libwebp) and CVE-2023-41064 (Apple ImageIO), used as BLASTPASS (Citizen
// Lab, 2023). Known false alarms: damage makes codes incomplete, but seldom so: of 12,000 files
// with bits of their codes flipped, one had such tables.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {"a file of a test suite for decoders",
                                        "a damaged picture, by a rare chance"};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t odd = r.number("odd_parts").value_or(0);
  if (odd == 0 || r.text("type") != "webp") return;
  notes.push_back(sign(r, "path",
                       "a WebP has " + std::to_string(odd) +
                           " prefix codes with tables larger than any decoder of its time set "
                           "memory aside for, as CVE-2023-4863 needs"));
}

}  // namespace

RULE(webp_oversized_tables) = {
    .id = "webp_oversized_tables",
    .sees = "WebP with prefix codes larger than any complete code",
    .source = "CVE-2023-4863, CVE-2023-41064; Citizen Lab, BLASTPASS (2023)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the message that brought it; crashes of what decodes pictures soon after",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
