// Which app is the assistant: it hears the microphone and sees the screen.
//
//   VOICE INTERACTION MANAGER (dumpsys voiceinteraction)
//     mEnableService: true
//     mUser=0
//     mComponent=com.x/.Listen                        or (No active implementation)
//     Session service=ComponentInfo{com.x/com.x.Session}
//     mBound=true mService=…
// Source: AOSP services/voiceinteraction VoiceInteractionManagerServiceImpl (dumpLocked).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:voiceinteraction"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its part"},
    {"user", Kind::number, "whose phone or profile"},
    {"bound", Kind::number, "1 if it ran when the report was made"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    nobody_ |= text == "(No active implementation)";
    if (text.starts_with("mUser=")) user_ = number_word(text, "mUser");
    if (text.starts_with("mBound=") && !bound_) bound_ = flag_word(text, "mBound");
    const auto component = after(text, "mComponent=");
    if (!component || !component_.empty()) return;
    at_ = at;
    component_ = component->substr(0, component->find(' '));
  }

  void end(std::uint64_t begins) {
    if (component_.empty() && !nobody_)
      out_.gap(begins, "it does not say which app is the assistant");
    if (component_.empty()) return;
    if (!package_of(component_)) out_.gap(at_, "an assistant without its app");
    out_.row<kFields>(at_, package_of(component_), some(component_), user_,
                      bound_ ? std::optional<std::int64_t>(*bound_) : std::nullopt);
  }

 private:
  Rows& out_;
  std::string component_;
  std::optional<std::int64_t> user_;
  std::optional<bool> bound_;
  std::uint64_t at_ = 0;
  bool nobody_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_voice_interaction) = {
    .id = "android_voice_interaction",
    .title = "Assistant",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
