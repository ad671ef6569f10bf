#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/text.h"
#include "cli/mvt.h"
#include "cli/mvt_console.h"
#include "cli/mvt_folders.h"
#include "cli/progress.h"
#include "cli/scratch_folder.h"
#include "cli/secret.h"
#include "engine/check.h"
#include "engine/conclude.h"
#include "engine/needs_secret.h"
#include "sink/terminal.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

std::atomic<bool> stop{false};

// Where the case goes: a folder of its own beside MVT's files, or one that is removed again.
class CasePlace {
 public:
  static std::expected<CasePlace, std::string> choose(const std::string& output) {
    if (!output.empty()) {
      std::error_code none;
      int n = 1;
      while (fs::exists(mvt_case(output, n), none)) ++n;
      return CasePlace(mvt_case(output, n), std::nullopt);
    }
    auto scratch = ScratchFolder::make();
    if (!scratch) return std::unexpected("there is no place for a case that is not kept: give -o");
    fs::path inside = scratch->path() / "case";
    return CasePlace(std::move(inside), std::move(scratch));
  }
  const fs::path& path() const { return path_; }

 private:
  CasePlace(fs::path path, std::optional<ScratchFolder> scratch)
      : path_(std::move(path)), scratch_(std::move(scratch)) {}
  fs::path path_;
  std::optional<ScratchFolder> scratch_;
};

// The folder that MVT keeps its own downloads in: they count here too.
void add_downloaded_packs(std::vector<std::string>& packs) {
  fs::path folder;
  if (const char* named = std::getenv("MVT_DATA_FOLDER"))
    folder = named;
  else if (const char* data = std::getenv("XDG_DATA_HOME"); data && *data)
    folder = fs::path(data) / "mvt";
  else if (const char* home = std::getenv("HOME"); home && *home)
    folder = fs::path(home) / ".local/share/mvt";
  std::error_code none;
  if (!folder.empty() && fs::is_directory(folder / "indicators", none))
    packs.push_back((folder / "indicators").string());
}

std::expected<Secret, std::string> secret_of(const MvtAsked& asked) {
  if (!asked.password.empty()) {
    warn_of_password();
    return Secret{.password = asked.password, .key = {}};
  }
  return read_secret({}, [&] { return !asked.no_questions && needs_secret({asked.target}); });
}

// Why the run showed nothing of what the command is for, if it did not.
std::string nothing_read(const MvtAsked& asked, const Outcome& outcome) {
  const std::string& kind = outcome.exhibits.front().kind;
  if (std::ranges::find(asked.command->kinds, kind) == asked.command->kinds.end())
    return "this is no exhibit for " + std::string(asked.command->name) + " but " + kind +
           ": use the command for it, or bridle check";
  const auto is = [&](State state) {
    return std::ranges::any_of(outcome.coverage,
                               [&](const Coverage& c) { return c.state == state; });
  };
  // Of an acquisition only the backup in it can be; the rest was read.
  const bool locked = is(State::encrypted) && asked.command != &mvt_android_check_androidqf;
  if (locked)
    return "it is encrypted, and no password that fits was given: what counts was not read";
  if (is(State::read) || is(State::partly)) return {};
  for (const Gap& gap : outcome.gaps)
    if (!gap.why.empty()) return "nothing could be read: " + gap.why;
  return "nothing could be read";
}

int failed(MvtConsole& console, std::string_view why, int code = kMvtFailed) {
  console.error(why);
  return code;
}

std::optional<Zone> zone_of(const MvtAsked& asked, const fs::path& case_folder) {
  if (!asked.timezone.empty()) return Zone::named(asked.timezone);
  return std::string_view(asked.command->time_column) == "UTC Timestamp"
             ? Zone()
             : mvt_phone_zone(case_folder);
}

Result<void> write_notes(const MvtAsked& asked, const CheckOptions& options,
                         const fs::path& case_folder) {
  return write_mvt_info(asked.output,
                        {.target = asked.target,
                         .version = "bridle " BRIDLE_VERSION,
                         .date = mvt_now(),
                         .packs = options.packs,
                         .sums = asked.hashes ? case_folder / "intake/SHA256SUMS" : fs::path()});
}

// The case is there: MVT's files out of it.
int show(const MvtAsked& asked, const CheckOptions& options, const Outcome& outcome,
         MvtConsole& console) {
  const auto zone = zone_of(asked, options.output);
  if (!zone) return failed(console, "no time zone has the name " + asked.timezone, kMvtUsage);
  const auto told = write_mvt_folder({.command = asked.command,
                                      .only = asked.module,
                                      .case_folder = options.output,
                                      .output = asked.output,
                                      .scratch = options.output,
                                      .zone = *zone},
                                     outcome);
  if (!told) return failed(console, told.error().what);
  console.modules(*told);
  console.alerts(*told);
  const std::string nothing = nothing_read(asked, outcome);
  if (!nothing.empty()) console.error(nothing);
  if (!asked.output.empty()) {
    const auto noted = write_notes(asked, options, options.output);
    const auto logged = console.write_log(asked.output);
    if (!noted || !logged) return failed(console, "a file of results cannot be written");
  }
  std::cout << std::flush;
  std::cerr << terminal_summary(outcome, options.output.string(), terminal_look(STDERR_FILENO));
  if (!nothing.empty()) return kMvtFailed;
  return asked.bridle_codes ? exit_code(outcome) : 0;
}

int check_and_show(const MvtAsked& asked) {
  MvtConsole console;
  auto place = CasePlace::choose(asked.output);
  if (!place) return failed(console, place.error());
  auto secret = secret_of(asked);
  if (!secret) return failed(console, secret.error(), kMvtUsage);
  CheckOptions options;
  options.exhibits = {asked.target};
  options.output = place->path();
  options.packs = asked.packs;
  add_downloaded_packs(options.packs);
  options.secret = std::move(*secret);
  options.builtin = asked.builtin;
  std::signal(SIGINT, [](int) { stop = true; });
  std::signal(SIGTERM, [](int) { stop = true; });
  console.info("bridle " BRIDLE_VERSION ", " + std::string(asked.command->name) + ": " +
               asked.target);
  if (asked.fast) console.info("-f leaves nothing out: no module here is slow");
  const auto progress =
      watch_progress(asked.verbose ? ProgressForm::automatic : ProgressForm::none);
  const auto done = check(options, *progress, stop);
  if (!done)
    return failed(console, done.error().why,
                  done.error().kind == Refusal::Kind::usage ? kMvtUsage : kMvtFailed);
  return show(asked, options, *done, console);
}

}  // namespace

int run_mvt_check(const MvtAsked& asked) {
  if (asked.list) {
    std::cout << "Modules of " << asked.command->name << ":\n";
    for (const MvtModule* module : asked.command->modules)
      std::cout << " - " << module->name << "\n";
    return 0;
  }
  MvtConsole console;
  std::error_code none;
  if (!fs::exists(asked.target, none))
    return failed(console, asked.target + " does not exist", kMvtUsage);
  if (!asked.modules_to_load.empty())
    return failed(console, "--load-module: modules of MVT are programs; bridle runs none",
                  kMvtUsage);
  if (asked.virustotal)
    return failed(console,
                  "-V: bridle never goes to the network; the hashes stand in aqf_packages.json",
                  kMvtUsage);
  if (!asked.module.empty() && !find_mvt_module(*asked.command, asked.module))
    return failed(console, "no module of the name " + asked.module + ": -l lists them", kMvtUsage);
  return check_and_show(asked);
}

}  // namespace bridle
