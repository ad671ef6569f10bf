// One function per verb of the command line; each adds its subcommand and what to run for it.
#pragma once

#include <CLI/CLI.hpp>

namespace bridle {

// A verb's function sets `code` to the exit code that the contract gives what happened.
void add_check(CLI::App& app, int& code);
void add_artefacts(CLI::App& app, int& code);
void add_artefact_rows(CLI::App& app, int& code);
void add_indicators(CLI::App& app, int& code);
void add_decrypt(CLI::App& app, int& code);
void add_export(CLI::App& app, int& code);
void add_verify(CLI::App& app, int& code);
void add_seal(CLI::App& app, int& code);
void add_lake(CLI::App& app, int& code);
void add_hunt(CLI::App& app, int& code);
void add_match(CLI::App& app, int& code);
void add_replay(CLI::App& app, int& code);
void add_report(CLI::App& app, int& code);
void add_view(CLI::App& app, int& code);
void add_campaign(CLI::App& app, int& code);
void add_mvt_ios(CLI::App& app, int& code);
void add_mvt_android(CLI::App& app, int& code);

}  // namespace bridle
