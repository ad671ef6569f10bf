// Computers that may reach into the phone over USB, and when each last did.
//
//   debugging_manager={
//     connected_to_adb=true
//     user_keys=QAAAAF… user@host
//       QAAAAB… other@host
//     keystore=<?xml version='1.0' …?>
//     <adbKey key="QAAAAF… user@host" lastConnection="1578495537856" />
// Newer phones print the keystore as binary XML, of which only the keys are read. Source: AOSP
// services/core com.android.server.adb AdbDebuggingManager (dump).

#include <algorithm>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:adb"};

constexpr Field kFields[] = {
    {"key", Kind::text, "the computer's public key, Base64"},
    {"computer", Kind::content, "user and name of the computer, as it tells them"},
    {"last_connected", Kind::time, "when it last was connected"},
    {"list", Kind::text, "user_keys, or keystore"},
    {"connected", Kind::number, "1 if a computer was connected when the report was made"},
};

// A key of 2048 bits, as adb writes it, is 524 bytes: 700 signs of Base64 that begin like this.
constexpr std::string_view kStart = "QAAAA";
constexpr std::string_view kSigns =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
constexpr std::size_t kMostKeys = 10'000;

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    found_ |= text.starts_with("debugging_manager");
    if (const auto connected = flag_word(text, "connected_to_adb")) connected_ = connected;
    if (text.starts_with("user_keys=")) list_ = "user_keys";
    if (text.starts_with("keystore=")) list_ = "keystore";
    keys(at, text);
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no state of the debugging bridge");
  }

 private:
  // All keys of a line; between two of them stands what is told of the first.
  void keys(std::uint64_t at, std::string_view text) {
    for (std::size_t i = text.find(kStart); i != std::string_view::npos && count_ < kMostKeys;) {
      const std::size_t end = std::min(text.find_first_not_of(kSigns, i), text.size());
      const std::size_t next = text.find(kStart, end);
      const std::string_view rest = text.substr(end, next - end);
      const auto last = word(rest, "lastConnection");
      const auto ms = last ? number(*last) : std::nullopt;
      const std::string_view computer = trim(rest.substr(0, rest.find_first_of("\"<\n")));
      ++count_;
      out_.row<kFields>(at, text.substr(i, end - i), some(computer),
                        ms ? unix_milliseconds(*ms) : std::nullopt, list_, connected_);
      i = next;
    }
  }

  Rows& out_;
  std::optional<bool> connected_;
  std::string_view list_ = "user_keys";
  std::size_t count_ = 0;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_adb_keys) = {
    .id = "android_adb_keys",
    .title = "Computers that may debug the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
