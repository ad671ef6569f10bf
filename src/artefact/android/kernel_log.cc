// What the kernel logged: USB devices that were plugged in, programs that it ended, its own crash.
//
// "[12345.678901] text", with the level before ("<6>[…]") and the processor or the caller behind it
// ("[…][ T1234] text") on some phones; also the log before the last boot. There is no wall clock
// in it: times are seconds since the phone was started. Where the phone takes it from its own log
// (`logcat -b kernel`, format/logcat.h), there is a wall clock and no seconds.

#include <charconv>

#include "artefact/dump_text.h"
#include "base/text.h"
#include "format/lines.h"
#include "format/logcat.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "dumpstate:KERNEL LOG",          "dumpstate:LAST KMSG",
    "dumpstate:LAST KERNEL LOG",     "androidqf:logs/proc/kmsg",
    "androidqf:logs/proc/last_kmsg", "androidqf:logs/sys/fs/pstore/console-ramoops*",
    "bugreport:FS/sys/fs/pstore/*",  "sys/fs/pstore/console-ramoops*",
};

constexpr Field kFields[] = {
    {"uptime", Kind::real, "seconds since the phone was started"},
    {"level", Kind::number, "urgency: 0 emergency to 7 debugging, where it stands there"},
    {"text", Kind::content, "what was logged"},
    {"usb_device", Kind::text, "vendor and product number of a USB device that was found"},
    {"time", Kind::time, "when, where the phone's clock was logged"},
    {"shown", Kind::text, "the same as the phone showed it"},
};

// "04f2:b071" of "…New USB device found, idVendor=04f2, idProduct=b071, …".
std::optional<std::string> usb_device(std::string_view text) {
  if (!contains(text, "New USB device found")) return {};
  const auto word = [&](std::string_view name) {
    const auto at = text.find(name);
    if (at == std::string_view::npos) return std::string();
    const auto rest = text.substr(at + name.size());
    return lower(rest.substr(0, rest.find_first_of(", ")));
  };
  return word("idVendor=") + ":" + word("idProduct=");
}

struct Line {
  std::optional<std::int64_t> level;
  double uptime = 0;
  std::string_view text;
};

std::optional<Line> read(std::string_view line) {
  Line out;
  if (const auto level = between(line, "<", ">"); line.starts_with('<') && level) {
    out.level = number(*level);
    line.remove_prefix(level->size() + 2);
  }
  if (!line.starts_with('[')) return {};
  const auto end = line.find(']');
  if (end == std::string_view::npos) return {};
  const auto stamp = trim(line.substr(1, end - 1));
  const auto parsed = std::from_chars(stamp.data(), stamp.data() + stamp.size(), out.uptime);
  if (parsed.ec != std::errc() || parsed.ptr != stamp.data() + stamp.size()) return {};
  out.text = trim(line.substr(end + 1));
  return out;
}

bool is_frame(std::string_view line) {
  return trim(line).empty() || line.starts_with("---") || line.starts_with("==");
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    if (is_frame(line)) return;
    if (const auto logged = read_logcat_line(line)) return put(at, line, *logged);
    // Lines without a stamp go on with what the line before says.
    const Line l = read(line).value_or(Line{.level = {}, .text = line});
    const bool stamped = l.text.data() != line.data();
    out_.row<kFields>(at, stamped ? std::optional(l.uptime) : std::nullopt, l.level, l.text,
                      usb_device(l.text), std::nullopt, std::nullopt);
  }

  void end(std::uint64_t at) {
    if (no_year_) out_.gap(at, "the year of the lines is not known");
  }

 private:
  // The text from the tag on: the kernel writes none, and logcat takes its first word for one.
  void put(std::uint64_t at, std::string_view line, const LogcatLine& l) {
    const std::string_view first = l.tag.empty() ? l.text : l.tag;
    const auto begin = static_cast<std::size_t>(first.data() - line.data());
    const Moment when = l.clock == LogClock::no_year ? times_.moment(l.shown)
                        : l.time                     ? Moment{l.time, std::string(l.shown)}
                                                     : moment(file_, l.shown);
    no_year_ |= l.clock == LogClock::no_year && !when.time;
    const std::string_view text = line.substr(std::min(begin, line.size()));
    out_.row<kFields>(at, std::nullopt, level_of(l.priority), text, usb_device(text), when.time,
                      when.text());
  }

  // logd makes these out of the kernel's levels; of two that become one, the more urgent is taken.
  static std::optional<std::int64_t> level_of(char priority) {
    const std::size_t at = std::string_view("F..EWI.D").find(priority);
    return at == std::string_view::npos ? std::nullopt
                                        : std::optional(static_cast<std::int64_t>(at));
  }

  const File& file_;
  Rows& out_;
  YearlessTimes times_;
  bool no_year_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  Lines lines(*file.content);
  if (file.content->size() == 0) return fail(Errc::truncated, "the log is empty");
  Reader reader(file, out);
  while (const auto line = lines.next()) {
    if (out.stopped()) return {};
    reader.line(file.begins + lines.at(), *line);
  }
  reader.end(file.begins);
  if (lines.problem()) return std::unexpected(*lines.problem());
  return {};
}

}  // namespace

ARTEFACT(android_kernel_log) = {
    .id = "android_kernel_log",
    .title = "Kernel log",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .row = "byte at which the line begins",
};

}  // namespace bridle
