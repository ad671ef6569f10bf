#include "lake/lake.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "cli/verbs.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kMostShown = 300;  // characters of one text

int refused(const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return 2;
}

int add(const std::string& path, const std::vector<std::string>& cases) {
  const auto lake = Lake::open_or_create(path);
  if (!lake) return refused(path + ": " + lake.error().what);
  const std::vector<std::filesystem::path> folders(cases.begin(), cases.end());
  const auto done = lake->add(folders);
  if (!done) return refused(path + ": " + done.error());
  for (const Lake::Refused& one : done->refused)
    std::cerr << "bridle: " << shown(one.folder.string(), kMostShown) << ": " << one.why << "\n";
  std::cout << "added: " << done->cases.size() << " cases, " << done->records << " records\n";
  return done->refused.empty() ? 0 : 2;
}

int remove(const std::string& path, const std::vector<std::string>& names) {
  const auto lake = Lake::open(path);
  if (!lake) return refused(path + ": " + lake.error().what);
  int code = 0;
  for (const std::string& name : names) {
    const auto removed = lake->remove(name);
    if (!removed) return refused(path + ": " + removed.error());
    if (*removed) {
      std::cout << "removed: " << name << "\n";
      continue;
    }
    std::cerr << "bridle: " << shown(name, kMostShown) << ": not in the lake\n";
    code = 2;
  }
  return code;
}

int compact(const std::string& path, const std::vector<std::string>&) {
  const auto lake = Lake::open(path);
  if (!lake) return refused(path + ": " + lake.error().what);
  if (const auto done = lake->compact(Lake::Which::all); !done)
    return refused(path + ": " + done.error().what);
  return 0;
}

int list(const std::string& path, const std::vector<std::string>&) {
  const auto lake = Lake::open(path);
  if (!lake) return refused(path + ": " + lake.error().what);
  const auto view = LakeView::of(*lake);
  if (!view) return refused(path + ": " + view.error().what);
  std::vector<LakeCase> cases;
  std::uint64_t records = 0;
  for (const Segment& one : view->segments) {
    cases.insert(cases.end(), one.cases.begin(), one.cases.end());
    records += one.records;
  }
  std::ranges::sort(cases, {}, &LakeCase::name);
  for (const LakeCase& one : cases) std::cout << one.name << "\t" << one.id << "\n";
  std::cerr << cases.size() << " cases, " << records << " records, " << view->segments.size()
            << " segments\n";
  return 0;
}

struct Action {
  const char* name;
  const char* help;
  const char* operand;  // null if there is none beside the lake
  int (*run)(const std::string& lake, const std::vector<std::string>& operands);
};

void add_action(CLI::App& verb, const Action& action, int& code) {
  auto* const sub = verb.add_subcommand(action.name, action.help);
  auto path = std::make_shared<std::string>();
  auto operands = std::make_shared<std::vector<std::string>>();
  sub->add_option("lake", *path, "folder of the lake")->required();
  if (action.operand) sub->add_option(action.operand, *operands, "")->required();
  sub->callback([=, &code] { code = action.run(*path, *operands); });
}

}  // namespace

void add_lake(CLI::App& app, int& code) {
  constexpr Action kActions[] = {
      {"add", "keep the records of cases; what people wrote is left out", "case", add},
      {"remove", "take cases out: nothing of their records is left", "name", remove},
      {"list", "the cases that it holds", nullptr, list},
      {"compact", "make one segment of all, so that a hunt opens fewer files", nullptr, compact},
  };
  auto* const verb =
      app.add_subcommand("lake", "the records of many cases, to be searched again and compared");
  verb->require_subcommand(1);
  for (const Action& action : kActions) add_action(*verb, action, code);
}

}  // namespace bridle
