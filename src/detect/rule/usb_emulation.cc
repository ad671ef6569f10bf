// Two or more of the USB devices that extraction tools pretend to be, to reach the faults of their
// old drivers: a video camera, a sound card and a touch pad that nobody plugs into a phone.
//
// Source: Amnesty, Cellebrite zero-day exploit used to target phone of Serbian student activist
// (2025): CVE-2024-53104, CVE-2024-53197, CVE-2024-50302; the devices of the drivers' quirk lists.
// Known false alarms: one of them alone may be somebody's old sound card and is not told; a dock
// with many devices has none of these.

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_kernel_log"};
constexpr std::string_view kBenign[] = {
    "the phone was examined with its owner's consent, or by a repair shop",
    "somebody really plugged several such old devices into the phone"};

// Chicony CNF7129; Creative Extigy, its successor, Digidesign Mbox and Mbox 2; Anton Touch Pad.
constexpr std::array<std::string_view, 6> kDevices = {"04f2:b071", "041e:3000", "041e:3020",
                                                      "0dba:1000", "0dba:3000", "1130:3101"};

void watch(const Record& r, std::vector<Note>& notes) {
  const auto device = r.text("usb_device");
  if (std::ranges::count(kDevices, device) > 0)
    notes.push_back(
        {.what = std::string(device), .field = "text", .value = std::string(r.text("text"))});
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  for (std::size_t i = 0; i < notes.size(); ++i) {
    std::set<std::string> devices;
    for (const Note& n : notes)
      if (n.exhibit == notes[i].exhibit) devices.insert(n.what);
    if (devices.size() < 2) continue;
    claims.push_back({.note = i,
                      .claim = Class::delivered,
                      .why = std::to_string(devices.size()) +
                             " of the USB devices that extraction tools emulate to break a locked "
                             "phone were plugged in"});
  }
}

}  // namespace

RULE(usb_emulation) = {
    .id = "usb_emulation",
    .sees = "several of the USB devices that extraction tools emulate against locked phones",
    .source = "Amnesty Security Lab (2025), Cellebrite exploit chain against a Serbian student",
    .watches = kWatches,
    .benign = kBenign,
    .confirm =
        "who had the phone at that time; what ran as root, was installed or unlocked after it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
