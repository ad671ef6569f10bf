// timeline.csv and alerts_timeline.csv.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "sink/mvt/alerts.h"
#include "sink/mvt/module.h"
#include "sink/sorted_lines.h"

namespace bridle {

// All cells in quotes.
std::string mvt_csv_line(std::span<const std::string> cells);

// Adds the record's events.
void add_mvt_events(SortedLines& lines, const MvtModule& module, const MvtSource& source,
                    const MvtRow& row);

// Alerts that have a time, in its order.
Result<void> write_mvt_alerts_timeline(const std::filesystem::path& path,
                                       std::span<const MvtAlert> alerts);

}  // namespace bridle
