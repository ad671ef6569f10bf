// Which app fills in forms for each user, and so sees what stands on the screen.
//
//   Service at 0:
//     User: 11
//     Name resolver: defaultService=com.x/.Fill
//     Setup complete: true
//     UID: 10123
//     Default component: com.x/.Fill
//       mAugmentedAutofillNamer:
//         defaultName=com.y/.Suggest (enabled)
// Source: AOSP services/autofill AutofillManagerServiceImpl (dumpLocked).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:autofill"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app that fills in"},
    {"component", Kind::text, "its part"},
    {"suggests", Kind::app, "the app that suggests what to write"},
    {"uid", Kind::number, "user id of the first"},
    {"user", Kind::number, "whose phone or profile"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (const auto count = after(text, "Cached services: ")) {
      missing_ = number(*count).value_or(0);  // or "none"
    } else if (text.starts_with("Service at ")) {
      put();
      if (missing_) --*missing_;
      open_ = true;
      at_ = at;
    } else if (open_ && indent(line) == 0 && !text.empty()) {
      put();
    } else if (open_) {
      member(text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!missing_ || *missing_ > 0) out_.gap(begins, "not all who fill in forms are told");
  }

 private:
  void member(std::string_view text) {
    if (const auto user = after(text, "User:")) user_ = number(trim(*user));
    if (const auto uid = after(text, "UID:")) uid_ = number(trim(*uid));
    if (const auto name = after(text, "Default component:")) component_ = trim(*name);
    if (const auto name = after(text, "defaultName=")) suggests_ = name->substr(0, name->find(' '));
  }

  void put() {
    if (!open_) return;
    open_ = false;
    const bool nobody = uid_ && *uid_ < 0;
    if (package_of(component_) || package_of(suggests_))
      out_.row<kFields>(at_, package_of(component_), some(component_), package_of(suggests_),
                        nobody ? std::nullopt : uid_, user_);
    component_.clear();
    suggests_.clear();
    uid_ = user_ = {};
  }

  Rows& out_;
  std::string component_, suggests_;
  std::optional<std::int64_t> uid_, user_;
  std::uint64_t at_ = 0;
  std::optional<std::int64_t> missing_;  // services that are announced and not listed yet
  bool open_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_autofill) = {
    .id = "android_autofill",
    .title = "Apps that fill in forms",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the user's part begins",
};

}  // namespace bridle
