// What lies at the top of an iOS backup: the property lists that say what it is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/content.h"
#include "format/plist.h"
#include "record/outcome.h"

namespace bridle {

inline constexpr std::array<std::string_view, 5> kTopOfBackup = {
    "Info.plist", "Manifest.db", "Manifest.mbdb", "Manifest.plist", "Status.plist"};
inline constexpr std::uint64_t kLargestPlist = 64 << 20;

// What Manifest.plist and Info.plist say; views into their bytes.
struct Manifest {
  bool encrypted = false;
  Bytes keybag = {};
  Bytes manifest_key = {};  // u32le class and 40 wrapped bytes
  Device device = {};
};

// The bytes of one of the files at the top. Errc::too_large above the limit.
Result<Bytes> whole(const Content& content, std::uint64_t limit, Arena& arena);

Device device_of_lockdown(PlistNode lockdown);  // in Manifest.plist
Device device_of_info(PlistNode info);          // Info.plist

// Some tools leave Manifest.db decrypted in an encrypted backup, and iOS 10.0 and 10.1 never
// encrypted it: its first bytes tell.
bool is_plain_database(const Content& content);

}  // namespace bridle
