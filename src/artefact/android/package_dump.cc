// Apps as the phone's package manager knows them: who installed each and when, its signers, what
// it may do, and whether it has an icon to start it by.
//   Activity Resolver Table:
//     Non-Data Actions:
//         android.intent.action.MAIN:
//           41fa7d1 com.x/.Main [filter 5f3a1b2 | (2 filters)]
//   Packages:                                         and "Hidden system packages:"
//     Package [com.x] (cdce25a):
//       appId=10047                                   userId= up to Android 12
//       requested permissions:
//         android.permission.INTERNET[: restricted=true]
//       install permissions:
//         android.permission.INTERNET: granted=true
//       User 0: ceDataInode=… installed=true hidden=false … enabled=0 …
//         firstInstallTime=2026-01-09 03:10:11        one level up until Android 12
//         runtime permissions:
//           android.permission.CAMERA: granted=true, flags=[ USER_SET]
// A signature is the 32-bit hash of a certificate. Source: AOSP services/core
// com.android.server.pm Settings (dumpPackageLPr), PackageSignatures.

#include <set>
#include <string>

#include "artefact/dump_text.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {"dumpsys:package"};

constexpr Field kFields[] = {
    {"package", Kind::app, "the app"},
    {"installer", Kind::text, "app that installed it; empty if none is known"},
    {"installer_uid", Kind::number, "user id of that app, -1 if it is gone"},
    {"initiating", Kind::text, "app that asked for the installation"},
    {"originating", Kind::text, "app that the file came from"},
    {"source", Kind::number, "0 not told, 1 other, 2 store, 3 local file, 4 downloaded file"},
    {"uid", Kind::number, "its user id, without the user"},
    {"version", Kind::text, "name of its version"},
    {"version_code", Kind::number, "number of its version"},
    {"min_sdk", Kind::number, "oldest Android it runs on"},
    {"target_sdk", Kind::number, "Android it was made for"},
    {"flags", Kind::text, "its flags"},
    {"system", Kind::number, "1 if it came with the phone"},
    {"replaced", Kind::number, "1 if this is the phone's own version, under an update of it"},
    {"path", Kind::path, "folder or file of the app"},
    {"data_dir", Kind::path, "where it keeps what it stores"},
    {"installed", Kind::time, "when it was first installed"},
    {"installed_shown", Kind::text, "the same as the phone showed it"},
    {"updated", Kind::time, "when it was last updated"},
    {"updated_shown", Kind::text, "the same as the phone showed it"},
    {"file_time", Kind::time, "time of its file"},
    {"file_time_shown", Kind::text, "the same as the phone showed it"},
    {"signatures", Kind::text, "32-bit hashes of the certificates that signed it, one a line"},
    {"past_signatures", Kind::text, "those of certificates that signed it before"},
    {"requested", Kind::content, "permissions that it asks for, one a line"},
    {"granted", Kind::content, "permissions that it has, one a line"},
    {"users", Kind::text, "users that it is installed for, one a line"},
    {"enabled", Kind::number, "0 as made, 1 on, 2 off, 3 switched off by the user, 4 until used"},
    {"hidden", Kind::number, "1 if it is hidden from the user"},
    {"stopped", Kind::number, "1 if it was never started, or stopped by force"},
    {"suspended", Kind::number, "1 if it may not be started"},
    {"install_reason", Kind::number, "0 none, 1 policy, 2 restored, 3 set-up, 4 user, 5 roll-back"},
    {"launcher", Kind::number, "0 if nothing of it can be started from the home screen"},
};

// The lines of one package that say something once.
struct Package {
  std::uint64_t at = 0;
  std::string name;  // empty if none is open
  std::string installer, initiating, originating, version, flags, path, data_dir;
  std::string signatures, past, requested, granted, users;
  std::set<std::string, std::less<>> has;  // what is granted, for whichever user
  std::optional<std::int64_t> installer_uid, source, uid, version_code, min_sdk, target_sdk;
  std::optional<std::int64_t> enabled, reason;
  std::optional<bool> system, hidden, stopped, suspended, launcher;
  Moment installed, updated, file_time;
  bool replaced = false;
  bool user_installed = false;  // the user whose lines are read has it
  bool user_read = false;       // one who has it was read: others add no more than permissions
  bool permitted = false;       // the heading above is one of permissions that were given or not
  bool requesting = false;      // … of permissions that it asks for
};

