// The phone's own diary of crashes, restarts and errors, of the last days.
//
//   Drop box contents: 999 entries
//   2026-01-08 15:29:53 data_app_crash (text, 3923 bytes)
//       Process: com.x/PID: 3330/UID: 10106/Flags: 0x30c8be4 ...
// Source: AOSP services/core com.android.server.DropBoxManagerService (dumpLocked).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:dropbox"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"tag", Kind::text, "what sort of entry: data_app_crash, SYSTEM_TOMBSTONE, SYSTEM_BOOT"},
    {"kept", Kind::text, "what was kept of it"},
    {"process", Kind::process, "the program that it tells of"},
    {"text", Kind::content, "its first words"},
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (line.size() > 20 && line[4] == '-' && line[10] == ' ' && line[13] == ':') {
      put();
      at_ = at;
      head_ = line;
    } else if (line.starts_with(' ')) {
      if (!head_.empty() && text_.size() < kLongest) add_line(text_, trim(line));
    } else {
      put();
      found_ |= contains(line, "No entries");
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no entries are listed");
  }

 private:
  static constexpr std::size_t kLongest = 64 << 10;

  void put() {
    if (head_.empty()) return;
    found_ = true;
    const std::string_view head = head_;
    const Moment when = moment(file_, head.substr(0, 19));
    if (!when.time) out_.gap(at_, "an entry without a time");
    const std::string_view rest = trim(head.substr(19));
    const std::size_t blank = rest.find(' ');
    const std::string all = text_ + "/";
    const auto process = between(all, "Process: ", "/");
    const std::string kept(blank == std::string_view::npos ? "" : trim(rest.substr(blank)));
    out_.row<kFields>(at_, when.time, when.text(), rest.substr(0, blank), some(kept),
                      process == "unknown" ? std::nullopt : process, some(text_));
    head_.clear();
    text_.clear();
  }

  const File& file_;
  Rows& out_;
  std::string head_, text_;
  std::uint64_t at_ = 0;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_dropbox_entries) = {
    .id = "android_dropbox_entries",
    .title = "Crashes and restarts, as the phone noted them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the entry begins",
};

}  // namespace bridle
