// Programs that stopped answering, and where they stood: one that is being attacked, or that
// watches in secret, often hangs. In VM TRACES JUST NOW stand those that ran when the report was
// made.
//
//   Subject: Input dispatching timed out (…)                 since Android 11
//   ----- pid 28426 at 2026-01-08 16:01:15[.123456789+0100] -----
//   Cmd line: com.x
//   "main" prio=5 tid=1 Native
//     | group="main" sCount=1 …
//     native: #00 pc 000cee94  /system/lib64/libc.so (__ioctl+4)
//     at com.x.Main.onCreate(Main.java:5)
//   (blank line)                                             ends the thread
//   ----- end 28426 -----
// Source: AOSP art/runtime/signal_catcher.cc, thread_list.cc; com.android.server.am
// ProcessErrorStateRecord.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "dumpstate:VM TRACES*",
    "bugreport:FS/data/anr/*",
    "androidqf:logs/data/anr/*",
    "data/anr/*",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"process", Kind::process, "the program"},
    {"pid", Kind::number, "number of its process"},
    {"reason", Kind::content, "why it was looked at, in the phone's words"},
    {"frames", Kind::content, "where its first thread stood, the innermost first, one a line"},
};

constexpr std::size_t kMostFrames = 8 << 10;  // bytes

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (line.starts_with("----- pid ")) {
      put();
      begin(at, text);
    } else if (line.starts_with("----- end ")) {
      put();
    } else if (const auto subject = after(line, "Subject: ")) {
      reason_ = *subject;
    } else if (const auto command = after(line, "Cmd line: "); command && open_) {
      process_ = *command;
    } else if (open_) {
      frame(text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no program is named");
  }

 private:
  // "----- pid 28426 at 2026-01-08 16:01:15 -----"
  void begin(std::uint64_t at, std::string_view text) {
    at_ = at;
    open_ = true;
    pid_ = number(between(text, "pid ", " at ").value_or(""));
    shown_ = between(text, " at ", " -----").value_or("");
    if (!pid_ || shown_.empty()) out_.gap(at, "the head of a trace that cannot be read");
  }

  // The first thread is the main one, but in native programs, which do not name it.
  void frame(std::string_view text) {
    if (text.starts_with('"')) {
      if (!frames_.empty()) done_ = true;
      return;
    }
    const bool frame = text.starts_with("at ") || text.starts_with("#") ||
                       text.starts_with("native: #") || text.starts_with("- ");
    if (frame && !done_ && frames_.size() < kMostFrames) add_line(frames_, text);
  }

  void put() {
    if (open_ && (pid_ || !process_.empty())) {
      found_ = true;
      const Moment when = moment(file_, shown_);
      const bool zoned = shown_.find_last_of("+-") > 10 && shown_.size() > 24;
      out_.row<kFields>(at_, zoned ? parse_time(shown_) : when.time, when.text(), some(process_),
                        pid_, some(reason_), some(frames_));
    }
    if (open_) reason_.clear();  // it is about the first program: the others only stand by
    open_ = done_ = false;
    pid_ = {};
    shown_.clear();
    process_.clear();
    frames_.clear();
  }

  const File& file_;
  Rows& out_;
  std::string shown_, process_, reason_, frames_;
  std::optional<std::int64_t> pid_;
  std::uint64_t at_ = 0;
  bool open_ = false, done_ = false;  // a program is read; its first thread has been
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_anr) = {
    .id = "android_anr",
    .title = "Programs that stopped answering",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the program's part begins",
};

}  // namespace bridle
