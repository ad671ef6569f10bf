// The key that a password makes for an iOS backup: who keeps it needs the password no more.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "source/store.h"

namespace bridle {

// 64 hex digits. Errc::missing if the store holds no iOS backup, Errc::unsupported if the backup is
// not encrypted, Errc::encrypted if the password does not fit.
Result<std::string> backup_key(Store& backup, std::string_view password);

}  // namespace bridle
