// custody.jsonl: who did what with a case, when, with which version. Each line carries the SHA-256
// of the line before it (without its newline), so that none can be changed, taken out or put in
// without all later ones showing it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/sha256.h"
#include "base/time.h"

namespace bridle {

struct Deed {
  Time at{};
  std::string actor = {};
  std::string role = {};                                          // "examiner", "reviewer", …
  std::string action = {};                                        // "check", "report", "seal", …
  std::string version = {};                                       // of the engine
  std::vector<std::pair<std::string, std::string>> objects = {};  // name, SHA-256; sorted by name
  std::string reason = {};
  std::string key = {};  // fingerprint of the key that signs this line, if one does
};

// A line of the log as it stands there.
struct CustodyLine {
  std::uint64_t number = 0;  // of the line in the file; the first is 1
  std::uint64_t seq = 0;     // what it says itself
  std::string prev = {};     // SHA-256 in hex
  Deed deed = {};
  std::string text = {};  // without its newline
  bool readable = true;   // false: nothing but number and text is filled in
};

// All lines of a log, readable or not; a last one that has no end is not.
std::vector<CustodyLine> custody_lines(std::string_view log);

// The first line that is none or does not follow from the one before; nothing if all do.
std::optional<std::uint64_t> broken_at(std::span<const CustodyLine> log);

// SHA-256 of the last line, in hex: who knows it knows the whole log. Zeros for an empty log.
std::string custody_head(std::span<const CustodyLine> log);

// The lines of a case. Errc::io.
Result<std::vector<CustodyLine>> read_custody(const std::filesystem::path& folder);

// The line, with its newline, that comes behind so many lines, the last of which is `before`.
std::string custody_line(const Deed& deed, std::uint64_t lines, std::string_view before);

// Adds a line to the log of a case; processes that add at once wait for each other. Errc::io,
// Errc::truncated if the last line there has no end.
Result<void> append_deed(const std::filesystem::path& folder, const Deed& deed);

// Adds the very line that custody_line() gave. Errc::malformed if the log went on since.
Result<void> append_line(const std::filesystem::path& folder, std::string_view line);

}  // namespace bridle
