#include "engine/replay.h"

#include <atomic>
#include <csignal>
#include <iostream>
#include <memory>
#include <string>

#include "cli/progress.h"
#include "cli/scratch_folder.h"
#include "cli/secret.h"
#include "cli/verbs.h"
#include "engine/actor.h"
#include "sink/shown.h"

namespace bridle {
namespace {

constexpr std::size_t kMostShown = 600;  // characters of one text

std::atomic<bool> stop{false};

struct Asked {
  std::string folder;
  ReplayOptions options;
  SecretOptions secret;
};

int refuse(const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return 2;
}

// The log of the case says that it was run again, and how that ended.
void note(const std::string& folder, const std::string& difference) {
  Deed deed = deed_of_now("replay");
  deed.reason = difference.empty() ? "identical" : "differs";
  if (!append_deed(folder, deed))
    std::cerr << "bridle: the custody log of the case cannot be written: it does not say that it "
                 "was run again\n";
}

int run(Asked asked) {
  ReplayOptions& options = asked.options;
  options.folder = asked.folder;
  auto secret = read_secret(asked.secret, [] { return false; });
  if (!secret) return refuse(secret.error());
  options.secret = std::move(*secret);
  const auto scratch = ScratchFolder::make();
  if (!scratch) return refuse("there is no place for the second run");
  options.scratch = scratch->path() / "case";
  std::signal(SIGINT, [](int) { stop = true; });
  const auto progress = watch_progress(ProgressForm::automatic);
  const auto done = replay(options, *progress, stop);
  if (!done) return refuse(done.error());
  note(asked.folder, done->difference);
  if (done->difference.empty())
    std::cout << "identical: result.json and every file of records/\n";
  else
    std::cout << "differs: " << shown(done->difference, kMostShown) << "\n";
  return done->difference.empty() ? 0 : 6;
}

}  // namespace

void add_replay(CLI::App& app, int& code) {
  auto* const verb =
      app.add_subcommand("replay", "run again what a case records: identical, or what differs");
  auto asked = std::make_shared<Asked>();
  verb->add_option("case", asked->folder, "case folder")->required();
  verb->add_option("exhibit", asked->options.exhibits, "its exhibits, in their order")->required();
  verb->add_option("-i,--indicators", asked->options.packs,
                   "the packs of the run, if they lie elsewhere now; may be repeated");
  verb->add_option("--password-fd", asked->secret.password_fd,
                   "read the password from this descriptor");
  verb->add_option("--key", asked->secret.key_file, "file with the derived key of the backup");
  verb->add_option("--jobs", asked->options.jobs, "how many threads (default: all cores)");
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
