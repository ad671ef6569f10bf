// A picture or film with an archive or a program behind its last byte: viewers pass over it, and
// who exploits the viewer finds its tools there.
//
// Source: Unit 42, LANDFALL (2025): DNG with a ZIP behind it, in which a loader and a tool against
// SELinux lay. Known false alarms: films behind photos (Google, Samsung), second pictures and
// makers' notes are ordinary and do not fire; people hide archives in pictures for sport.

#include <algorithm>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"media_structure"};
constexpr std::string_view kBenign[] = {
    "a picture in which somebody hid an archive for sport, or to get past a filter",
    "a file of a tool that keeps its project behind the picture"};
constexpr std::string_view kForeign[] = {"zip", "rar", "7z", "elf", "dex"};

void watch(const Record& r, std::vector<Note>& notes) {
  const std::string_view behind = r.text("behind");
  if (std::ranges::find(kForeign, behind) == std::end(kForeign)) return;
  std::string why =
      "behind the last byte of a file of type " + std::string(r.text("type")) +
      (behind == "elf" || behind == "dex" ? " stands a program (" : " stands an archive (") +
      std::string(behind) + ")";
  const std::string_view members = r.text("members");
  if (!members.empty())
    why += ", with " + std::string(members.substr(0, members.find('\n'))) + " in it";
  notes.push_back(sign(r, "path", why));
  if (r.text("type") == "dng" && behind == "zip") notes.back().campaign = "LANDFALL";
}

}  // namespace

RULE(appended_archive) = {
    .id = "appended_archive",
    .sees = "pictures and films with an archive or a program behind their last byte",
    .source = "Unit 42, LANDFALL (2025)",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "what the archive holds, by an analyst; programs of those names on the phone",
    .watch = watch,
    .judge = each_by_itself<Class::delivered>,
};

}  // namespace bridle
