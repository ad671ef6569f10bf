// The custody log as a report shows it: what its lines say, and whether they form one chain.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bridle {

struct CustodyLine {
  std::uint64_t seq = 0;
  std::string time = {}, actor = {}, role = {}, action = {}, version = {}, reason = {};
  std::vector<std::pair<std::string, std::string>> objects = {};  // name, SHA-256
};

struct CustodyLines {
  std::vector<CustodyLine> lines = {};          // the first five hundred
  std::uint64_t count = 0;                      // of all
  std::optional<std::uint64_t> broken_at = {};  // the first line that does not fit the one before
  std::string head = {};                        // SHA-256 of the last line
};

// custody.jsonl, whole. A line that is no JSON object breaks the chain; the others are still read.
CustodyLines read_custody_lines(std::string_view jsonl);

}  // namespace bridle
