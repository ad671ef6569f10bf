// A phone's file system, or a part of one, as a folder or an archive: told by the folders that iOS
// and Android have, wherever in the exhibit they begin.
#pragma once

#include <memory>

#include "source/tree.h"

namespace bridle {

// Null if it is none.
std::unique_ptr<Tree> open_filesystem(Store& store, const OpenOptions& options);

// The shared storage of an Android phone alone: its files become those below "sdcard/". Null if it
// is none. It may hold databases of messengers: ask for those first.
std::unique_ptr<Tree> open_shared_storage(Store& store, const OpenOptions& options);

}  // namespace bridle
