// The phone's settings, who wrote each and how it changed: protections that were switched off.
//
// settings_{system,secure,global}.txt of AndroidQF: name=value. dumpsys settings:
//   GLOBAL SETTINGS (user 0)
//   _id:65 name:adb_enabled pkg:android value:1 [default:0 defaultSystemSet:true] [tag:x]
//     History (2):                                    on some phones
//       time:01-08 15:31:26.808 mode:… oldValue:0 newValue:1 package:com.x
//
//   Historical operations
//   2026-01-08 15:30:11 update adb_enabled
// Values may hold blanks and go on over several lines. Source: AOSP packages/SettingsProvider
// SettingsProvider (dumpSettingsLocked), SettingsState.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "androidqf:settings_*.txt",
    "dumpsys:settings",
};

constexpr Field kFields[] = {
    {"namespace", Kind::text, "system, secure, global or config"},
    {"name", Kind::text, "name of the setting; empty if an operation is not about one"},
    {"value", Kind::content, "its value; of a change the new one"},
    {"old_value", Kind::content, "of a change, the value before"},
    {"package", Kind::app, "the app that wrote it"},
    {"default", Kind::content, "the value that a reset brings back"},
    {"system_default", Kind::number, "1 if the system set that value"},
    {"tag", Kind::text, "what the app wrote it for"},
    {"user", Kind::number, "whose setting it is"},
    {"time", Kind::time, "of a change or an operation, when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"operation", Kind::text, "change, update, insert, delete, reset, persist and so on"},
};

constexpr std::size_t kLongest = 1 << 20;  // of a value

// The part behind " key:" up to the next of the keys that stands in the text; keys are in order.
template <std::size_t n>
MaybeText part(std::string_view text, const std::string_view (&keys)[n], std::size_t which) {
  const std::size_t at = text.find(keys[which]);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + keys[which].size());
  std::size_t end = rest.size();
  for (std::size_t i = which + 1; i < n; ++i) end = std::min(end, rest.find(keys[i]));
  const std::string_view value = rest.substr(0, end);
  return value == "{null}" ? std::nullopt : some(value);
}

constexpr std::string_view kRecord[] = {"_id:",
                                        " name:",
                                        " pkg:",
                                        " value:",
                                        " default:",
                                        " defaultSystemSet:",
                                        " tag:",
                                        " isValuePreservedInRestore:",
                                        " notPreservedInRestore"};
constexpr std::string_view kChange[] = {"time:", " mode:", " oldValue:", " newValue:", " package:"};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    if (heading(line)) return;
    if (space_.empty()) return;
    const std::string_view text = trim(line);
    if (line.starts_with("_id:")) return begin(at, line);
    if (text.starts_with("History (")) return put();
    if (text.starts_with("time:")) return change(at, text);
    if (text.empty() || text == "Historical operations") return put();
    if (!record_.empty()) {
      if (record_.size() < kLongest) add_line(record_, line);
    } else {
      operation(at, text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no settings are listed");
  }

 private:
  // "GLOBAL SETTINGS (user 0)"
  bool heading(std::string_view line) {
    const auto user = between(line, " SETTINGS (user ", ")");
    if (!user || line.starts_with(' ') || line.starts_with('_')) return false;
    put();
    space_ = lower(line.substr(0, line.find(' ')));
    user_ = number(*user);
    return true;
  }

  void begin(std::uint64_t at, std::string_view line) {
    put();
    found_ = true;
    at_ = at;
    record_ = line;
  }

  void put() {
    const std::string record = std::move(record_);
    record_.clear();
    if (record.empty()) return;
    const auto name = name_ = std::string(part(record, kRecord, 1).value_or(""));
    if (name.empty()) return out_.gap(at_, "a setting without its name");
    const auto system = part(record, kRecord, 5);
    out_.row<kFields>(at_, space_, name, part(record, kRecord, 3), std::nullopt,
                      part(record, kRecord, 2), part(record, kRecord, 4),
                      system ? std::optional<std::int64_t>(*system == "true") : std::nullopt,
                      part(record, kRecord, 6), user_, std::nullopt, std::nullopt, std::nullopt);
  }

  void change(std::uint64_t at, std::string_view text) {
    put();
    const Moment when = times_.moment(trim(part(text, kChange, 0).value_or("")));
    out_.row<kFields>(at, space_, some(name_), part(text, kChange, 3), part(text, kChange, 2),
                      part(text, kChange, 4), std::nullopt, std::nullopt, std::nullopt, user_,
                      when.time, when.text(), "change");
  }

  // "2026-01-08 15:30:11 update adb_enabled"
  void operation(std::uint64_t at, std::string_view text) {
    if (text.size() < 20 || text[4] != '-' || text[13] != ':') return;
    const Moment when = moment(file_, text.substr(0, 19));
    const std::string_view what = trim(text.substr(19));
    const std::size_t blank = what.find(' ');
    const auto name =
        blank == std::string_view::npos ? std::nullopt : some(trim(what.substr(blank)));
    out_.row<kFields>(at, space_, name, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt, std::nullopt, user_, when.time, when.text(),
                      what.substr(0, blank));
  }

  const File& file_;
  Rows& out_;
  YearlessTimes times_;
  std::string space_, record_, name_;
  std::optional<std::int64_t> user_;
  std::uint64_t at_ = 0;
  bool found_ = false;
};

// name=value; a value may go on over several lines.
class List {
 public:
  List(const File& file, Rows& out) : out_(out) {
    const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
    space_ = name.substr(9, name.rfind('.') - 9);
  }

  void line(std::uint64_t at, std::string_view line) {
    const std::size_t sign = line.find('=');
    if (sign == 0 || (sign == std::string_view::npos && name_.empty())) {
      if (!trim(line).empty()) out_.gap(at, "a line that is no setting");
    } else if (sign == std::string_view::npos) {
      if (value_.size() < kLongest) add_line(value_, line);
    } else {
      put();
      at_ = at;
      name_ = line.substr(0, sign);
      value_ = line.substr(sign + 1);
    }
  }

  void end(std::uint64_t begins) {
    if (name_.empty()) out_.gap(begins, "no settings are listed");
    put();
  }

 private:
  void put() {
    if (name_.empty()) return;
    out_.row<kFields>(at_, space_, name_, some(value_), std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                      std::nullopt);
  }

  Rows& out_;
  std::string space_, name_, value_;
  std::uint64_t at_ = 0;
};

Result<void> parse(const File& file, Rows& out) {
  if (file.path.substr(file.path.rfind('/') + 1).starts_with("settings_"))
    return read_dump(file, List(file, out));
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_settings) = {
    .id = "android_settings",
    .title = "Settings of the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the line begins",
};

}  // namespace bridle
