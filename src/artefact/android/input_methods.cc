// Keyboards that are installed, which of them are in use, and where they were shown last: a
// keyboard sees everything that is typed.
//
//   InputMethod #0:
//     mId=com.x/.Keys mSettingsActivityName=…
//       ServiceInfo:
//         uid=10103 flags=0x30c8be45 …
//         sourceDir=/data/app/com.x/base.apk
//   mCurMethodId=com.x/.Keys                              mSelectedMethodId since Android 12
//   mEnabledInputMethodsStrCache=com.x/.Keys:com.y/.Keys
//   StartInput #0:
//     time=2026-01-08 15:29:45.610 (timestamp=11965) reason=SESSION_CREATED_BY_IME …
//     imeToken=android.os.Binder@a8 [com.x/.Keys] …
//     targetWin=android.os.BinderProxy@4b [com.y] …
// Source: AOSP services/core com.android.server.inputmethod InputMethodManagerService (dump).

#include <string>
#include <vector>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:input_method"};

constexpr Field kFields[] = {
    {"what", Kind::text, "installed, or shown"},
    {"time", Kind::time, "when it was shown"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"package", Kind::app, "the app of the keyboard"},
    {"component", Kind::text, "the keyboard"},
    {"uid", Kind::number, "its user id"},
    {"apk", Kind::path, "where the app lies"},
    {"current", Kind::number, "1 if it was in use"},
    {"enabled", Kind::number, "1 if the owner may choose it, where that is told"},
    {"target", Kind::app, "app that it was shown in"},
    {"reason", Kind::text, "why it was shown"},
};

struct Keyboard {
  std::uint64_t at = 0;
  std::string id = {}, apk = {};
  std::optional<std::int64_t> uid = {};
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text.starts_with("InputMethod #")) {
      if (keyboards_.size() < kMost) keyboards_.push_back({.at = at});
      listing_ = keyboards_.size() < kMost;
    } else if (text.starts_with("Clients:") || text.starts_with("Client ")) {
      listing_ = false;
    } else if (listing_) {
      keyboard(keyboards_.back(), text);
    } else {
      state(at, text);
    }
  }

  void end(std::uint64_t begins) {
    for (const Keyboard& k : keyboards_) put(k);
    if (keyboards_.empty()) out_.gap(begins, "no keyboard is listed");
  }

 private:
  static constexpr std::size_t kMost = 10'000;

  static void keyboard(Keyboard& k, std::string_view text) {
    if (const auto id = word(text, "mId"); id && k.id.empty()) k.id = *id;
    if (const auto path = after(text, "sourceDir=")) k.apk = *path;
    if (text.starts_with("uid=")) k.uid = number_word(text, "uid");
  }

  void state(std::uint64_t at, std::string_view text) {
    for (const std::string_view key : {"mCurMethodId=", "mSelectedMethodId=", "selectedMethodId="})
      if (const auto id = after(text, key)) current_ = id->substr(0, id->find(' '));
    if (const auto all = after(text, "mEnabledInputMethodsStrCache=")) enabled_ = *all;
    if (text.starts_with("time=") && contains(text, "reason=")) {
      shown_at_ = at;
      shown_ = between(text, "time=", " (").value_or("");
      reason_ = word(text, "reason").value_or("");
    }
    if (text.starts_with("imeToken=")) id_ = between(text, "[", "]").value_or("");
    if (text.starts_with("targetWin=")) put_shown(between(text, "[", "]").value_or(""));
  }

  void put_shown(std::string_view target) {
    if (shown_.empty()) return;
    const Moment when = moment(file_, shown_);
    out_.row<kFields>(shown_at_, "shown", when.time, when.text(), package_of(id_), some(id_),
                      std::nullopt, std::nullopt, std::nullopt, std::nullopt, some(target),
                      some(reason_));
    shown_.clear();
  }

  void put(const Keyboard& k) {
    if (!package_of(k.id)) return out_.gap(k.at, "a keyboard without its name");
    const auto enabled = split(enabled_, ':');
    std::optional<std::int64_t> chosen;
    if (!enabled_.empty()) chosen = 0;
    for (const std::string_view one : enabled)
      if (one.substr(0, one.find(';')) == k.id) chosen = 1;
    out_.row<kFields>(k.at, "installed", std::nullopt, std::nullopt, package_of(k.id), some(k.id),
                      k.uid, some(k.apk), k.id == current_, chosen, std::nullopt, std::nullopt);
  }

  const File& file_;
  Rows& out_;
  std::vector<Keyboard> keyboards_;
  std::string current_, enabled_, id_, shown_, reason_;
  std::uint64_t shown_at_ = 0;
  bool listing_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_input_methods) = {
    .id = "android_input_methods",
    .title = "Keyboards",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the entry begins",
};

}  // namespace bridle
