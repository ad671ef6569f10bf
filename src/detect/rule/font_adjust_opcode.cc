// A TrueType font whose programs come to an instruction that only one interpreter ever knew:
// ADJUST. No tool writes it, and nothing but an exploit is known to have used it.
//
// Source: CVE-2023-41990, Operation Triangulation (Kaspersky, 2023): a .watchface with a PDF with
// such a font. Known false alarms: damaged programs have any code by chance. Of 2,520 fonts of
// Debian with 960,000 programs three had this one; an interpreter can come to it in one alone,
// which is known by its hash. Of 1,176 fonts in 1,773 ordinary PDFs none had it.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_fonts"};
constexpr std::string_view kBenign[] = {
    "a font with damaged programs, as conversions of the 1990s left them",
    "a very old font of Apple's own systems"};

// Fonts that everybody can have, whose programs are remains of some computer's memory.
constexpr std::string_view kOrdinary[] = {
    "f73ac85b632fd16dd1b02ec8fc075ab1fd297122efcff44a092e119f9b466549"};  // Rekha, Gujarati letters

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t reached = r.number("reached_adjusts").value_or(0);
  if (reached == 0) return;
  if (std::ranges::find(kOrdinary, r.text("sha256")) != std::end(kOrdinary)) return;
  std::string why = "a TrueType font in it uses the undocumented instruction ADJUST, first in " +
                    std::string(r.text("first_in"));
  why += r.number("object") ? ", and a PDF holds it, as in Operation Triangulation (CVE-2023-41990)"
                            : ", as the one of Operation Triangulation did (CVE-2023-41990)";
  notes.push_back(sign(r, r.has("member") ? "member" : "path", why));
  if (r.number("object")) notes.back().campaign = "OperationTriangulation";
}

}  // namespace

RULE(font_adjust_opcode) = {
    .id = "font_adjust_opcode",
    .sees = "TrueType fonts that use Apple's undocumented instruction ADJUST",
    .source = "CVE-2023-41990; Kaspersky, Operation Triangulation (2023)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the font's programs, by an analyst; how the file came to the phone",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
