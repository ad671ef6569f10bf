#include "engine/verify_log.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace bridle {
namespace {

std::string line_name(std::uint64_t number) {
  return "custody.jsonl, line " + std::to_string(number);
}

// An exhibit or something that left the case is no file of its folder.
bool is_file_of_case(const std::string& object) {
  return !object.starts_with("E-") && !object.starts_with("outside:");
}

void tell_broken_link(const CustodyLine& line, Verified& into) {
  if (line.seq == line.number && line.number > 1)
    into.faults.push_back({"log-line-altered", line_name(line.number - 1),
                           "The line after it was written behind another line than this one."});
  else if (line.seq > line.number)
    into.faults.push_back({"log-line-missing", line_name(line.number),
                           "Lines before it were taken out: it calls itself number " +
                               std::to_string(line.seq) + "."});
  else
    into.faults.push_back({"log-line-moved", line_name(line.number),
                           "It calls itself number " + std::to_string(line.seq) +
                               " and does not follow from the line before."});
}

}  // namespace

void verify_chain(std::span<const CustodyLine> log, Verified& into) {
  const std::size_t before = into.faults.size();
  std::string expected(64, '0');
  for (const CustodyLine& line : log) {
    if (!line.readable)
      into.faults.push_back(
          {"log-line-unreadable", line_name(line.number), "It is no line that bridle writes."});
    else if (line.prev != expected || line.seq != line.number)
      tell_broken_link(line, into);
    expected = hex(sha256(as_bytes(line.text)));
  }
  if (log.empty())
    into.faults.push_back({"log-empty", "custody.jsonl", "The log holds no line."});
  else if (into.faults.size() == before)
    into.held.push_back("custody log: " + std::to_string(log.size()) +
                        " lines, each follows from the one before; head " + custody_head(log));
}

void verify_files(std::span<const CustodyLine> log, const CaseHashes& found, Verified& into) {
  const std::size_t before = into.faults.size();
  std::map<std::string, std::string> known;
  for (const CustodyLine& line : log)
    for (const auto& [name, sha256] : line.deed.objects)
      if (is_file_of_case(name)) known[name] = sha256;
  const std::size_t recorded = known.size();
  for (const std::string& odd : found.odd)
    into.faults.push_back({"file-replaced", odd, "It is a link or cannot be read as a file."});
  for (const auto& [name, sha256] : found.files) {
    const auto at = known.find(name);
    if (at != known.end() && at->second != sha256)
      into.faults.push_back({"file-altered", name, "It is not what the custody log recorded."});
    if (at == known.end() && !name.starts_with("signatures/"))
      into.faults.push_back({"file-added", name, "The custody log knows no such file."});
    known.erase(name);
  }
  for (const auto& [name, sha256] : known)
    if (std::ranges::find(found.odd, name) == found.odd.end())
      into.faults.push_back({"file-missing", name, "The custody log recorded it."});
  if (into.faults.size() == before)
    into.held.push_back("files of the case: " + std::to_string(recorded) + ", as recorded");
}

std::string seal_name(std::uint64_t line) {
  std::string digits = std::to_string(line);
  if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
  return "signatures/" + digits;
}

}  // namespace bridle
