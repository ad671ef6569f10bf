// The parts of a picture or a film that were looked into: prefix codes, frames, descriptors. The
// attacks on who decodes them need parts that no program writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/content.h"

namespace bridle {

struct MediaParts {
  std::uint64_t checked = 0;            // prefix codes of WebP, frames of GIF, descriptors of MP4
  std::uint64_t odd = 0;                // those of them that no program writes
  std::optional<Error> first_odd = {};  // what that is of the first, and where
  std::optional<Error> lost = {};       // the first part that could not be read
  std::uint64_t width = 0, height = 0;  // 0 if they do not say

  void note_odd(const Error& what) {
    if (odd++ == 0) first_odd = what;
  }
  void lose(const Error& what) {
    if (!lost) lost = what;
  }
};

// By a name of media_type.h; nothing for a type whose parts are not looked into here.
std::optional<MediaParts> media_parts(const Content& content, std::string_view type);

}  // namespace bridle
