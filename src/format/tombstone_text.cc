#include <algorithm>
#include <set>

#include "base/text.h"
#include "format/lines.h"
#include "format/tombstone.h"

namespace bridle {
namespace {

constexpr std::size_t kMostTombstones = 1000;
constexpr std::size_t kMostLines = 20'000;  // of frames, mappings or files of one

std::string unquoted(std::string_view s) {
  s = trim(s);
  if (s.size() >= 2 && s.front() == '\'' && s.back() == '\'') s = s.substr(1, s.size() - 2);
  return std::string(s);
}

std::optional<std::int64_t> number_after(std::string_view line, std::string_view name) {
  const auto at = line.find(name);
  if (at == std::string_view::npos) return {};
  const auto rest = line.substr(at + name.size());
  return number(rest.substr(0, rest.find_first_not_of("0123456789")));
}

// What the lines that follow are.
enum class Part : std::uint8_t { head, frames, maps, files, other };

class Reading {
 public:
  void line(std::string_view line, std::uint64_t at) {
    const auto text = trim(line);
    if (text.starts_with("*** *** ***")) return begin(at);
    if (all_.empty()) return;
    if (part_ == Part::other && !heading(text)) return;
    if (heading(text)) return;
    switch (part_) {
      case Part::head:
        return head(text);
      case Part::frames:
        return frame(text);
      case Part::maps:
        return mapping(text);
      case Part::files:
        if (text.starts_with("fd ")) keep(all_.back().files, text.substr(3));
        return;
      case Part::other:
        return;
    }
  }

  std::vector<Tombstone> finish() { return std::move(all_); }

 private:
  void begin(std::uint64_t at) {
    part_ = Part::head;
    seen_.clear();
    threads_ = 0;
    if (all_.size() < kMostTombstones) all_.push_back({.at = at});
  }

  static void keep(std::vector<std::string>& into, std::string_view line) {
    if (into.size() < kMostLines) into.emplace_back(line);
  }

  // True if the line begins another part.
  bool heading(std::string_view text) {
    if (text == "backtrace:")
      part_ = threads_ == 0 ? Part::frames : Part::other;
    else if (text.starts_with("memory map") || text.starts_with("--- memory map"))
      part_ = Part::maps;
    else if (text == "open files:")
      part_ = Part::files;
    else if (text.starts_with("--- --- ---"))
      part_ = Part::other, ++threads_;
    else if (text.starts_with("stack:") || text.starts_with("memory near ") ||
             text.starts_with("--------- "))
      part_ = Part::other;
    else
      return false;
    return true;
  }

  void head(std::string_view text) {
    Tombstone& t = all_.back();
    const auto value = [&](std::string_view name) -> std::optional<std::string_view> {
      if (!text.starts_with(name)) return {};
      return trim(text.substr(name.size()));
    };
    if (const auto v = value("Build fingerprint:")) t.fingerprint = unquoted(*v);
    if (const auto v = value("ABI:")) t.abi = unquoted(*v);
    if (const auto v = value("Cmdline:")) t.command = *v;
    if (const auto v = value("Cause:")) t.cause = *v;
    if (const auto v = value("Abort message:")) t.abort = unquoted(*v);
    if (const auto v = value("uid:")) t.uid = number(*v);
    if (const auto v = value("Process uptime:")) t.uptime_s = number_after(text, "uptime: ");
    if (const auto v = value("Timestamp:")) {
      t.timestamp = *v;
      t.time = parse_time(*v);
    }
    if (text.starts_with("pid: ")) program(text);
    if (text.starts_with("signal ")) signal(text);
  }

  void program(std::string_view text) {
    Tombstone& t = all_.back();
    t.pid = number_after(text, "pid: ");
    t.tid = number_after(text, "tid: ");
    if (const auto name = between(text, "name: ", "  >>> ")) t.name = *name;
    const auto command = between(text, ">>> ", " <<<");
    if (command && t.command.empty()) t.command = *command;
  }

  void signal(std::string_view text) {
    Tombstone& t = all_.back();
    const auto parts = split(text, ',');
    t.signal = trim(parts[0].substr(7));
    for (const std::string_view part : parts) {
      const auto p = trim(part);
      if (p.starts_with("code ")) t.code = p.substr(5);
      if (p.starts_with("fault addr ")) t.fault_address = p.substr(11);
    }
  }

  void frame(std::string_view text) {
    if (text.starts_with("#"))
      keep(all_.back().frames, text);
    else if (text.empty() && !all_.back().frames.empty())
      part_ = Part::other;
  }

  // "    7f12-7f13 r-x  0  1000  /path (BuildId: …)": the name is what follows the numbers.
  void mapping(std::string_view text) {
    if (text.starts_with("--->")) return;  // says where the address that failed lies
    std::string_view rest = text;
    for (int column = 0; column < 4; ++column) {
      const auto blank = rest.find(' ');
      if (blank == std::string_view::npos) return;
      rest = trim(rest.substr(blank));
    }
    const auto name = trim(rest.substr(0, rest.find(" (BuildId")));
    if (!name.empty() && seen_.size() < kMostLines && seen_.emplace(name).second)
      keep(all_.back().mapped, name);
  }

  std::vector<Tombstone> all_;
  Part part_ = Part::head;
  int threads_ = 0;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace

Result<std::vector<Tombstone>> tombstones_of_text(const Content& text) {
  Lines lines(text);
  Reading reading;
  while (const auto line = lines.next()) reading.line(*line, lines.at());
  if (lines.problem()) return std::unexpected(*lines.problem());
  return reading.finish();
}

}  // namespace bridle
