#include "sink/custody_lines.h"

#include <simdjson.h>

#include "base/sha256.h"
#include "base/text.h"

namespace bridle {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kMostLines = 500;
constexpr std::size_t kMostObjects = 200;  // of one line

std::string text(const dom::object& from, std::string_view key) {
  std::string_view out;
  return from[key].get(out) == simdjson::SUCCESS ? std::string(out) : std::string();
}

CustodyLine line_of(const dom::object& from) {
  CustodyLine out{.time = text(from, "time"),
                  .actor = text(from, "actor"),
                  .role = text(from, "role"),
                  .action = text(from, "action"),
                  .version = text(from, "version"),
                  .reason = text(from, "reason")};
  if (std::uint64_t seq{}; from["seq"].get(seq) == simdjson::SUCCESS) out.seq = seq;
  dom::object objects;
  if (from["objects"].get(objects) != simdjson::SUCCESS) return out;
  for (const auto& [name, value] : objects)
    if (std::string_view hash;
        out.objects.size() < kMostObjects && value.get(hash) == simdjson::SUCCESS)
      out.objects.emplace_back(name, hash);
  return out;
}

}  // namespace

CustodyLines read_custody_lines(std::string_view jsonl) {
  CustodyLines out;
  out.head = std::string(64, '0');
  dom::parser parser;
  while (!jsonl.empty()) {
    const std::string_view line = jsonl.substr(0, jsonl.find('\n'));
    jsonl.remove_prefix(std::min(jsonl.size(), line.size() + 1));
    ++out.count;
    dom::object object;
    const bool read =
        !line.empty() && parser.parse(line.data(), line.size()).get(object) == simdjson::SUCCESS;
    if (!out.broken_at && (!read || text(object, "prev") != out.head)) out.broken_at = out.count;
    if (read && out.lines.size() < kMostLines) out.lines.push_back(line_of(object));
    out.head = hex(sha256(as_bytes(line)));
  }
  return out;
}

}  // namespace bridle
