// Services of apps that ran when the report was made: what listens, watches or waits in the
// background.
//
//   ACTIVITY MANAGER SERVICES (dumpsys activity services)
//     User 0 active services:
//     * ServiceRecord{54107b3 u0 com.x/com.x.Watcher}
//       intent={cmp=com.x/.Watcher}
//       packageName=com.x
//       processName=com.x:remote
//       baseDir=/data/app/com.x-1/base.apk
//       app=ProcessRecord{47b0170 1804:com.x:remote/u0a36}       null if its process is gone
//       isForeground=true foregroundId=1 …
//       createTime=-1m54s927ms startingBgTimeout=--
// Source: AOSP services/core com.android.server.am ActiveServices, ServiceRecord (dump).

#include <string>

#include "artefact/activity_part.h"
#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:activity"};

constexpr Field kFields[] = {
    {"component", Kind::text, "the service"},
    {"package", Kind::app, "its app"},
    {"process", Kind::process, "the process that it runs in, or ran in"},
    {"apk", Kind::path, "where the app lies"},
    {"pid", Kind::number, "number of the process, if it lives"},
    {"age_ms", Kind::number, "for how long it was there when the report was made"},
    {"foreground", Kind::number, "1 if it had to show a notification"},
    {"intent", Kind::content, "what it was started with"},
    {"user", Kind::number, "whose phone or profile"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (!part_.holds(line)) return put();
    const std::string_view text = trim(line);
    if (text.starts_with("* ServiceRecord{")) {
      put();
      open_ = listed_ = true;
      at_ = at;
      const std::string_view record = text.substr(0, text.find('}'));
      component_ = record.substr(record.rfind(' ') + 1);
      user_ = number(between(record, " u", " ").value_or(""));
    } else if (open_ && indent(line) <= 4) {
      member(text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!part_.any()) out_.gap(begins, "no part of what the activity manager tells");
    if (part_.found() && !listed_) out_.gap(begins, "no service is listed");
  }

 private:
  void member(std::string_view text) {
    if (text.starts_with("intent={")) intent_ = word(text, "intent").value_or("");
    if (const auto name = after(text, "packageName=")) package_ = *name;
    if (const auto name = after(text, "processName=")) process_ = *name;
    if (const auto path = after(text, "baseDir=")) apk_ = *path;
    if (text.starts_with("app=ProcessRecord{")) pid_ = number(between(text, " ", ":").value_or(""));
    if (const auto shown = flag_word(text, "isForeground")) foreground_ = *shown;
    if (text.starts_with("createTime=")) {
      const auto age = span_ms(word(text, "createTime").value_or(""));
      age_ms_ = age ? std::optional(-*age) : age;
    }
  }

  void put() {
    if (!open_) return;
    open_ = false;
    if (!package_of(component_)) out_.gap(at_, "a service without its name");
    out_.row<kFields>(at_, some(component_), package_.empty() ? package_of(component_) : package_,
                      some(process_), some(apk_), pid_, age_ms_, foreground_, some(intent_), user_);
    component_.clear();
    package_.clear();
    process_.clear();
    apk_.clear();
    intent_.clear();
    pid_ = age_ms_ = foreground_ = user_ = {};
  }

  Rows& out_;
  ActivityPart part_{"SERVICES "};
  std::string component_, package_, process_, apk_, intent_;
  std::optional<std::int64_t> pid_, age_ms_, foreground_, user_;
  std::uint64_t at_ = 0;
  bool open_ = false, listed_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_services) = {
    .id = "android_services",
    .title = "Services that ran",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::ran,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the service begins",
};

}  // namespace bridle