std::string lines_of(std::string_view list) {
  std::string out;
  for (const std::string_view part : split(list, ','))
    if (!trim(part).empty()) add_line(out, trim(part).substr(0, trim(part).find(' ')));
  return out;
}

// "PackageSignatures{b5c4981 version:3, signatures:[d7f1f224], past signatures:[]}"; up to
// Android 8 "PackageSignatures{b5c4981 [d7f1f224]}".
void read_signatures(std::string_view value, Package& p) {
  const auto now = between(value, " signatures:[", "]");
  p.signatures = lines_of(now ? *now : between(value, "[", "]").value_or(""));
  p.past = lines_of(between(value, "past signatures:[", "]").value_or(""));
}

void read_versions(std::string_view line, Package& p) {
  p.version_code = number_word(line, "versionCode");
  p.min_sdk = number_word(line, "minSdk");
  p.target_sdk = number_word(line, "targetSdk");
}

bool read_text(std::string_view key, std::string_view value, Package& p) {
  std::string* const to = key == "installerPackageName"     ? &p.installer
                          : key == "initiatingPackageName"  ? &p.initiating
                          : key == "originatingPackageName" ? &p.originating
                          : key == "versionName"            ? &p.version
                          : key == "codePath"               ? &p.path
                          : key == "dataDir"                ? &p.data_dir
                                                            : nullptr;
  if (to != nullptr && to->empty()) *to = some(value).value_or("");
  return to != nullptr;
}

bool read_number(std::string_view key, std::string_view value, Package& p) {
  std::optional<std::int64_t>* const to = key == "appId" || key == "userId" ? &p.uid
                                          : key == "installerPackageUid"    ? &p.installer_uid
                                          : key == "packageSource"          ? &p.source
                                                                            : nullptr;
  if (to != nullptr) *to = number(value);
  return to != nullptr;
}

bool read_time(const File& file, std::string_view key, std::string_view value, Package& p) {
  Moment* const to = key == "firstInstallTime" ? &p.installed
                     : key == "lastUpdateTime" ? &p.updated
                     : key == "timeStamp"      ? &p.file_time
                                               : nullptr;
  if (to != nullptr) *to = moment(file, value);
  return to != nullptr;
}

void read_pair(const File& file, std::string_view line, Package& p) {
  const std::size_t sign = line.find('=');
  if (sign == std::string_view::npos) return;
  const std::string_view key = line.substr(0, sign), value = line.substr(sign + 1);
  if (read_text(key, value, p) || read_number(key, value, p) || read_time(file, key, value, p))
    return;
  if (key == "versionCode") read_versions(line, p);
  if (key == "pkgFlags" || (key == "flags" && p.flags.empty()))
    p.flags = trim(between(value, "[", "]").value_or(""));
  if (key == "signatures") read_signatures(value, p);
}

// "User 0: ceDataInode=… installed=true …"
void read_user(std::string_view line, Package& p) {
  const std::size_t colon = line.find(':');
  const std::string_view user = line.substr(5, colon - 5);
  p.user_installed = flag_word(line, "installed").value_or(false);
  if (!p.user_installed && (p.user_read || p.enabled)) return;
  if (p.user_installed) add_line(p.users, user);
  if (p.user_read) return;
  p.user_read = p.user_installed;
  p.hidden = flag_word(line, "hidden");
  p.stopped = flag_word(line, "stopped");
  p.suspended = flag_word(line, "suspended");
  p.enabled = number_word(line, "enabled");
}

// What stands under a user: the first that has the app counts.
void read_of_user(const File& file, std::string_view line, Package& p) {
  if (!p.user_installed) return;
  if (const auto reason = after(line, "installReason="); reason && !p.reason)
    p.reason = number(*reason);
  if (const auto time = after(line, "firstInstallTime="); time && !p.installed.time)
    p.installed = moment(file, *time);
  if (line.starts_with("dataDir=")) read_pair(file, line, p);
}

// An item of a list of permissions.
void read_permission(std::string_view line, Package& p) {
  const std::string_view name = line.substr(0, line.find(": "));
  if (p.requesting) add_line(p.requested, name);
  if (p.permitted && contains(line, ": granted=true") && p.has.emplace(name).second)
    add_line(p.granted, name);
}

