// Lines of Android's log as `logcat` prints them; seven pieces in front of the text may be missing.
//
//   --------- beginning of main                          which buffer the next lines come from
//   01-02 01:20:03.171  1000  1885  3066 E App  : text   threadtime: user, process, thread
//   01-02 01:20:03.171  1885  3066 E App  : text         without the user
//   2022-01-02 01:20:07.171997 +0100  1885  3066 E …     with year, microseconds and zone
//   1641086407.171  1885  3066 E App  : text             seconds since 1970
//   01-02 01:02:04.156 I/App  (  190): text              time: process
//   2022-01-02 11:42:10.613472 +1000 I/App( 1080: 1179)  user and process
//   I/App  (  190): text                                 brief: without a time
// A user is a number or a name ("root", "u0_a12"). Source: AOSP system/logging liblog logprint.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/time.h"

namespace bridle {

// What a line says of its time.
enum class LogClock : std::uint8_t { none, no_year, no_zone, exact };

struct LogcatLine {
  LogClock clock = LogClock::none;
  std::string_view shown = {};    // the time as written, without its zone
  std::optional<Time> time = {};  // if the clock is exact
  std::string_view user = {};
  std::optional<std::int64_t> pid = {}, tid = {};
  char priority = 0;  // V, D, I, W, E, F or S
  std::string_view tag = {}, text = {};
};

// Nothing if it is no line of the log.
std::optional<LogcatLine> read_logcat_line(std::string_view line);

// The buffer that a line announces; nothing if it announces none.
std::optional<std::string_view> logcat_buffer(std::string_view line);

}  // namespace bridle
