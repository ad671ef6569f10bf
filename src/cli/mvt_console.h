// What a run in MVT's manner says, on standard output and in command.log.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "sink/mvt/folder.h"

namespace bridle {

class MvtConsole {
 public:
  void info(std::string_view text) { say("INFO", text); }
  void warning(std::string_view text) { say("WARNING", text); }
  void error(std::string_view text) { say("ERROR", text); }

  void modules(const MvtTold& told);
  void alerts(const MvtTold& told);

  // All that was said, with its times.
  Result<void> write_log(const std::filesystem::path& output) const;

 private:
  void say(std::string_view level, std::string_view text);
  std::string log_;
};

// "2019-05-03 10:11:12.000000" by this computer's clock, in its own zone.
std::string mvt_now();

}  // namespace bridle
