// Programs that ran when the report was made, and their threads.
//
// `ps`, with a heading that names the columns; the last one may hold blanks:
//   LABEL         USER   PID   TID  PPID    VSZ   RSS WCHAN  ADDR S … TIME CMD
//   u:r:init:s0   root     1     1     0  51308  6620 SyS_ep    0 S … 00:00:02 init
// With TID each line is a thread, and names are cut to 15 characters (the kernel's). AndroidQF's
// processes.json: [{pid, filename "(comm)", path, context, command_line, cwd, …}]; its ppid, uid
// and state are 0 and empty for all, for they were not measured (androidqf collector, ps). Older
// acquisitions hold the command's own output as ps.txt.

#include <algorithm>
#include <set>
#include <string>

#include "artefact/dump_text.h"
#include "artefact/json.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "androidqf:processes.txt",         "androidqf:processes.json", "androidqf:ps.txt",
    "dumpstate:PROCESSES AND THREADS", "dumpstate:PROCESSES",
};

constexpr Field kFields[] = {
    {"process", Kind::process, "the program; empty in the rows of threads"},
    {"thread", Kind::process, "a thread of another name; each name once"},
    {"of", Kind::text, "the program that the thread belongs to"},
    {"path", Kind::path, "the program's file"},
    {"arguments", Kind::content, "how it was called, one a line"},
    {"user", Kind::text, "under whose name it ran"},
    {"pid", Kind::number, "its number"},
    {"tid", Kind::number, "number of the thread"},
    {"ppid", Kind::number, "number of the process that started it"},
    {"label", Kind::text, "its SELinux label"},
    {"state", Kind::text, "R running, S sleeping, D waiting, Z dead, T stopped"},
    {"cpu_time", Kind::text, "how long it computed"},
    {"folder", Kind::path, "its working folder"},
};

constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kNone = std::string_view::npos;

std::vector<std::string_view> words_of(std::string_view line, std::size_t most) {
  std::vector<std::string_view> words;
  for (line = trim(line); !line.empty(); line = trim(line)) {
    const bool last = words.size() + 1 == most;
    const std::size_t end = last ? line.size() : std::min(line.find(' '), line.size());
    words.push_back(line.substr(0, end));
    line.remove_prefix(end);
  }
  return words;
}

class Table {
 public:
  explicit Table(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (trim(line).empty() || line.starts_with("[ps: ")) return;
    if (columns_.empty()) return heading(line);
    read_cells(line);
    const auto pid = number_at("PID");
    const auto name = cell("CMD") ? cell("CMD") : cell("NAME");
    if (row_.size() != columns_.size() || !pid || !name)
      return out_.gap(at, "a process that cannot be read");
    const auto tid = number_at("TID");
    if (!tid || *tid == *pid || pid != pid_) {
      pid_ = pid;
      process_ = *name;
      threads_ = {std::string(*name)};
      put(at, *name, std::nullopt, std::nullopt);
    } else if (threads_.emplace(*name).second) {
      put(at, std::nullopt, *name, process_);
    }
  }

  void end(std::uint64_t begins) {
    if (columns_.empty() || !pid_) out_.gap(begins, "no process is listed");
  }

 private:
  // The line that names the columns; before it stands at most what `ps` complains of.
  void heading(std::string_view line) {
    const auto words = words_of(line, kMostColumns);
    for (const std::string_view word : words)
      if (word == "PID") columns_.assign(words.begin(), words.end());
  }

  // PCY, the scheduling policy, is empty for some processes: then the time stands one too early.
  void read_cells(std::string_view line) {
    row_ = words_of(line, columns_.size());
    if (column("S") == kNone && !row_.empty() && row_.back().substr(1).starts_with(' '))
      row_.back().remove_prefix(2);  // up to Android 7 the state has no heading
    const std::size_t policy = column("PCY");
    const auto time = cell("TIME");
    if (policy >= row_.size() || !time || time->find_first_not_of("0123456789:-.") == kNone) return;
    row_ = words_of(line, columns_.size() - 1);
    row_.insert(row_.begin() + static_cast<std::ptrdiff_t>(policy), "");
  }

  std::size_t column(std::string_view name) const {
    const auto found = std::ranges::find(columns_, name);
    return found == columns_.end() ? kNone : static_cast<std::size_t>(found - columns_.begin());
  }

  MaybeText cell(std::string_view name) const {
    const std::size_t i = column(name);
    return i < row_.size() ? std::optional(row_[i]) : std::nullopt;
  }

  std::optional<std::int64_t> number_at(std::string_view column) const {
    const auto text = cell(column);
    return text ? number(*text) : std::nullopt;
  }

  void put(std::uint64_t at, MaybeText process, MaybeText thread, MaybeText of) {
    const auto user = cell("USER") ? cell("USER") : cell("UID");
    out_.row<kFields>(at, process, thread, of, std::nullopt, std::nullopt, user, pid_,
                      number_at("TID"), number_at("PPID"), cell("LABEL"), cell("S"), cell("TIME"),
                      std::nullopt);
  }

  Rows& out_;
  std::vector<std::string> columns_;
  std::vector<std::string_view> row_;
  std::optional<std::int64_t> pid_;
  std::string process_;
  std::set<std::string, std::less<>> threads_;  // names of this process's threads
};

// "(comm)" without its brackets
MaybeText bare(MaybeText name) {
  if (name && name->starts_with('(') && name->ends_with(')'))
    return name->substr(1, name->size() - 2);
  return name;
}

Result<void> parse_json(const File& file, Rows& out) {
  return read_objects(file, out, [&](std::uint64_t at, const JsonObject& p) {
    std::string arguments;
    for (const JsonValue& value : json_array(p, "command_line")) {
      std::string_view text;
      if (value.get(text) == simdjson::SUCCESS && !text.empty()) add_line(arguments, text);
    }
    const std::string_view called = std::string_view(arguments).substr(0, arguments.find('\n'));
    const auto state = json_text(p, "state");
    const auto measured = [&](std::string_view name) {
      return state ? json_number(p, name) : std::nullopt;
    };
    out.row<kFields>(at, called.empty() ? bare(json_text(p, "filename")) : called, std::nullopt,
                     std::nullopt, json_text(p, "path"), some(arguments), std::nullopt,
                     json_number(p, "pid"), std::nullopt, measured("ppid"), json_text(p, "context"),
                     state, std::nullopt, json_text(p, "cwd"));
  });
}

Result<void> parse(const File& file, Rows& out) {
  if (file.path.ends_with(".json")) return parse_json(file, out);
  return read_dump(file, Table(out));
}

}  // namespace

ARTEFACT(android_processes) = {
    .id = "android_processes",
    .title = "Programs that ran",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the line begins",
};

}  // namespace bridle
