#include <filesystem>
#include <iostream>

#include "cli/mvt.h"
#include "cli/mvt_console.h"
#include "cli/mvt_folders.h"
#include "cli/scratch_folder.h"
#include "engine/conclude.h"
#include "engine/recheck.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// The last case in a folder of results, or the folder itself if it is one.
std::optional<fs::path> case_in(const fs::path& folder) {
  std::error_code none;
  if (fs::exists(folder / "result.json", none)) return folder;
  std::optional<fs::path> last;
  for (int n = 1; fs::exists(mvt_case(folder, n) / "result.json", none); ++n)
    last = mvt_case(folder, n);
  return last;
}

int show(const MvtAsked& asked, const Outcome& outcome, const fs::path& folder,
         const fs::path& scratch, MvtConsole& console) {
  const auto told = write_mvt_folder({.command = asked.command,
                                      .only = asked.module,
                                      .case_folder = folder,
                                      .output = {},
                                      .scratch = scratch,
                                      .zone = mvt_phone_zone(folder)},
                                     outcome);
  if (!told) {
    console.error(told.error().what);
    return kMvtFailed;
  }
  console.modules(*told);
  console.alerts(*told);
  return asked.bridle_codes ? exit_code(outcome) : 0;
}

int check_iocs(const MvtAsked& asked) {
  MvtConsole console;
  const auto folder = case_in(asked.target);
  if (!folder) {
    console.error(asked.target +
                  ": no results that bridle wrote; check the exhibit itself, it takes seconds");
    return kMvtFailed;
  }
  const auto scratch = ScratchFolder::make();
  if (!scratch) {
    console.error("there is no place for what is needed while it runs");
    return kMvtFailed;
  }
  const auto outcome =
      recheck({.folder = *folder, .packs = asked.packs, .scratch = scratch->path()});
  if (outcome) return show(asked, *outcome, *folder, scratch->path(), console);
  console.error(outcome.error());
  return kMvtFailed;
}

int run(const MvtAsked& asked) {
  if (!asked.list && (asked.module.empty() || find_mvt_module(*asked.command, asked.module)) &&
      asked.modules_to_load.empty())
    return check_iocs(asked);
  return run_mvt_check(asked);  // lists, or refuses
}

}  // namespace

void add_mvt_check_iocs(CLI::App& group, const MvtCommand& command, int& code) {
  auto asked = std::make_shared<MvtAsked>();
  auto* const verb = add_mvt_check(group, command, "folder", asked);
  verb->add_option("-m,--module", asked->module, "this module alone");
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
