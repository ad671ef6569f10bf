// The folder that MVT leaves behind, out of a case of ours.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/zone.h"
#include "record/outcome.h"
#include "sink/mvt/alerts.h"
#include "sink/mvt/module.h"

namespace bridle {

struct MvtRequest {
  const MvtCommand* command = nullptr;
  std::string_view only = {};          // one module's name; empty: all
  std::filesystem::path case_folder;   // of this run
  std::filesystem::path output = {};   // absent: nothing is written, all is told
  std::filesystem::path scratch = {};  // has room for the timeline
  Zone zone = {};                      // by whose clock times are shown
};

struct MvtTold {
  std::vector<std::pair<const MvtModule*, std::size_t>> records;  // each module that ran
  std::vector<MvtAlert> alerts;                                   // module by module
};

// Writes <slug>.json, <slug>_detected.json, alerts.json, timeline.csv, alerts_timeline.csv and
// urls.json. Errc::io, Errc::malformed. Alerts refer to the outcome's findings.
Result<MvtTold> write_mvt_folder(const MvtRequest& asked, const Outcome& outcome);

// The module of a command by the name that -m takes; null if it has none of that name.
const MvtModule* find_mvt_module(const MvtCommand& command, std::string_view name);

// The zone that the phone's properties name; UTC if they name none.
Zone mvt_phone_zone(const std::filesystem::path& case_folder);

struct MvtRunNotes {
  std::string target, version, date;
  std::vector<std::string> packs;
  std::filesystem::path sums;  // intake/SHA256SUMS, or empty if no hashes were asked for
};

// info.json.
Result<void> write_mvt_info(const std::filesystem::path& output, const MvtRunNotes& notes);

}  // namespace bridle
