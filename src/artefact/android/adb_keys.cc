// Computers that may reach into the phone over USB, and when each last did.
//
//   debugging_manager={
//     connected_to_adb=true
//     user_keys=QAAAAF… user@host
//       QAAAAB… other@host
//     keystore=<?xml version='1.0' …?>
//     <adbKey key="QAAAAF… user@host" lastConnection="1578495537856" />
// On a full file system: data/misc/adb/adb_keys, a key in each line, and adb_temp_keys.xml:
//   <keyStore version="1"><adbKey key="QAAAAF… user@host" lastConnection="1578495537856"/>
//     <wifiAP bssid="02:00:00:00:00:00"/></keyStore>
// binary since Android 12. Dumps print that as text, which spoils it: every byte from 80 on becomes
// U+FFFD, so that the keys can be read and their times cannot. Source: AOSP services/core
// com.android.server.adb AdbDebuggingManager (dump, AdbKeyStore).

#include <algorithm>

#include "artefact/dump_text.h"
#include "artefact/xml_events.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "dumpsys:adb",
    "data/misc/adb/adb_keys",
    "data/misc/adb/adb_temp_keys.xml",
};

constexpr Field kFields[] = {
    {"key", Kind::text, "the computer's public key, Base64"},
    {"computer", Kind::content, "user and name of the computer, as it tells them"},
    {"last_connected", Kind::time, "when it last was connected"},
    {"list", Kind::text, "user_keys, or keystore"},
    {"network", Kind::content, "address of a Wi-Fi in which no cable is needed"},
    {"connected", Kind::number, "1 if a computer was connected when the report was made"},
};

// A key of 2048 bits, as adb writes it, is 524 bytes: 700 signs of Base64 that begin like this.
constexpr std::string_view kStart = "QAAAA";
constexpr std::string_view kSigns =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
constexpr std::size_t kMostKeys = 10'000;

// "QAAAAF… user@host"
struct Computer {
  std::string_view key, name;
};
Computer computer_of(std::string_view text) {
  if (!text.starts_with(kStart)) return {.key = {}, .name = text};
  const std::size_t end = std::min(text.find_first_not_of(kSigns), text.size());
  return {.key = text.substr(0, end), .name = trim(text.substr(end))};
}

// The keystore, read as what it is; `base` is where it begins.
class Keystore {
 public:
  Keystore(std::uint64_t base, std::optional<bool> connected, Rows& out)
      : base_(base), connected_(connected), out_(out) {}

  void event(const XmlEvent& e) {
    found_ |= e.starts("keyStore") || e.starts("adbKey");
    if (e.starts("adbKey")) {
      const Computer c = computer_of(e["key"].value_or(""));
      if (c.key.empty()) out_.gap(base_ + e.at, "a computer without its key");
      out_.row<kFields>(base_ + e.at, some(c.key), some(c.name),
                        milliseconds_of(e, "lastConnection"), "keystore", std::nullopt, connected_);
    }
    if (e.starts("wifiAP"))
      out_.row<kFields>(base_ + e.at, std::nullopt, std::nullopt, std::nullopt, "keystore",
                        e["bssid"], connected_);
  }

  void end() {
    if (!found_) out_.gap(base_, "no keystore");
  }

 private:
  std::uint64_t base_;
  std::optional<bool> connected_;
  Rows& out_;
  bool found_ = false;
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text == "{" || text.ends_with("={")) ++depth_;
    if (text == "}") --depth_;
    if (done_) return;
    found_ |= text.starts_with("debugging_manager") || text.starts_with(kStart);
    if (const auto connected = flag_word(text, "connected_to_adb")) connected_ = connected;
    if (text.starts_with("user_keys=")) list_ = "user_keys";
    if (const auto store = after(text, "keystore=")) {
      list_ = "keystore";
      if (store->starts_with(kBinary) && binary(at, at + line.find(*store))) return;
    }
    keys(at, text);
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no state of the debugging bridge");
    if (depth_ > 0) out_.gap(begins, "the state of the debugging bridge ends early");
  }

 private:
  static constexpr std::string_view kBinary = "ABX";
  static constexpr std::uint64_t kLargest = 16 << 20;

  // Whether the keystore could be read whole; all that follows belongs to it.
  bool binary(std::uint64_t at, std::uint64_t place) {
    const auto bytes = file_.bytes(kLargest);
    const std::uint64_t from = place - file_.begins;
    if (!bytes || from > bytes->size()) return false;
    const Bytes document = bytes->subspan(static_cast<std::size_t>(from));
    AbxReader check(document, *file_.arena);
    auto event = check.next();
    while (event && *event) event = check.next();
    if (!event) {
      out_.gap(at, "the keystore was spoilt by printing it: when computers connected is lost");
      return false;
    }
    AbxReader xml(document, *file_.arena);
    Keystore store(place, connected_, out_);
    for (event = xml.next(); event && *event; event = xml.next()) store.event(**event);
    store.end();
    done_ = true;
    return true;
  }

  // All keys of a line; between two of them stands what is told of the first.
  void keys(std::uint64_t at, std::string_view text) {
    for (std::size_t i = text.find(kStart); i != std::string_view::npos && count_ < kMostKeys;) {
      const std::size_t end = std::min(text.find_first_not_of(kSigns, i), text.size());
      const std::size_t next = text.find(kStart, end);
      const std::string_view rest = text.substr(end, next - end);
      const auto last = word(rest, "lastConnection");
      const auto ms = last ? number(*last) : std::nullopt;
      ++count_;
      out_.row<kFields>(at, text.substr(i, end - i), some(name_of(rest)),
                        ms ? unix_milliseconds(*ms) : std::nullopt, list_, std::nullopt,
                        connected_);
      i = next;
    }
  }

  // Up to the end of its text; in a spoilt keystore a token follows, or what it became.
  static std::string_view name_of(std::string_view rest) {
    const auto is_end = [](char c) { return c == '"' || c == '<' || (c >= 0 && c < ' '); };
    const auto end = std::ranges::find_if(rest, is_end);
    const std::string_view name(rest.begin(), end);
    return trim(name.substr(0, name.find("\xef\xbf\xbd")));
  }

  const File& file_;
  Rows& out_;
  std::optional<bool> connected_;
  std::string_view list_ = "user_keys";
  std::size_t count_ = 0;
  bool found_ = false;
  int depth_ = 0;      // of braces
  bool done_ = false;  // what follows was read
};

Result<void> parse(const File& file, Rows& out) {
  if (file.path.ends_with("adb_temp_keys.xml"))
    return read_xml_events(file, Keystore(0, std::nullopt, out));
  return read_dump(file, Reader(file, out));
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
    .row = "byte at which the line, or the entry of a keystore begins",
};

}  // namespace bridle
