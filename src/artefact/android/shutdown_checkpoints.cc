// Who switched the phone off or started it anew, and when.
//
//   Shutdown request from BINDER for reason userrequested at 2026-01-08 15:29:44.123 UTC
//   (epoch=1767886184123)                                         (in one line)
//   com.android.server.power.PowerManagerService.reboot
//   From process com.x (pid=1234)
// Source: AOSP services/core com.android.server.power ShutdownCheckPoints.

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpstate:SHUTDOWN CHECKPOINTS"};

constexpr Field kFields[] = {
    {"time", Kind::time, "when"},
    {"origin", Kind::text, "SYSTEM, BINDER (a program asked) or INTENT (an app asked)"},
    {"reason", Kind::text, "what for"},
    {"process", Kind::process, "the program that asked"},
    {"package", Kind::app, "the app that asked"},
    {"details", Kind::content, "how it came to it, one step a line"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (const auto request = after(text, "Shutdown request from ")) {
      put();
      found_ = true;
      at_ = at;
      request_ = *request;
    } else if (!request_.empty() && !text.empty() && details_.size() < kLongest) {
      add_line(details_, text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no request to shut down");
  }

 private:
  static constexpr std::size_t kLongest = 64 << 10;

  void put() {
    if (request_.empty()) return;
    const std::string_view text = request_;
    const auto epoch = between(text, "(epoch=", ")");
    const auto ms = epoch ? number(*epoch) : std::nullopt;
    if (!ms) out_.gap(at_, "a request without its time");
    const auto reason = between(text, " for reason ", " at ");
    const std::string all = details_ + "\n";
    out_.row<kFields>(at_, ms ? unix_milliseconds(*ms) : std::nullopt,
                      text.substr(0, text.find(' ')), reason ? some(*reason) : std::nullopt,
                      between(all, "From process ", " (pid"), between(all, "Package: ", "\n"),
                      some(details_));
    request_.clear();
    details_.clear();
  }

  Rows& out_;
  std::string request_, details_;
  std::uint64_t at_ = 0;
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_shutdown_checkpoints) = {
    .id = "android_shutdown_checkpoints",
    .title = "Requests to switch the phone off",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the request begins",
};

}  // namespace bridle
