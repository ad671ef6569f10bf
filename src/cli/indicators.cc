#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/verbs.h"
#include "engine/packs.h"
#include "engine/pool.h"

namespace bridle {
namespace {

std::string cautions(const Indicator& i) {
  constexpr std::array<std::pair<Caution, const char*>, 5> kWords = {{
      {Caution::shared_host, "shared host"},
      {Caution::popular, "popular site"},
      {Caution::compromised, "legitimate site, abused for a time"},
      {Caution::generic_name, "generic name"},
      {Caution::public_key, "public key"},
  }};
  std::string out;
  for (const auto& [bit, word] : kWords)
    if ((i.caution & static_cast<unsigned>(bit)) != 0)
      out += (out.empty() ? "" : ", ") + std::string(word);
  return out;
}

// What a pack holds, by type; then what was skipped and what is flagged, each with its reason.
int lint(const std::vector<Pack>& packs) {
  std::size_t skipped = 0;
  for (const Pack& pack : packs) {
    std::map<std::string_view, std::size_t> types;
    for (const Indicator& i : pack.indicators) ++types[name(i.type)];
    std::cout << pack.name << "  sha256 " << pack.sha256 << "\n  " << pack.indicators.size()
              << " indicators:";
    for (const auto& [type, count] : types) std::cout << "  " << type << " " << count;
    std::cout << "\n";
    for (const Skipped& s : pack.skipped)
      std::cout << "  skipped  " << s.id << ": " << s.why << "\n";
    for (const Indicator& i : pack.indicators)
      if (i.caution != 0)
        std::cout << "  flagged  " << name(i.type) << " " << i.value << ": " << cautions(i) << "\n";
    skipped += pack.skipped.size();
  }
  return skipped == 0 ? 0 : 3;
}

int list(const std::vector<Pack>& packs) {
  for (const Pack& pack : packs)
    for (const Indicator& i : pack.indicators)
      std::cout << pack.name << "\t" << name(i.type) << "\t" << i.value << "\t" << i.campaign
                << "\t" << i.id << "\t" << cautions(i) << "\n";
  return 0;
}

void add_action(CLI::App& verb, const char* name, const char* help,
                int (*action)(const std::vector<Pack>&), int& code) {
  auto* const sub = verb.add_subcommand(name, help);
  auto files = std::make_shared<std::vector<std::string>>();
  auto no_builtin = std::make_shared<bool>(false);
  sub->add_option("pack", *files, "files and folders (default: the packs of every run)");
  sub->add_flag("--no-builtin", *no_builtin, "leave out the pack compiled in");
  sub->callback([=, &code] {
    const auto packs = load_packs(*files, files->empty() && !*no_builtin, Pool().threads);
    if (!packs) std::cerr << "bridle: " << packs.error() << "\n";
    code = packs ? action(*packs) : 2;
  });
}

}  // namespace

void add_indicators(CLI::App& app, int& code) {
  auto* const verb =
      app.add_subcommand("indicators", "packs: what is in them, what was skipped and why");
  verb->require_subcommand(1);
  add_action(*verb, "lint", "count by type; name what was skipped or is flagged, with the reason",
             lint, code);
  add_action(*verb, "list", "every indicator, one a line, tab-separated", list, code);
}

}  // namespace bridle
