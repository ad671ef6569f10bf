// One received item in the engine's hands: as it was stored, its hashes, and as evidence sees it.
#pragma once

#include <memory>
#include <string>

#include "source/intake.h"
#include "source/store.h"
#include "source/tree.h"

namespace bridle {

struct Exhibit {
  std::string path;
  std::unique_ptr<Store> store;
  std::unique_ptr<Digests> digests;
  std::unique_ptr<Digests> carrier;  // of the archive itself, if it is one
  std::unique_ptr<Tree> tree;        // nothing until it was opened
};

}  // namespace bridle
