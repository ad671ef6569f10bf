// Which apps make and screen calls, and the accounts that calls go through.
//
//   mDefaultDialerCache:
//     User 0: com.x
//   mRoleManager:
//     DefaultCallRedirectionApp: com.y
//     DefaultCallCompanionApps: com.z, (override )
//   PhoneAccountRegistrar:
//     phoneAccounts:
//       [[X] PhoneAccount: ComponentInfo{com.x/com.x.Service}, ***, UserHandle{0} Capabilities: …]
// Source: AOSP packages/services/Telecomm DefaultDialerCache, RoleManagerAdapterImpl, PhoneAccount.

#include <algorithm>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:telecom"};

constexpr Field kFields[] = {
    {"what", Kind::text,
     "DefaultDialer, DefaultCallRedirectionApp and others of that name, or PhoneAccount"},
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its part, of an account"},
    {"user", Kind::number, "whose phone or profile"},
    {"text", Kind::content, "the account as the phone lists it"},
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text == "mDefaultDialerCache:") {
      found_ = dialers_ = true;
    } else if (dialers_ && text.starts_with("User ")) {
      const std::size_t colon = std::min(text.find(':'), text.size());
      put(at, "DefaultDialer", trim(text.substr(std::min(colon + 1, text.size()))),
          number(text.substr(5, colon - 5)));
    } else if (text.starts_with("Default") && contains(text, "App")) {
      apps(at, text);
    } else if (contains(text, "PhoneAccount: ComponentInfo{")) {
      account(at, text);
    } else {
      dialers_ = false;
    }
  }

  void end(std::uint64_t begins) {
    if (!found_) out_.gap(begins, "it does not say which app makes calls");
  }

 private:
  // "DefaultCallScreeningApp: com.x", "DefaultCallCompanionApps: com.x, com.y, (override )"
  void apps(std::uint64_t at, std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view all = text.substr(colon + 1);
    for (const std::string_view app : split(all.substr(0, all.find('(')), ','))
      put(at, text.substr(0, colon), trim(app), std::nullopt);
  }

  void account(std::uint64_t at, std::string_view text) {
    const auto component = between(text, "ComponentInfo{", "}").value_or("");
    const auto user = number(between(text, "UserHandle{", "}").value_or(""));
    if (!package_of(component)) out_.gap(at, "an account without its app");
    out_.row<kFields>(at, "PhoneAccount", package_of(component), some(component), user, text);
  }

  void put(std::uint64_t at, std::string_view what, std::string_view app,
           std::optional<std::int64_t> user) {
    if (some(app)) out_.row<kFields>(at, what, app, std::nullopt, user, std::nullopt);
  }

  Rows& out_;
  bool dialers_ = false, found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_telecom) = {
    .id = "android_telecom",
    .title = "Apps that make and screen calls",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::configured,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the line begins",
};

}  // namespace bridle
