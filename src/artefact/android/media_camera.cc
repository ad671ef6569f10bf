// Which app opened the camera, and when: several sessions back.
//
//   == Camera service events log (most recent at top): ==
//     01-08 15:29:44 : CONNECT device 0 client for package com.x (PID 1234)
//     01-08 15:29:40 : USER_SWITCH previous allowed user IDs: <None>, current allowed user IDs: 0
// The year is missing. Source: AOSP frameworks/av services/camera libcameraservice CameraService
// (logConnected, logDisconnected, logEvent).

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:media.camera"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"shown", Kind::text, "the same as the phone showed it"},
    {"what", Kind::text, "CONNECT, DISCONNECT, REJECTED, DIED, EVICTED, USER_SWITCH, ADD, REMOVE"},
    {"package", Kind::app, "the app"},
    {"pid", Kind::number, "number of its process"},
    {"camera", Kind::text, "which camera"},
    {"text", Kind::content, "the line"},
};

class Reader {
 public:
  Reader(const File& file, Rows& out) : out_(out), times_(file) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text.starts_with("== ")) {
      log_ = text.starts_with("== Camera service events log");
    } else if (log_ && !text.empty()) {
      event(at, text);
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "no events of the camera service");
  }

 private:
  // "01-08 15:29:44 : CONNECT device 0 client for package com.x (PID 1234)"
  void event(std::uint64_t at, std::string_view text) {
    found_ |= text == "[no events yet]";
    const std::size_t colon = text.find(" : ");
    if (colon == std::string_view::npos || !is_digit(text[0])) return;
    found_ = true;
    const Moment when = times_.moment(text.substr(0, colon));
    if (!when.time) out_.gap(at, "an event whose year is not known");
    const std::string_view rest = text.substr(colon + 3);
    const std::size_t package = rest.find("for package ");
    const std::string_view app = package == std::string_view::npos ? "" : rest.substr(package + 12);
    const std::size_t device = rest.find("device ");
    const std::string_view camera = device == std::string_view::npos ? "" : rest.substr(device + 7);
    const std::size_t pid = rest.find("PID ");
    const std::string_view digits = pid == std::string_view::npos ? "" : rest.substr(pid + 4);
    out_.row<kFields>(at, when.time, when.text(), rest.substr(0, rest.find(' ')),
                      some(app.substr(0, app.find_first_of(" ,("))),
                      number(digits.substr(0, digits.find_first_not_of("0123456789"))),
                      some(camera.substr(0, camera.find_first_of(" ,"))), rest);
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

ARTEFACT(android_media_camera) = {
    .id = "android_media_camera",
    .title = "Use of the camera",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
