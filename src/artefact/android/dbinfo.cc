// What apps last asked their databases, with the time: searches, messages that were read, files.
//
//   ** Database info for pid 1878 [com.x] **
//   Connection pool for /data/user/0/com.x/databases/a.db:
//         Most recently executed operations:
//           0: [2026-01-08 15:31:26.808] execute took 0ms - succeeded, sql="SELECT 1", path=/data/…
// Since Android 12 "[time] [Pid:(1878)]execute…". Source: AOSP frameworks/base
// android.database.sqlite SQLiteConnection, SQLiteConnectionPool (dump).

#include <algorithm>
#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:dbinfo"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"package", Kind::app, "the app, or its process"},
    {"pid", Kind::number, "number of its process"},
    {"path", Kind::path, "the database"},
    {"action", Kind::text, "execute, executeForLong, prepare, open and so on"},
    {"duration_ms", Kind::number, "how long it took, milliseconds"},
    {"status", Kind::text, "succeeded, failed, running"},
    {"sql", Kind::content, "what it asked"},
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text.starts_with("** Database info for pid ")) {
      pid_ = number(between(text, "for pid ", " ").value_or(""));
      package_ = between(text, "[", "]").value_or("");
    } else if (const auto pool = after(text, "Connection pool for ")) {
      path_ = pool->substr(0, pool->size() - pool->ends_with(':'));
    } else if (const std::size_t bracket = text.find(": ["); bracket < 8 && is_digit(text[0])) {
      operation(at, text.substr(bracket + 3));
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no operation of a database is listed");
  }

 private:
  // "2026-01-08 15:31:26.808] execute took 0ms - succeeded, sql="…", path=…"
  void operation(std::uint64_t at, std::string_view text) {
    found_ = true;
    const std::size_t close = text.find(']');
    const std::size_t took = text.find(" took ");
    if (close == std::string_view::npos || took == std::string_view::npos || took < close)
      return started(at, text, close);
    const Moment when = moment(file_, text.substr(0, close));
    if (!when.time) out_.gap(at, "an operation without a time");
    const std::string_view rest = text.substr(took + 6);
    const std::size_t dash = rest.find(" - ");
    const std::string_view status = dash == std::string_view::npos ? "" : rest.substr(dash + 3);
    put(at, when, action(text.substr(close + 1, took - close - 1)),
        number(rest.substr(0, rest.find("ms"))), status.substr(0, status.find(", ")), rest);
  }

  // One that still runs: "… started 5ms ago - running, sql=…"
  void started(std::uint64_t at, std::string_view text, std::size_t close) {
    const std::size_t started = text.find(" started ");
    if (close == std::string_view::npos || started == std::string_view::npos || started < close)
      return out_.gap(at, "an operation that cannot be read");
    put(at, moment(file_, text.substr(0, close)),
        action(text.substr(close + 1, started - close - 1)), std::nullopt, "running",
        text.substr(started));
  }

  // Without "[Pid:(1878)]"
  static std::string_view action(std::string_view text) {
    text = trim(text);
    return text.starts_with('[') ? trim(text.substr(std::min(text.find(']') + 1, text.size())))
                                 : text;
  }

  void put(std::uint64_t at, const Moment& when, std::string_view action,
           std::optional<std::int64_t> ms, std::string_view status, std::string_view rest) {
    const std::size_t path = rest.rfind(", path=");
    out_.row<kFields>(at, when.time, when.text(), some(package_), pid_,
                      path == rest.npos ? some(path_) : some(rest.substr(path + 7)), some(action),
                      ms, some(status), sql_of(rest));
  }

  // Up to what follows it; it may hold quotes itself.
  static MaybeText sql_of(std::string_view rest) {
    const std::size_t begin = rest.find(", sql=\"");
    if (begin == std::string_view::npos) return {};
    const std::string_view text = rest.substr(begin + 7);
    std::size_t end = text.rfind('"');
    for (const std::string_view next : {"\", path=", "\", bindArgs=", "\", exception="})
      end = std::min(end, text.rfind(next));
    return some(text.substr(0, end));
  }

  const File& file_;
  Rows& out_;
  std::string package_, path_;
  std::optional<std::int64_t> pid_;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_dbinfo) = {
    .id = "android_dbinfo",
    .title = "Last questions to databases",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
