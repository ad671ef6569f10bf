// How apps came to the phone since it was started: who asked, and from which page a file was
// downloaded.
//
//   Active install sessions:                          and "Historical" or "Finalized …"
//     Session 1587917642:                             or "Finalized Session", "… Child Session"
//       userId=14 mOriginalInstallerUid=1410028 installerPackageName=com.x
//       createdMillis=1719595345907 appPackageName=com.y originatingUri=https://…
//       referrerUri=https://… mFinalStatus=1 …
// Lines are broken behind about 120 characters, in the middle of words: a line that does not end
// with a blank goes on in the next. Source: AOSP services/core com.android.server.pm
// PackageInstallerSession (dumpLocked), IndentingPrintWriter.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:package"};

constexpr Field kFields[] = {
    {"created", Kind::time, "when the installation was asked for"},
    {"updated", Kind::time, "when it last changed"},
    {"committed", Kind::time, "when it was confirmed"},
    {"session", Kind::number, "its number"},
    {"list", Kind::text, "active, historical or finalized"},
    {"package", Kind::app, "the app"},
    {"label", Kind::content, "its name for the owner"},
    {"installer", Kind::text, "app that installed it"},
    {"initiating", Kind::text, "app that asked for it"},
    {"originating", Kind::text, "app that the file came from"},
    {"url", Kind::url, "where the file came from"},
    {"referrer", Kind::url, "page that led there"},
    {"user", Kind::number, "for whom"},
    {"staged", Kind::path, "where the files were put before"},
    {"source", Kind::number, "0 not told, 1 other, 2 store, 3 local file, 4 downloaded file"},
    {"reason", Kind::number, "0 none, 1 policy, 2 restored, 3 set-up, 4 user, 5 roll-back"},
    {"status", Kind::number, "1 if it was done, 0 if it is open, else the number of an error"},
    {"message", Kind::content, "what went wrong"},
};

constexpr std::size_t kLongest = 256 << 10;  // of a session's text

// The value of "key=" up to the next blank: addresses hold all other signs.
MaybeText value(std::string_view text, std::string_view key) {
  const auto found = between(text, " " + std::string(key) + "=", " ");
  return found ? some(*found) : std::nullopt;
}

std::optional<std::int64_t> whole(std::string_view text, std::string_view key) {
  const auto found = value(text, key);
  return found ? number(*found) : std::nullopt;
}

std::optional<Time> milliseconds(std::string_view text, std::string_view key) {
  const auto ms = whole(text, key);
  return ms && *ms > 0 ? unix_milliseconds(*ms) : std::nullopt;
}

MaybeText either(MaybeText first, MaybeText second) {
  return first ? first : second;
}

// A text that may hold blanks, up to the next key.
MaybeText until(std::string_view text, std::string_view key, std::string_view next) {
  const auto found = between(text, " " + std::string(key) + "=", " " + std::string(next) + "=");
  return found ? some(trim(*found)) : std::nullopt;
}

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (!line.starts_with(' ') && !line.empty()) return heading(line);
    const std::string_view text = trim(line);
    if (list_.empty() || text.empty()) return;
    if (contains(text, "Session ") && text.ends_with(':')) return begin(at, text);
    if (session_ && text_.size() < kLongest) text_ += line.substr(indent(line));
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "neither packages nor installations are listed");
  }

 private:
  void heading(std::string_view line) {
    put();
    const std::size_t mark = line.find(" install sessions:");
    list_ = mark == std::string_view::npos ? "" : lower(line.substr(0, mark));
    found_ |= mark != std::string_view::npos || line.starts_with("Packages:");
  }

  void begin(std::uint64_t at, std::string_view text) {
    put();
    const std::size_t last = text.rfind(' ');
    session_ = number(text.substr(last + 1, text.size() - last - 2));
    if (!session_) return out_.gap(at, "the number of an installation cannot be read");
    at_ = at;
    text_ = " ";
  }

  void put() {
    if (!session_) return;
    text_ += ' ';
    const auto app = either(value(text_, "mAppPackageName"), value(text_, "mPackageName"));
    out_.row<kFields>(
        at_, milliseconds(text_, "createdMillis"), milliseconds(text_, "updatedMillis"),
        milliseconds(text_, "committedMillis"), session_, list_,
        either(value(text_, "appPackageName"), app), until(text_, "appLabel", "originatingUri"),
        either(value(text_, "installerPackageName"), value(text_, "mInstallerPackageName")),
        value(text_, "installInitiatingPackageName"), value(text_, "installOriginatingPackageName"),
        value(text_, "originatingUri"), value(text_, "referrerUri"), whole(text_, "userId"),
        value(text_, "stageDir"), whole(text_, "packageSource"), whole(text_, "installReason"),
        whole(text_, "mFinalStatus"), until(text_, "mFinalMessage", "params.isMultiPackage"));
    session_ = {};
    text_.clear();
  }

  Rows& out_;
  std::string list_;  // empty outside the lists
  std::string text_;  // of the session, with its lines put together
  std::optional<std::int64_t> session_;
  std::uint64_t at_ = 0;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_install_sessions) = {
    .id = "android_install_sessions",
    .title = "Installations since the phone was started",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the session begins",
};

}  // namespace bridle
