// What the page gets whatever it shows: its own files, and how it should look.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "view/answer.h"

namespace bridle {

struct FrameSetting {
  std::string language = {};  // of the page's own phrases; empty: the browser's
  std::string_view shows;     // "case" or "lake"
};

// Nothing if the path asks for neither.
std::optional<HttpAnswer> frame_answer(std::string_view path, const FrameSetting& setting);

}  // namespace bridle
