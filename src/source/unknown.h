// What no kind of exhibit fits: it is hashed and named, and nothing in it was examined.
#pragma once

#include <string>

#include "source/tree.h"

namespace bridle {

class Unknown : public Tree {
 public:
  std::string_view kind() const override { return "unknown"; }
  State state() const override { return State::unsupported; }
  std::string_view why() const override { return "its content is of no kind that bridle reads"; }
  std::span<const Node> nodes() const override { return {}; }
  // No artefact concerns an unknown kind, so no coverage says why nothing was read.
  std::span<const TreeGap> gaps() const override { return {&gap_, 1}; }
  Result<std::unique_ptr<Content>> open(const Node&) const override {
    return fail(Errc::unsupported, "an exhibit of unknown kind");
  }

 private:
  TreeGap gap_{.path = {}, .at = 0, .why = std::string(Unknown::why())};
};

}  // namespace bridle
