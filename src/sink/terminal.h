// The summary that a person reads when a run ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "record/outcome.h"

namespace bridle {

struct Look {
  std::size_t width = 80;  // columns
  bool colour = false;     // ANSI
};

// What the terminal behind a descriptor can show; plain for files, pipes and NO_COLOR.
Look terminal_look(int descriptor);

// `folder` is where the case lies.
std::string terminal_summary(const Outcome& outcome, std::string_view folder, Look look);

}  // namespace bridle
