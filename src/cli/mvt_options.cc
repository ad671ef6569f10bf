#include <iostream>

#include "cli/mvt.h"

namespace bridle {

CLI::App* add_mvt_check(CLI::App& group, const MvtCommand& command, std::string_view path,
                        std::shared_ptr<MvtAsked> asked) {
  auto* const verb = group.add_subcommand(std::string(command.name), "check as MVT does");
  asked->command = &command;
  verb->add_option(std::string(path), asked->target, "what to check")->required();
  verb->add_option("-i,--iocs", asked->packs, "indicator pack; may be repeated")
      ->type_size(1)
      ->expected(1)
      ->take_all();
  verb->add_option("-o,--output", asked->output, "folder for the results");
  verb->add_flag("-l,--list-modules", asked->list, "print the modules and end");
  verb->add_option("--load-module", asked->modules_to_load, "not possible here")
      ->expected(1)
      ->take_all();
  verb->add_flag("-v,--verbose", asked->verbose, "show how far it is");
  verb->add_flag("--bridle-exit-codes", asked->bridle_codes,
                 "end with the codes of bridle check instead of 0");
  verb->add_flag("!--no-builtin", asked->builtin, "leave out the built-in rules and pack");
  return verb;
}

void add_mvt_group_options(CLI::App& group, int& code) {
  group.require_subcommand(1);
  const auto nothing = [](std::int64_t) {};
  group.add_flag_function("--disable-update-check", nothing, "accepted: there is no such check");
  group.add_flag_function("--disable-indicator-update-check", nothing,
                          "accepted: there is no such check");
  group.add_flag_function("-v,--verbose", nothing, "accepted");
  group.add_option("--load-command", "not possible here")
      ->expected(1)
      ->take_all()
      ->check([](const std::string&) {
        return std::string("commands of MVT are programs; bridle runs none");
      });
  auto* const version = group.add_subcommand("version", "print the version");
  version->callback([&code] {
    std::cout << "bridle " BRIDLE_VERSION "\n";
    code = 0;
  });
  add_mvt_refusal(group, "download-iocs",
                  "bridle never goes to the network: download packs with another program and give "
                  "them with -i or MVT_STIX2",
                  code, kMvtFailed);
  add_mvt_refusal(group, "completion", "bridle makes no completion for shells", code, kMvtFailed);
}

void add_mvt_refusal(CLI::App& group, const char* name, const char* why, int& code, int ends) {
  auto* const verb = group.add_subcommand(name, "not possible here: it says why");
  verb->allow_extras();
  verb->callback([why, ends, &code] {
    std::cerr << "bridle: " << why << "\n";
    code = ends;
  });
}

void warn_of_password() {
  std::cerr << "bridle: a password on the command line can be seen by others on this computer, and "
               "stays in the shell's history: use the environment or the prompt\n";
}

}  // namespace bridle
