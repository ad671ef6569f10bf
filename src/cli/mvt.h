// What `mvt-ios` and `mvt-android` have in common: MVT's options, and a run that leaves MVT's
// files.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "sink/mvt/module.h"

namespace bridle {

// How MVT ends: also after a run that found something. 1 is what could not be done, 2 a wrong use.
inline constexpr int kMvtFailed = 1;
inline constexpr int kMvtUsage = 2;

struct MvtAsked {
  const MvtCommand* command = nullptr;
  std::string target, output, module, timezone, password;
  std::vector<std::string> packs, modules_to_load;
  bool list = false, hashes = false, fast = false, verbose = false;
  bool virustotal = false, no_questions = false;
  bool bridle_codes = false, builtin = true;
  unsigned delay = 0;
};

// Options that all checks have. `asked` must outlive the parsing.
CLI::App* add_mvt_check(CLI::App& group, const MvtCommand& command, std::string_view path,
                        std::shared_ptr<MvtAsked> asked);

// Runs it and gives the exit code.
int run_mvt_check(const MvtAsked& asked);

// Adds check-iocs, which applies indicators anew to a folder of results.
void add_mvt_check_iocs(CLI::App& group, const MvtCommand& command, int& code);

// Options of the group itself, and the commands that only say something.
void add_mvt_group_options(CLI::App& group, int& code);

// Adds a command that cannot be done: it says why and ends with `ends`.
void add_mvt_refusal(CLI::App& group, const char* name, const char* why, int& code, int ends);

// For -p: who else uses this computer sees the command line.
void warn_of_password();

}  // namespace bridle
