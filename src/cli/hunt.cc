#include "lake/hunt.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "cli/verbs.h"
#include "lake/hunt_report.h"
#include "lake/last_hunt.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

struct Asked {
  std::string lake, output, format = "text";
  HuntOptions options;
  bool no_builtin = false, changed = false;
};

int refused(const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return 2;
}

// The strongest of what the contract gives the cases.
int exit_code(const Hunt& hunt) {
  int code = hunt.gaps.empty() ? 0 : 3;
  for (const HuntedCase& one : hunt.cases) {
    int its = one.complete && one.verdict != Verdict::inconclusive ? 0 : 3;
    for (const Finding& f : one.findings) its = std::max(its, f.level == Level::match ? 5 : 4);
    code = std::max(code, its);
  }
  return code;
}

int run(Asked asked) {
  const auto lake = Lake::open(asked.lake);
  if (!lake) return refused(asked.lake + ": " + lake.error().what);
  asked.options.builtin = !asked.no_builtin;
  auto found = hunt(*lake, asked.options);
  if (!found) return refused(found.error());
  if (const auto done = remember(*lake, *found, asked.changed ? Tell::changed : Tell::all); !done)
    return refused(asked.lake + ": " + done.error().what);
  if (!asked.output.empty())
    if (const auto done = write_private(asked.output, hunt_json(*found)); !done)
      return refused(asked.output + ": " + done.error().what);
  if (asked.format == "json") std::cout << hunt_json(*found);
  std::cerr << hunt_table(*found);
  return exit_code(*found);
}

}  // namespace

void add_hunt(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("hunt", "try indicators on every case that a lake holds");
  auto asked = std::make_shared<Asked>();
  verb->add_option("lake", asked->lake, "folder of the lake")->required();
  verb->add_option("-i,--indicators", asked->options.packs,
                   "indicator pack, file or folder; may be repeated");
  verb->add_option("-o,--output", asked->output, "file for the findings, as JSON");
  verb->add_flag("--changed", asked->changed, "only what no hunt in this lake told before");
  verb->add_flag("--no-builtin", asked->no_builtin, "leave out the built-in pack");
  verb->add_option("--jobs", asked->options.jobs, "how many threads (default: all cores)");
  verb->add_option("--format", asked->format, "what goes to standard output")
      ->check(CLI::IsMember({"text", "json"}));
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
