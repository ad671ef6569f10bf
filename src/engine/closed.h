// An exhibit that nothing looks into, for what looked before did not survive it.
#pragma once

#include <string>
#include <utility>

#include "source/tree.h"

namespace bridle {

class Closed : public Tree {
 public:
  explicit Closed(std::string why) : why_(std::move(why)) { gap_.why = why_; }

  std::string_view kind() const override { return "unknown"; }
  State state() const override { return State::failed; }
  std::string_view why() const override { return why_; }
  std::span<const Node> nodes() const override { return {}; }
  std::span<const TreeGap> gaps() const override { return {&gap_, 1}; }
  Result<std::unique_ptr<Content>> open(const Node&) const override {
    return fail(Errc::unsupported, "an exhibit that is not looked into");
  }

 private:
  std::string why_;
  TreeGap gap_{.path = {}, .at = 0, .why = {}};
};

}  // namespace bridle
