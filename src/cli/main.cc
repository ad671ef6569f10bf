#include <cstring>
#include <iostream>

#include "cli/verbs.h"

int main(int argc, char** argv) {
  using namespace bridle;
  // Scripts ask for the version often: answered before anything is set up.
  if (argc == 2 &&
      (std::strcmp(argv[1], "--version") == 0 || std::strcmp(argv[1], "version") == 0)) {
    std::cout << "bridle " BRIDLE_VERSION "\n";
    return 0;
  }
  CLI::App app(
      "bridle: finds the traces of mercenary spyware in what a phone's owner hands over.\n"
      "It reads, it never changes an exhibit, and it never goes to the network.");
  app.set_version_flag("--version", "bridle " BRIDLE_VERSION);
  app.require_subcommand(1);
  int code = 0;
  for (const auto add :
       {add_check, add_report, add_view, add_verify, add_replay, add_seal, add_lake, add_hunt,
        add_campaign, add_match, add_export, add_indicators, add_decrypt, add_artefacts,
        add_artefact_rows, add_mvt_ios, add_mvt_android})
    add(app, code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return code;
}
