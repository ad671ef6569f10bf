// Processes that ran in the last 3 and 24 hours and in earlier periods, also of apps that are gone.
//
//   COMMITTED STATS FROM 2026-01-08-16-36-05:        also CURRENT STATS:, AGGREGATED OVER LAST …:
//   Per-Package Stats:
//     * com.x / u0a12 / v29:
//         Process com.x:remote (unique, 3 entries):
//   Process summary:                                 only this part in what was committed
//     * com.x:remote / u0a12 / v29:
//            TOTAL: 3.4% (27MB-28MB-30MB/…)
//              Top: 0.17%
// Source: AOSP com.android.internal.app.procstats ProcessStats (dumpLocked), ProcessState.

#include <algorithm>
#include <charconv>
#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:procstats"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the counting began, where it is told"},
    {"table", Kind::text, "which period it is of, in the phone's words"},
    {"process", Kind::process, "the process"},
    {"package", Kind::app, "the app, in the rows of apps"},
    {"uid", Kind::number, "its user id"},
    {"version", Kind::number, "the version of the app"},
    {"percent", Kind::real, "how much of the period it ran, cached ones not counted"},
    {"states", Kind::text, "how much of it in which state, one a line"},
};

// "17%" of "17% (6.8MB-6.8MB-6.8MB/…)"
std::optional<std::string_view> percentage(std::string_view text) {
  const std::size_t sign = text.find('%');
  if (sign == 0 || sign == std::string_view::npos) return {};
  return text.find_first_not_of("0123456789.") == sign ? std::optional(text.substr(0, sign + 1))
                                                       : std::nullopt;
}

std::optional<double> real(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? std::optional(value) : std::nullopt;
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (indent(line) == 0 && !text.empty()) {
      put();
      heading(text);
    } else if (line.starts_with("  * ")) {
      put();
      begin(at, text.substr(2));
    } else if (open_ && line.starts_with("      Process ")) {
      put_process(at, text.substr(8));
    } else if (open_) {
      state(text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no process is listed");
  }

 private:
  void heading(std::string_view text) {
    if (!text.starts_with("COMMITTED STATS") && !text.starts_with("CURRENT STATS") &&
        !text.starts_with("AGGREGATED OVER "))
      return;
    table_ = text.substr(0, text.find(':'));
    started_ = {};
    const auto from = after(table_, "COMMITTED STATS FROM ");
    if (!from || from->size() != 19) return;
    std::string shown(*from);
    shown[10] = ' ';
    shown[13] = shown[16] = ':';
    started_ = moment(file_, shown).time;
  }

  // "com.x:remote / u0a12 / v29:"
  void begin(std::uint64_t at, std::string_view text) {
    const std::size_t first = text.find(" / "), second = text.find(" / v");
    if (first == std::string_view::npos) return;
    open_ = true;
    at_ = at;
    name_ = text.substr(0, first);
    const std::size_t end = std::min(text.find_first_of(" :", first + 3), text.size());
    uid_ = uid_number(text.substr(first + 3, end - first - 3));
    version_ = second == std::string_view::npos
                   ? std::nullopt
                   : number(text.substr(second + 4, text.rfind(':') - second - 4));
  }

  void state(std::string_view text) {
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos) return;
    const auto share = percentage(text.substr(colon + 2));
    if (!share || states_.size() > kMostStates) return;
    if (text.starts_with("TOTAL:")) percent_ = real(*share);
    add_line(states_, std::string(text.substr(0, colon)) + " " + std::string(*share));
  }

  // "com.x:remote (unique, 3 entries):", a process of an app
  void put_process(std::uint64_t at, std::string_view text) {
    found_ = listed_ = true;
    out_.row<kFields>(at, started_, some(table_), text.substr(0, text.find(" (")), some(name_),
                      uid_, version_, std::nullopt, std::nullopt);
  }

  void put() {
    if (open_ && !listed_ && !states_.empty()) {
      found_ = true;
      out_.row<kFields>(at_, started_, some(table_), some(name_), std::nullopt, uid_, version_,
                        percent_, some(states_));
    }
    open_ = listed_ = false;
    percent_ = {};
    states_.clear();
  }

  static constexpr std::size_t kMostStates = 4096;  // bytes

  const File& file_;
  Rows& out_;
  std::string table_, name_, states_;
  std::optional<Time> started_;
  std::optional<std::int64_t> uid_, version_;
  std::optional<double> percent_;
  std::uint64_t at_ = 0;
  bool open_ = false, listed_ = false;  // an entry is read; it has rows already
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_proc_stats) = {
    .id = "android_proc_stats",
    .title = "Processes of the last day",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
