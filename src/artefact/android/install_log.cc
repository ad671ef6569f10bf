// Installations and removals that the package manager noted: apps that are gone stand here too.
//
// Samsung's phones print a log before all else, with uninstalled apps and who asked:
//   2026-03-28 02:22:45.340: START INSTALL PACKAGE: observer{133061357}
//             stagedDir{/data/app/vmdl1456751445.tmp}
//             pkg{com.x}
//             versionCode{16}
//             Request from{com.y}
//   2026-03-28 02:22:45.717: result of install: 1{133061357}
//   2026-03-28 02:23:51.536: START DELETE PACKAGE: observer{49463941}
//   pkg{com.x}, user{10}, caller{1010253} flags{4}
//   2026-03-28 02:23:51.538: result of delete: -2{49463941}
// All phones tell which apps changed since they were started:
//   Package Changes:
//     Sequence number=40
//     User 0:
//       seq=39, package=com.x
// Source: AOSP services/core com.android.server.pm ChangedPackagesTracker; Samsung's log as Citizen
// Lab, From Protest to Peril (2026), quotes it.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:package"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"what", Kind::text, "install, delete, result of either; changed: since the phone started"},
    {"package", Kind::app, "the app"},
    {"version_code", Kind::number, "number of its version"},
    {"installer", Kind::text, "app that asked for it"},
    {"staged", Kind::path, "where the files were put before"},
    {"observer", Kind::text, "number that a result shares with what it is the result of"},
    {"result", Kind::number, "1 if it was done, else the number of an error"},
    {"user", Kind::number, "for whom"},
    {"caller", Kind::number, "user id of who asked for the removal"},
    {"sequence", Kind::number, "in which order apps changed"},
};

struct Entry {
  std::uint64_t at = 0;
  std::string_view what = {};  // empty if none is open
  Moment when = {};
  std::string package = {}, installer = {}, staged = {}, observer = {};
  std::optional<std::int64_t> version = {}, result = {}, user = {}, caller = {}, sequence = {};
};

std::string in_braces(std::string_view line, std::string_view name) {
  return std::string(some(between(line, name, "}").value_or("")).value_or(""));
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const auto colon = line.find(": ");
    if (colon == 23 && line[10] == ' ' && line[4] == '-')
      return event(at, line.substr(0, 23), line.substr(25));
    if (line.starts_with("START ")) return event(at, "", line);
    if (!entry_.what.empty() && (line.starts_with(' ') || line.starts_with("pkg{")))
      return details(line);
    put();
    if (!line.starts_with(' ') && !line.empty()) changes_ = line.starts_with("Package Changes:");
    if (changes_) change(at, trim(line));
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "neither a log nor changes of packages");
  }

 private:
  void event(std::uint64_t at, std::string_view shown, std::string_view text) {
    put();
    const std::string_view what = text.starts_with("START INSTALL PACKAGE: ")  ? "install"
                                  : text.starts_with("START DELETE PACKAGE: ") ? "delete"
                                  : text.starts_with("result of install: ")    ? "install result"
                                  : text.starts_with("result of delete: ")     ? "delete result"
                                                                               : "";
    if (what.empty()) return;
    found_ = true;
    entry_ = Entry();
    entry_.at = at;
    entry_.what = what;
    entry_.when = moment(file_, shown);
    if (!entry_.when.time) out_.gap(at, "an installation without a time");
    const std::size_t brace = std::min(text.find('{'), text.size());
    entry_.observer = in_braces(text.substr(brace), "{");
    if (what.ends_with("result"))
      entry_.result = number(trim(text.substr(text.find(": ") + 2, brace - text.find(": ") - 2)));
    details(text);
  }

  void details(std::string_view line) {
    Entry& e = entry_;
    if (contains(line, "pkg{")) e.package = in_braces(line, "pkg{");
    if (contains(line, "stagedDir{")) e.staged = in_braces(line, "stagedDir{");
    if (contains(line, "Request from{")) e.installer = in_braces(line, "Request from{");
    if (contains(line, "versionCode{")) e.version = number(in_braces(line, "versionCode{"));
    if (contains(line, "user{")) e.user = number(in_braces(line, "user{"));
    if (contains(line, "caller{")) e.caller = number(in_braces(line, "caller{"));
  }

  void change(std::uint64_t at, std::string_view text) {
    found_ = true;
    if (text.starts_with("User ") && text.ends_with(':'))
      user_ = number(text.substr(5, text.size() - 6));
    const auto sequence = number_word(text, "seq");
    const auto package = word(text, "package");
    if (!sequence) return;
    if (!package) return out_.gap(at, "a change without its package");
    entry_ = Entry();
    entry_.at = at;
    entry_.what = "changed";
    entry_.package = *package;
    entry_.user = user_;
    entry_.sequence = sequence;
    put();
  }

  void put() {
    const Entry& e = entry_;
    if (e.what.empty()) return;
    const bool start = e.what == "install" || e.what == "delete";
    if (start && e.package.empty()) out_.gap(e.at, "an installation without its package");
    out_.row<kFields>(e.at, e.when.time, e.when.text(), e.what, some(e.package), e.version,
                      some(e.installer), some(e.staged), some(e.observer), e.result, e.user,
                      e.caller, e.sequence);
    entry_ = {};
  }

  const File& file_;
  Rows& out_;
  Entry entry_;
  std::optional<std::int64_t> user_;
  bool changes_ = false;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_install_log) = {
    .id = "android_install_log",
    .title = "Installations and removals of apps",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the entry begins",
};

}  // namespace bridle
