#include "sink/report.h"

#include "base/sha256.h"
#include "base/text.h"
#include "sink/file_text.h"
#include "sink/report_court.h"
#include "sink/report_letter.h"
#include "sink/report_workbook.h"
#include "sink/result.h"

namespace bridle {
namespace {

constexpr std::string_view kNames[] = {"owner", "analyst", "court"};

}  // namespace

std::string_view name(Audience audience) {
  return kNames[std::to_underlying(audience)];
}

std::optional<Audience> audience_named(std::string_view word) {
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (kNames[i] == word) return static_cast<Audience>(i);
  return {};
}

Result<Report> make_report(const std::filesystem::path& folder, Audience audience,
                           const Language& say, const std::string& stem) {
  const std::string json = file_text(folder / "result.json");
  const auto outcome = read_result(json);
  if (!outcome) return fail(Errc::missing, "the folder holds no result.json that can be read");
  switch (audience) {
    case Audience::owner:
      return Report{letter_html(*outcome, say), {}};
    case Audience::analyst:
      return Report{workbook_html(*outcome, say, read_surroundings(folder / "records", *outcome)),
                    {}};
    case Audience::court:
      break;
  }
  return court_exhibit({.outcome = *outcome,
                        .result_sha256 = hex(sha256(as_bytes(json))),
                        .custody = custody_lines(file_text(folder / "custody.jsonl")),
                        .stem = stem},
                       say);
}

}  // namespace bridle
