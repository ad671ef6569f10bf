// What the phone logged in its last minutes or hours: which programs began and ended, crashed or
// were refused, what was shown and unlocked, and every line that names a host or a written path.
//
// format/logcat.h has the layouts, artefact/log_event.h says which lines are kept; the others are
// left out, for a phone writes hundreds of thousands that tell nothing. The year is that of the
// report or of the acquisition.

#include "format/logcat.h"

#include "artefact/dump_text.h"
#include "artefact/log_event.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "dumpstate:SYSTEM LOG",
    "dumpstate:EVENT LOG",
    "dumpstate:RADIO LOG",
    "dumpstate:LAST LOGCAT*",
    "androidqf:logcat.txt",
    "androidqf:logcat_old.txt",
    "bugreport:FS/data/misc/logd/logcat",
    "bugreport:FS/data/misc/logd/logcat.0*",
    "bugreport:FS/data/misc/logd/logcat.1*",
    "bugreport:FS/data/misc/logd/logcat.2*",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"what", Kind::text,
     "name of an event, or the sort of line: process, exception, native_crash, anr, denied, usb, "
     "package, lock, path, link. Lines of no sort are left out"},
    {"process", Kind::process, "the program that it is about"},
    {"package", Kind::app, "the app that it is about"},
    {"path", Kind::path, "the first path in it that can be written to"},
    {"tag", Kind::text, "who wrote it, by its own name"},
    {"text", Kind::content, "what was written"},
    {"priority", Kind::text, "V, D, I, W, E or F"},
    {"user", Kind::text, "user that the writer ran under, number or name"},
    {"pid", Kind::number, "number of the process that wrote it"},
    {"tid", Kind::number, "number of its thread"},
    {"buffer", Kind::text, "log that it was written to, where that is told"},
};

// The log of before the last start: most phones do not keep it.
bool may_be_absent(std::string_view path) {
  return path.starts_with("LAST LOGCAT") || path == "logcat_old.txt";
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    if (const auto l = read_logcat_line(line)) {
      ++read_;
      if (const auto event = log_event(*l)) put(at, *l, *event);
    } else if (const auto buffer = logcat_buffer(line)) {
      buffer_ = *buffer;
    } else if (!trim(line).empty() && !line.starts_with("[logcat: ")) {  // how long it took
      if (unread_++ == 0) unread_at_ = at;
    }
  }

  void end(std::uint64_t begins) {
    const bool absent = may_be_absent(file_.path) && read_ == 0;
    if (read_ == 0 && !absent) out_.gap(begins, "no line of a log can be read");
    if (read_ > 0 && unread_ > 0)
      out_.gap(unread_at_, "lines that are no lines of a log: " + std::to_string(unread_));
    if (no_year_) out_.gap(*no_year_, "the year of the lines is not known");
  }

 private:
  Moment when(std::uint64_t at, const LogcatLine& l) {
    Moment out{.time = l.time, .shown = std::string(l.shown)};
    if (l.clock == LogClock::no_zone) out = moment(file_, l.shown);
    if (l.clock == LogClock::no_year) out = times_.moment(l.shown);
    if (l.clock == LogClock::no_year && !out.time && !no_year_) no_year_ = at;
    return out;
  }

  void put(std::uint64_t at, const LogcatLine& l, const LogEvent& event) {
    const Moment m = when(at, l);
    out_.row<kFields>(at, m.time, m.text(), event.what, event.process, event.package, event.path,
                      some(l.tag), some(l.text), std::string_view(&l.priority, 1), some(l.user),
                      l.pid, l.tid, some(buffer_));
  }

  const File& file_;
  Rows& out_;
  YearlessTimes times_;
  std::string buffer_;
  std::uint64_t read_ = 0, unread_ = 0, unread_at_ = 0;
  std::optional<std::uint64_t> no_year_;  // where it is missed first
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_logcat) = {
    .id = "android_logcat",
    .title = "Log of the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
