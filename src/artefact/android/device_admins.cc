// Apps that the phone lets administer it: they can lock or wipe it, and cannot be removed before
// the owner takes the right from them.
//
//   Device Owner:                                     or "Profile Owner (User 10):"
//     admin=ComponentInfo{com.x/com.x.Admin}
//     name=Work
//   Enabled Device Admins (User 0, provisioningState: 3):
//     com.x/.Admin:                                   or ComponentInfo{com.x/com.x.Admin}:
//       uid=10170
//       testOnlyAdmin=false
//       policies:
//         wipe-data
//       disableCamera=false
// Source: AOSP services/devicepolicy DevicePolicyManagerService, DevicePolicyData, ActiveAdmin,
// OwnersData (dump).

#include <string>

#include "artefact/dump_components.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:device_policy"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"component", Kind::text, "its receiver"},
    {"role", Kind::text, "admin, device owner or profile owner"},
    {"user", Kind::number, "whose phone or profile it administers"},
    {"uid", Kind::number, "its user id"},
    {"policies", Kind::text, "what it may do, one a line"},
    {"test_only", Kind::number, "1 if it is one that adb made"},
    {"name", Kind::content, "the name under which an owner presents itself"},
};

struct Admin {
  std::uint64_t at = 0;
  std::string component;  // empty if none is open
  std::string_view role = {};
  std::optional<std::int64_t> user = {}, uid = {};
  std::optional<bool> test_only = {};
  std::string policies = {}, name = {};
};

class Reader {
 public:
  explicit Reader(Rows& out) : out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    const std::string_view text = trim(line);
    if (text.empty()) return;
    if (heading(text)) {
      heading_depth_ = indent(line);
    } else if (role_.empty()) {
      return;
    } else if (indent(line) <= heading_depth_) {
      put();
      role_ = {};
    } else {
      detail(at, indent(line), text);
    }
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no list of device administrators");
  }

 private:
  bool heading(std::string_view text) {
    const std::string_view role = text.starts_with("Enabled Device Admins") ? "admin"
                                  : text.starts_with("Device Owner:")       ? "device owner"
                                  : text.starts_with("Profile Owner (")     ? "profile owner"
                                                                            : "";
    if (role.empty()) return false;
    put();
    role_ = role;
    found_ |= role == "admin";
    const std::size_t user = text.find("(User ");
    user_ = user == std::string_view::npos
                ? std::nullopt
                : number(text.substr(user + 6, text.find_first_of(",)", user) - user - 6));
    return true;
  }

  void detail(std::uint64_t at, std::size_t depth, std::string_view text) {
    const auto names = components_in(text);
    if (role_ == "admin" ? text.ends_with(':') && !names.empty() : text.starts_with("admin=")) {
      put();
      if (names.empty()) return out_.gap(at, "the name of an administrator cannot be read");
      admin_ = {.at = at, .component = std::string(names[0]), .role = role_, .user = user_};
    } else if (!admin_.component.empty()) {
      word_of(depth, text);
    }
  }

  void word_of(std::size_t depth, std::string_view text) {
    if (policies_depth_ != 0 && depth > policies_depth_) return add_line(admin_.policies, text);
    policies_depth_ = text == "policies:" ? depth : 0;
    if (const auto uid = after(text, "uid=")) admin_.uid = number(*uid);
    if (const auto user = after(text, "User ID: ")) admin_.user = number(*user);
    if (const auto name = after(text, "name=")) admin_.name = *name;
    if (text.starts_with("testOnlyAdmin=")) admin_.test_only = text.ends_with("true");
  }

  void put() {
    const Admin& a = admin_;
    if (!a.component.empty())
      out_.row<kFields>(a.at, package_of(a.component), a.component, a.role, a.user, a.uid,
                        some(a.policies), a.test_only, some(a.name));
    admin_ = {};
    policies_depth_ = 0;
  }

  Rows& out_;
  Admin admin_;
  std::string_view role_ = {};  // of the list that is read; empty between the lists
  std::optional<std::int64_t> user_;
  std::size_t heading_depth_ = 0;
  std::size_t policies_depth_ = 0;  // 0 if the list of policies is not open
  bool found_ = false;
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(out));
}

}  // namespace

ARTEFACT(android_device_admins) = {
    .id = "android_device_admins",
    .title = "Device administrators and owners",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::maybe,
    .row = "byte at which the administrator begins",
};

}  // namespace bridle
