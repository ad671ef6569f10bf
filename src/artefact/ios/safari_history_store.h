// Where Safari keeps History.db: one for the owner, one for each profile.
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr std::string_view kSafariHistory[] = {
    "*:Library/Safari/History.db",
    "private/var/mobile/Library/Safari/History.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/History.db",
    "*:Library/Safari/Profiles/*/History.db",
    "private/var/mobile/Library/Safari/Profiles/*/History.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/Profiles/*/History.db",
};

}  // namespace bridle
