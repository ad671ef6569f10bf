// What reviewers say of a finding or of the whole case: one file each, reviews/0001.json, whose
// hash stands in a line of the custody log.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sink/json.h"

namespace bridle {

struct Review {
  std::string about = {};     // "F-0001", or "case"
  std::string decision = {};  // see is_decision(); empty: a note alone
  std::string note = {};
  Time at{};
  std::string actor = {}, role = {};
};

// "confirmed", "explained" (by something harmless), "open" (needs more); of a case "signed-off".
bool is_decision(std::string_view about, std::string_view decision);

// What the page sends: {"about": …, "decision": …, "note": …}. Errc::malformed, Errc::too_large.
Result<Review> review_asked(std::string_view json);

// Writes the file, then the line; fills in who and when. Errc::io: neither is there.
Result<Review> add_review(const std::filesystem::path& folder, Review review);

// All of a case, oldest first; a file that is none is left out. Whether they are as they were
// written says `bridle verify`.
std::vector<Review> reviews_of(const std::filesystem::path& folder);

// As the files hold it.
void write_review(Json& out, const Review& review);

// As the page gets it: somebody else may have written it.
void write_shown_review(Json& out, const Review& review);

}  // namespace bridle
