// What the kernel logged: USB devices that were plugged in, programs that it ended, its own crash.
//
// "[12345.678901] text", with the level before ("<6>[…]") and the processor or the caller behind it
// ("[…][ T1234] text") on some phones; also the log before the last boot. There is no wall clock
// in it: times are seconds since the phone was started.

#include <charconv>

#include "artefact/artefact.h"
#include "base/text.h"
#include "format/lines.h"

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

Result<void> parse(const File& file, Rows& out) {
  Lines lines(*file.content);
  if (file.content->size() == 0) return fail(Errc::truncated, "the log is empty");
  while (const auto line = lines.next()) {
    if (out.stopped()) return {};
    if (is_frame(*line)) continue;
    // Lines without a stamp go on with what the line before says.
    const Line l = read(*line).value_or(Line{.level = {}, .text = *line});
    const auto device = usb_device(l.text);
    out.row<kFields>(file.begins + lines.at(),
                     l.text.data() == line->data() ? std::nullopt : std::optional(l.uptime),
                     l.level, l.text, device);
  }
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
