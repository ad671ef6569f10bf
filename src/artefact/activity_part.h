// One part of what the activity manager tells, which holds some twenty:
//   ACTIVITY MANAGER RECENT TASKS (dumpsys activity recents)
#pragma once

#include <string_view>

#include "artefact/dump_text.h"

namespace bridle {

class ActivityPart {
 public:
  explicit ActivityPart(std::string_view name) : name_(name) {}

  // Whether the line stands in the part, its heading not counted.
  bool holds(std::string_view line) {
    const auto heading = after(line, "ACTIVITY MANAGER ");
    if (!heading) return inside_;
    any_ = true;
    inside_ = heading->starts_with(name_);
    found_ |= inside_;
    return false;
  }

  // Whether the text has any part. Reports hold the text twice, in an urgent form with few parts,
  // so that the lack of one says nothing.
  bool any() const { return any_; }
  // Whether it has this part.
  bool found() const { return found_; }

 private:
  std::string_view name_;
  bool inside_ = false, any_ = false, found_ = false;
};

}  // namespace bridle
