// Which app recorded sound, and when: the last fifty begins and ends.
//
//   Events log: recording activity received by AudioService       "Audio event log:" until 12
//   01-08 15:29:44:123 rec start riid:23 uid:10123 session:25 src:MIC not silenced pack:com.x
// The year is missing. Source: AOSP services/core com.android.server.audio
// RecordingActivityMonitor (RecordingEvent), EventLogger.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:audio"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"what", Kind::text, "start, stop, update or release"},
    {"package", Kind::app, "the app"},
    {"uid", Kind::number, "its user id"},
    {"source", Kind::text, "what was recorded: MIC, VOICE_CALL and so on"},
    {"silenced", Kind::number, "1 if the app got silence instead"},
    {"session", Kind::number, "number that begin and end share"},
};

MaybeText colon_word(std::string_view text, std::string_view key) {
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  const std::string_view value = text.substr(at + key.size());
  return some(value.substr(0, value.find(' ')));
}

std::optional<std::int64_t> colon_number(std::string_view text, std::string_view key) {
  const auto value = colon_word(text, key);
  return value ? number(*value) : std::nullopt;
}

class Reader {
 public:
  Reader(const File& file, Rows& out) : out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (contains(text, "vents log: ") || contains(text, "event log: ")) {
      log_ = contains(text, "recording activity received");
      found_ |= log_;
    } else if (log_ && text.size() > 22 && text.substr(18, 5) == " rec ") {
      event(at, text);
    } else if (!text.empty() && !is_digit(text[0])) {
      log_ = false;
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no log of recordings");
  }

 private:
  void event(std::uint64_t at, std::string_view text) {
    std::string shown(text.substr(0, 18));
    shown[14] = '.';
    Moment when = times_.moment(shown);
    when.shown = text.substr(0, 18);
    if (!when.time) out_.gap(at, "a recording whose year is not known");
    const std::string_view rest = text.substr(23);
    const bool silenced = contains(rest, " silenced") && !contains(rest, "not silenced");
    out_.row<kFields>(at, when.time, when.text(), rest.substr(0, rest.find(' ')),
                      colon_word(rest, " pack:"), colon_number(rest, " uid:"),
                      colon_word(rest, " src:"), silenced, colon_number(rest, " session:"));
  }

  Rows& out_;
  YearlessTimes times_;
  bool log_ = false;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_audio_recordings) = {
    .id = "android_audio_recordings",
    .title = "Recordings of sound",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
