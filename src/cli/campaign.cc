#include "campaign/campaign.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "campaign/write_campaign.h"
#include "cli/verbs.h"
#include "sink/json.h"
#include "sink/shown.h"

namespace bridle {
namespace {

struct Asked {
  std::string lake, output;
};

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text + "  ";
}

void print(const char* what, const std::vector<campaign::Suspect>& all) {
  constexpr std::size_t kWide = 60, kWhy = 400;
  if (all.empty()) return;
  std::size_t width = 0;
  for (const campaign::Suspect& one : all) width = std::max(width, defanged(one.id, kWide).size());
  std::cout << "\n" << padded(what, width) << "score  phones  why\n";
  for (const campaign::Suspect& one : all)
    std::cout << padded(defanged(one.id, kWide), width)
              << padded(json_number(campaign::shown_score(one.score)), 5)
              << padded(std::to_string(one.phones.size()), 6) << shown(one.why, kWhy) << "\n";
}

void print(const campaign::Campaign& found) {
  std::cout << found.homes.size() << " phones, " << found.strangers
            << " accounts that called strangers, " << found.hosts << " hosts\n";
  if (found.accounts.empty()) std::cout << "no campaign stands out\n";
  print("account", found.accounts);
  print("server", found.servers);
  print("shared", found.shared);
  if (!found.phones.empty())
    std::cout << "\n"
              << found.phones.size() << " phones were reached, in " << found.cells.size()
              << (found.cells.size() == 1 ? " cell\n" : " cells\n");
}

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
  print(*found);
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
