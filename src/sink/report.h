// A report out of a case, for one reader in one language.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sink/phrase/phrase.h"

namespace bridle {

enum class Audience : std::uint8_t { owner, analyst, court };
std::string_view name(Audience audience);
std::optional<Audience> audience_named(std::string_view word);

// What belongs to a report in a file of its own.
struct ReportAnnex {
  std::string name;
  std::string html;
};

struct Report {
  std::string html;
  std::vector<ReportAnnex> annexes;
};

// Annexes are named after `stem`. The same case gives the same bytes. Errc::missing if the folder
// holds no result.json that can be read.
Result<Report> make_report(const std::filesystem::path& folder, Audience audience,
                           const Language& say, const std::string& stem);

// The PDF of a report's HTML, printed by WeasyPrint, which runs apart and without a network.
// Errc::missing if it is not installed, Errc::io if it fails. The same HTML gives the same bytes.
Result<std::string> printed_pdf(std::string_view html);

}  // namespace bridle
