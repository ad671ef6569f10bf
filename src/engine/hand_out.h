// What leaves a case: whether its owner agreed, and the line in the custody log that says so.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sink/share.h"

namespace bridle {

// Why so much of a case may not go to such a reader now, as a sentence; nothing if it may, or if
// the case was made without a consent record.
std::optional<std::string> refuses_to_hand_out(const std::filesystem::path& folder, Share level,
                                               std::string_view reader);

struct HandedOut {
  std::string action;                        // "report", "export"
  std::string reason;                        // for whom, in which form
  std::vector<std::filesystem::path> files;  // files and folders that were written
};

// Adds it to the custody log with the hashes of what was written. Errc::io and what reading the
// files gives.
Result<void> note_handed_out(const std::filesystem::path& folder, const HandedOut& what);

}  // namespace bridle
