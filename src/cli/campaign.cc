#include "campaign/campaign.h"

#include <iostream>
#include <memory>
#include <string>

#include "campaign/write_campaign.h"
#include "cli/verbs.h"

namespace bridle {
namespace {

struct Asked {
  std::string lake, output;
};

int run(const Asked& asked) {
  const auto found = campaign::find_campaign(asked.lake);
  if (!found) {
    std::cerr << "bridle: " << asked.lake << ": " << found.error().what << "\n";
    return found.error().code == Errc::missing ? 2 : 1;
  }
  if (const auto done = campaign::write_campaign(*found, asked.output); !done) {
    std::cerr << "bridle: " << asked.output << ": " << done.error().what << "\n";
    return 2;
  }
  return 0;
}

}  // namespace

void add_campaign(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand(
      "campaign", "what several phones have in common: accounts, servers, times, countries");
  auto asked = std::make_shared<Asked>();
  verb->add_option("lake", asked->lake, "the records of many cases")->required();
  verb->add_option("-o,--output", asked->output, "folder for the result; absent or empty")
      ->required();
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
