// Whether the owner had switched off camera and microphone for all apps, and when that changed
// last.
//
//   SENSOR PRIVACY MANAGER STATE (dumpsys sensor_privacy):
//   {
//     users=[
//       {
//         user_id=0
//         sensors=[
//           {
//             sensor=1                          1 microphone, 2 camera
//             toggles=[
//               {
//                 toggle_type=1                 1 by software, 2 a switch of the phone
//                 state_type=1                  1 switched off, 2 apps may use it
//                 last_change=1767884184123
// Android 12: is_enabled=true where the sensor is switched off, without a time; up to Android 10
// nothing at all. Source: AOSP services/core com.android.server.sensorprivacy PersistedState
// (dump).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:sensor_privacy"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was switched last"},
    {"sensor", Kind::text, "microphone, camera or the number of another"},
    {"off", Kind::number, "1 if no app could use it"},
    {"toggle", Kind::text, "software, or hardware"},
    {"user", Kind::number, "whose phone or profile"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text.empty()) return;
    any_ = true;
    closed_ = line == "}";
    const std::size_t sign = text.find('=');
    if (sign == std::string_view::npos) {
      if (text.starts_with('}')) put();
      return;
    }
    member(at, text.substr(0, sign), text.substr(sign + 1));
  }

  void end(std::uint64_t begins) {
    put();
    if (any_ && !closed_) out_.gap(begins, "the state of the sensors has no end");
  }

 private:
  void member(std::uint64_t at, std::string_view name, std::string_view value) {
    // The state of all sensors stands in front, in no brackets of its own.
    if (name == "user_id" || name == "sensor") put();
    if (name == "user_id") user_ = number(value);
    if (name == "sensor") sensor_ = value == "1" ? "microphone" : value == "2" ? "camera" : value;
    if (name == "toggle_type") toggle_ = value == "1" ? "software" : value == "2" ? "hardware" : "";
    if (name == "last_change") changed_ = number(value);
    if (name != "state_type" && name != "is_enabled") return;
    off_ = value == "1" || value == "true";
    at_ = at;
  }

  // At the end of a toggle, or of a sensor that has none. What is told of no sensor is that of all.
  void put() {
    if (!off_) return;
    out_.row<kFields>(at_, changed_ ? unix_milliseconds(*changed_) : std::nullopt, some(sensor_),
                      *off_, some(toggle_), user_);
    off_ = {};
    changed_ = {};
    toggle_.clear();
  }

  Rows& out_;
  std::string sensor_, toggle_;
  std::optional<std::int64_t> user_, changed_, off_;
  std::uint64_t at_ = 0;
  bool any_ = false, closed_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  if (file.content->size() == 0) return fail(Errc::truncated, "the text is empty");
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_sensor_privacy) = {
    .id = "android_sensor_privacy",
    .title = "Camera and microphone switched off",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the state stands",
};

}  // namespace bridle
