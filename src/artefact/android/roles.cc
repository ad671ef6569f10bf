// Which apps hold the roles that see most: SMS, calls, the assistant, the home screen, the browser.
//
//   user_states=[
//     {
//       user_id=0
//       roles=[
//         {
//           name=android.app.role.SMS
//           holders=com.x                     one line for each
//         }
// Source: AOSP com.android.role RoleService, RoleUserState (dump).

#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:role"};

constexpr Field kFields[] = {
    {"role", Kind::text, "the role: android.app.role.SMS, DIALER, ASSISTANT, HOME, BROWSER, …"},
    {"package", Kind::app, "the app that holds it"},
    {"user", Kind::number, "whose phone or profile"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    closed_ = line == "}";
    if (const auto user = after(text, "user_id=")) user_ = number(*user);
    if (const auto role = after(text, "name=")) {
      found_ = true;
      role_ = *role;
    }
    const auto holder = after(text, "holders=");
    if (!holder) return;
    if (role_.empty()) out_.gap(at, "an app that holds a role without a name");
    out_.row<kFields>(at, some(role_), some(*holder), user_);
  }

  void end(std::uint64_t begins) {
    if (!found_ || !closed_) out_.gap(begins, "the list of roles has no end");
  }

 private:
  Rows& out_;
  std::string role_;
  std::optional<std::int64_t> user_;
  bool found_ = false, closed_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_roles) = {
    .id = "android_roles",
    .title = "Apps that hold a role",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
