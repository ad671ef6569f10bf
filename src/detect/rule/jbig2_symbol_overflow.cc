// A picture in JBIG2 whose segments refer to so many symbols that a sum of 32 bits wraps, to more
// segments than there are, or that is made of thousands of refinements: what no encoder writes.
//
// Source: CVE-2021-30860, FORCEDENTRY: Citizen Lab (2021); Google Project Zero, A deep dive into an
// NSO zero-click iMessage exploit (2021). Known false alarms: none known among what encoders write;
// test files for decoders and damaged files may have wrong references.

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_documents"};
constexpr std::string_view kBenign[] = {"a file that somebody made to test decoders",
                                        "a damaged file, whose references are wrong by chance"};

// Pages are put together from some segments each; the exploit had more than 70,000.
constexpr std::int64_t kManyRefinements = 1000;
constexpr std::int64_t kMostSymbols = 0xffffffff;

void watch(const Record& r, std::vector<Note>& notes) {
  const std::int64_t symbols = r.number("most_symbols").value_or(0);
  const std::int64_t refinements = r.number("refinements").value_or(0);
  const std::int64_t odd = r.number("odd_segments").value_or(0);
  std::string why;
  if (symbols > kMostSymbols)
    why = "refers to " + std::to_string(symbols) + " symbols, so that a sum of 32 bits wraps";
  else if (refinements >= kManyRefinements)
    why = "is made of " + std::to_string(refinements) + " refinements";
  else if (odd > 0)
    why = "has " + std::to_string(odd) + " segments whose counts no picture can have";
  else
    return;
  notes.push_back(
      sign(r, r.has("member") ? "member" : "path",
           "a picture in JBIG2 in it " + why + ", as FORCEDENTRY (CVE-2021-30860) had"));
  if (symbols > kMostSymbols) notes.back().campaign = "Pegasus";
}

}  // namespace

RULE(jbig2_symbol_overflow) = {
    .id = "jbig2_symbol_overflow",
    .sees = "pictures in JBIG2 with more symbols, references or refinements than encoders write",
    .source = "CVE-2021-30860; Google Project Zero (2021); Citizen Lab, FORCEDENTRY (2021)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the segments of the picture, by an analyst; crashes of IMTranscoderAgent",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
