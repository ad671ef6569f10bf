// How a run is shown while it goes on: a bar for people, lines of JSON for programs.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "engine/watcher.h"

namespace bridle {

enum class ProgressForm : std::uint8_t { automatic, none, jsonl };

// Of --progress.
ProgressForm progress_form(std::string_view name);

// "━━━━───  40 %  12 s left", so many seconds after the start.
std::string progress_bar(double part, double seconds);

// On standard error. `automatic` shows a bar on a terminal and nothing elsewhere.
std::unique_ptr<Watcher> watch_progress(ProgressForm form);

}  // namespace bridle