void read_heading(std::string_view line, Package& p) {
  p.requesting = line == "requested permissions:";
  p.permitted = line == "install permissions:" || line == "runtime permissions:";
}

void read_line(const File& file, std::string_view whole, Package& p) {
  const std::size_t depth = indent(whole);
  const std::string_view line = whole.substr(depth);
  if (line.ends_with(':') && depth <= 6) return read_heading(line, p);
  if (depth == 4 && line.starts_with("User ") && contains(line, ": ")) {
    p.requesting = p.permitted = false;
    return read_user(line, p);
  }
  if (depth == 4) {
    p.requesting = p.permitted = false;
    return read_pair(file, line, p);
  }
  if (p.requesting || contains(line, ": granted=")) return read_permission(line, p);
  if (depth == 6) read_of_user(file, line, p);
}

// The section that is being read: what was met of it, and the package that is open.
class Reader {
 public:
  Reader(const File& file, Rows& out) : file_(file), out_(out) {}

  void line(std::uint64_t at, std::string_view line) {
    if (!line.empty() && line[0] != ' ') return heading(line);
    if (part_ == Part::activities) return activity(line);
    if (part_ != Part::packages) return;
    if (line.starts_with("  Package [")) return begin(at, line);
    if (!package_.name.empty()) read_line(file_, line, package_);
  }

  void end(std::uint64_t begins) {
    put();
    if (!found_) out_.gap(begins, "no package is listed");
  }

 private:
  enum class Part : std::uint8_t { other, activities, packages };

  void heading(std::string_view line) {
    put();
    hidden_ = line.starts_with("Hidden system packages:");
    const bool packages = hidden_ || line.starts_with("Packages:");
    if (line.starts_with("Activity Resolver Table:")) {
      part_ = Part::activities;
      table_ = true;
    } else {
      part_ = packages ? Part::packages : Part::other;
    }
  }

  void activity(std::string_view line) {
    const std::string_view text = trim(line);
    if (indent(line) <= 6) main_ = text == "android.intent.action.MAIN:";
    if (!main_ || indent(line) != 8) return;
    const std::string_view component = text.substr(std::min(text.find(' ') + 1, text.size()));
    if (const auto package = package_of(component)) launchers_.emplace(*package);
  }

  void begin(std::uint64_t at, std::string_view line) {
    put();
    found_ = true;
    const auto name = between(line, "[", "] (");
    if (!name || name->empty()) return out_.gap(at, "the name of a package cannot be read");
    package_.at = at;
    package_.name = *name;
    package_.replaced = hidden_;
  }

  void put() {
    Package& p = package_;
    if (p.name.empty()) return;
    if (table_) p.launcher = launchers_.contains(p.name);
    if (!p.flags.empty()) p.system = contains(" " + p.flags + " ", " SYSTEM ");
    out_.row<kFields>(p.at, p.name, some(p.installer), p.installer_uid, some(p.initiating),
                      some(p.originating), p.source, p.uid, some(p.version), p.version_code,
                      p.min_sdk, p.target_sdk, some(p.flags), p.system, p.replaced, some(p.path),
                      some(p.data_dir), p.installed.time, p.installed.text(), p.updated.time,
                      p.updated.text(), p.file_time.time, p.file_time.text(), some(p.signatures),
                      some(p.past), some(p.requested), some(p.granted), some(p.users), p.enabled,
                      p.hidden, p.stopped, p.suspended, p.reason, p.launcher);
    package_ = {};
  }

  const File& file_;
  Rows& out_;
  Part part_ = Part::other;
  Package package_;
  std::set<std::string, std::less<>> launchers_;  // apps with an activity that MAIN starts
  bool table_ = false, found_ = false;            // that table, and a package
  bool hidden_ = false, main_ = false;            // what the lines now stand under
};

Result<void> parse(const File& file, Rows& out) {
  return read_dump(file, Reader(file, out));
}

}  // namespace

ARTEFACT(android_package_dump) = {
    .id = "android_package_dump",
    .title = "Installed apps, as the package manager lists them",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::installed,
    .parse = parse,
    .expect = Expect::usual,
    .row = "byte at which the package begins",
    .core_of = "android-bugreport",
};

}  // namespace bridle
