// How a run is shown while it goes on: a bar for people, lines of JSON for programs.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/watcher.h"

namespace bridle {

enum class ProgressForm : std::uint8_t { automatic, none, jsonl };

// On standard error. `automatic` shows a bar on a terminal and nothing elsewhere.
std::unique_ptr<Watcher> watch_progress(ProgressForm form);

}  // namespace bridle
