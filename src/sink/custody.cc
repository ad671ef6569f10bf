#include "sink/custody.h"

#include <fcntl.h>
#include <simdjson.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <functional>
#include <iterator>

#include "base/text.h"
#include "sink/json.h"
#include "sink/json_members.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

constexpr std::string_view kSchema = "bridle-custody/1";

using json::text;

// False if it is no line of this log.
bool fill(const dom::element& parsed, CustodyLine& into) {
  dom::object line;
  dom::object objects;
  if (parsed.get(line) != simdjson::SUCCESS || text(line, "schema") != kSchema ||
      line["seq"].get(into.seq) != simdjson::SUCCESS ||
      line["objects"].get(objects) != simdjson::SUCCESS)
    return false;
  const auto at = parse_time(text(line, "time"));
  if (!at) return false;
  into.prev = text(line, "prev");
  into.deed = {.at = *at,
               .actor = text(line, "actor"),
               .role = text(line, "role"),
               .action = text(line, "action"),
               .version = text(line, "version"),
               .objects = {},
               .reason = text(line, "reason"),
               .key = text(line, "key")};
  for (const auto& [name, value] : objects) {
    std::string_view sha256;
    if (value.get(sha256) != simdjson::SUCCESS) return false;
    into.deed.objects.emplace_back(name, sha256);
  }
  // Names stand in order and once: a second one of a name would hide the first.
  return std::ranges::is_sorted(into.deed.objects, std::less_equal(),
                                [](const auto& object) { return object.first; });
}

CustodyLine read_line(std::string line, std::uint64_t number, dom::parser& parser) {
  CustodyLine out{.number = number, .text = std::move(line)};
  dom::element parsed;
  if (parser.parse(out.text).get(parsed) == simdjson::SUCCESS && fill(parsed, out)) return out;
  return {.number = number, .text = std::move(out.text), .readable = false};
}

// The log, opened to add to it and locked against others who do, until it is let go.
class Log {
 public:
  explicit Log(const fs::path& folder)
      : fd_(::open((folder / "custody.jsonl").c_str(),
                   O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    while (fd_ >= 0 && ::flock(fd_, LOCK_EX) != 0 && errno == EINTR) continue;
  }
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;
  ~Log() {
    if (fd_ >= 0) ::close(fd_);
  }
  Result<void> add(std::string_view line) {
    if (fd_ < 0) return fail(Errc::io, "custody.jsonl cannot be opened");
    if (::write(fd_, line.data(), line.size()) != static_cast<ssize_t>(line.size()) ||
        ::fsync(fd_) != 0)
      return fail(Errc::io, "custody.jsonl cannot be written");
    return {};
  }

 private:
  int fd_;
};

// The last line of the log, without its newline, and how many there are.
struct Tail {
  std::string last;
  std::uint64_t lines = 0;
  bool ends = true;  // with a newline
};

Tail tail_of(const fs::path& folder) {
  std::ifstream in(folder / "custody.jsonl", std::ios::binary);
  Tail out;
  for (std::string line; std::getline(in, line); ++out.lines) {
    out.ends = !in.eof();
    out.last = std::move(line);
  }
  return out;
}

}  // namespace

std::vector<CustodyLine> custody_lines(std::string_view log) {
  std::vector<CustodyLine> out;
  dom::parser parser;
  while (!log.empty()) {
    const auto end = std::min(log.find('\n'), log.size());
    out.push_back(read_line(std::string(log.substr(0, end)), out.size() + 1, parser));
    if (end == log.size()) out.back().readable = false;
    log.remove_prefix(std::min(end + 1, log.size()));
  }
  return out;
}

std::string custody_head(std::span<const CustodyLine> log) {
  return log.empty() ? std::string(64, '0') : hex(sha256(as_bytes(log.back().text)));
}

std::optional<std::uint64_t> broken_at(std::span<const CustodyLine> log) {
  for (std::size_t i = 0; i < log.size(); ++i)
    if (!log[i].readable || log[i].seq != log[i].number ||
        log[i].prev != custody_head(log.first(i)))
      return log[i].number;
  return {};
}

Result<std::vector<CustodyLine>> read_custody(const fs::path& folder) {
  std::ifstream in(folder / "custody.jsonl", std::ios::binary);
  const std::string log{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(Errc::io, "custody.jsonl cannot be read");
  return custody_lines(log);
}

std::string custody_line(const Deed& deed, std::uint64_t lines, std::string_view before) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("action", deed.action);
  out.member("actor", deed.actor);
  out.optional("key", deed.key);
  out.key("objects");
  out.begin_object();
  for (const auto& [object, sha256] : deed.objects) out.member(object, sha256);
  out.end_object();
  out.member("prev", lines == 0 ? std::string(64, '0') : hex(sha256(as_bytes(before))));
  out.optional("reason", deed.reason);
  out.optional("role", deed.role);
  out.member("schema", kSchema);
  out.member("seq", lines + 1);
  out.member("time", iso8601(deed.at));
  out.member("version", deed.version);
  out.end_object();
  return out.take();
}

Result<void> append_deed(const fs::path& folder, const Deed& deed) {
  Log log(folder);
  const Tail tail = tail_of(folder);
  if (!tail.ends) return fail(Errc::truncated, "the last line of custody.jsonl has no end");
  return log.add(custody_line(deed, tail.lines, tail.last));
}

Result<void> append_line(const fs::path& folder, std::string_view line) {
  Log log(folder);
  const Tail tail = tail_of(folder);
  dom::parser parser;
  const auto read = read_line(std::string(trim(line)), tail.lines + 1, parser);
  const std::string prev =
      tail.lines == 0 ? std::string(64, '0') : hex(sha256(as_bytes(tail.last)));
  if (!read.readable || read.seq != read.number || read.prev != prev)
    return fail(Errc::malformed, "the custody log went on in the meantime");
  return log.add(line);
}

}  // namespace bridle
