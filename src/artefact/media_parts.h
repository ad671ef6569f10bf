// A received file as those see it who read documents and fonts: itself, or the members of the
// archive that it is. What each is, its first bytes say (format/media_type.h), never its name.
#pragma once

#include <functional>
#include <string_view>

#include "record/rows.h"
#include "source/file.h"

namespace bridle {

// Whether the file lies among nothing but media. Elsewhere whether all of it was examined stands in
// its record alone: a phone whose every voice message made a run incomplete would tell nothing.
bool is_media_alone(const File& file);

struct MediaPart {
  std::string_view member;  // path in the archive; empty for the file itself
  std::string_view type;
  Bytes bytes;
};

// Hands on the file, or each member of it, whose type is wanted. A member that cannot be read is a
// gap; the file itself that cannot be read is an error, and so is one of no known type, if it lies
// among media alone.
Result<void> each_media_part(const File& file, Rows& out,
                             const std::function<bool(std::string_view type)>& wanted,
                             const std::function<void(const MediaPart&)>& take);

}  // namespace bridle
