// Why a line of Android's log is kept: a phone writes hundreds of thousands of them, and most tell
// nothing about who did what.
#pragma once

#include <optional>
#include <string_view>

#include "format/logcat.h"

namespace bridle {

struct LogEvent {
  std::string_view what;  // an event's own name, or a word for the sort of line
  std::optional<std::string_view> process = {}, package = {}, path = {};
};

// Nothing for a line that is left out. Kept are:
// - events: of processes, activities and services, the screen, the lock, users, start-up, policies;
// - what was denied, what crashed, USB and its debugging, installing, the lock of the screen;
// - starts and ends of processes as the system server words them;
// - lines that name a host, an address, a link, or a path below /data, /sdcard or in memory.
std::optional<LogEvent> log_event(const LogcatLine& line);

}  // namespace bridle
