// Files under /data/local/tmp that belong to somebody else than the shell. Whoever works over ADB
// writes there as the shell's user (2000), and apps cannot write there at all: a file of root, of
// the system or of an app was put there by something that had broken out.
//
// Source: Cisco Talos (2023), Alien and Predator: /data/local/tmp/wd/; Google and Amnesty (2023),
// /data/local/tmp/dropbox; AOSP system/core/rootdir/init.rc: mkdir /data/local/tmp 0771 shell
// shell. Known false alarms: owners who rooted their phones and copied something there as root.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_files"};
constexpr std::string_view kBenign[] = {
    "the owner rooted the phone and put the file there themselves"};
constexpr std::int64_t kShell = 2000;

// Its name, or its number; empty for the shell and where nobody knows: lists that were made without
// the collector have no names and the number 0 for all.
std::string foreign_owner(const Record& r) {
  const auto name = r.text("user");
  if (!name.empty()) return name == "shell" ? "" : std::string(name);
  const auto number = r.number("uid").value_or(0);
  return number == 0 || number == kShell ? "" : std::to_string(number);
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto path = r.text("path");
  const bool below = path.starts_with("/data/local/tmp/") || path.starts_with("data/local/tmp/");
  const std::string owner = foreign_owner(r);
  if (!below || path.ends_with("/tmp/") || owner.empty()) return;
  notes.push_back(sign(r, "path",
                       "a file where only the shell writes belongs to " + owner +
                           ": something with more rights put it there",
                       r.time("modified")));
}

}  // namespace

RULE(foreign_file_in_tmp) = {
    .id = "foreign_file_in_tmp",
    .sees = "files in the shell's folder /data/local/tmp that belong to somebody else",
    .source = "Cisco Talos (2023), Predator; Google and Amnesty (2023), a campaign against Samsung",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the file itself; whether the owner rooted the phone",
    .watch = watch,
    .judge = each_by_itself<Class::posture>,
};

}  // namespace bridle
