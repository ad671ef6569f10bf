#include "engine/check.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <string>

#include "cli/batch.h"
#include "cli/fail_on.h"
#include "cli/progress.h"
#include "cli/secret.h"
#include "cli/verbs.h"
#include "engine/conclude.h"
#include "engine/needs_secret.h"
#include "sink/result.h"
#include "sink/terminal.h"

namespace bridle {
namespace {

std::atomic<bool> stop{false};

struct Asked {
  CheckOptions check;
  SecretOptions secret;
  std::string output;
  std::string format = "text";
  std::string progress = "auto";
  std::string fail_on;
  std::string consent;
  std::string batch;
  std::string lake;
  std::uint64_t memory_mb = 0;
  bool no_builtin = false;
};

std::string default_output() {
  const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return "case-" + iso8601(Time{std::chrono::duration_cast<std::chrono::microseconds>(
                                    today.time_since_epoch())
                                    .count()})
                       .substr(0, 10);
}

int refuse(const Refusal& refusal) {
  std::cerr << "bridle: " << refusal.why << "\n";
  return refusal.kind == Refusal::Kind::usage ? 2 : 1;
}

std::expected<void, std::string> add_consent(const std::string& file, CheckOptions& options) {
  if (file.empty()) return {};
  auto given = read_consent(file);
  if (!given) return std::unexpected(file + ": " + given.error().what);
  options.consent = std::move(*given);
  return {};
}

int refuse_usage(std::string why) {
  return refuse({.kind = Refusal::Kind::usage, .why = std::move(why)});
}

int run_one(Asked asked) {
  CheckOptions& options = asked.check;
  options.output = asked.output.empty() ? default_output() : asked.output;
  std::signal(SIGINT, [](int) { stop = true; });
  std::signal(SIGTERM, [](int) { stop = true; });
  const auto progress = watch_progress(progress_form(asked.progress));
  const auto done = check(options, *progress, stop);
  if (!done) return refuse(done.error());
  const Outcome& outcome = *done;
  if (asked.format == "json") std::cout << result_json(outcome);
  if (asked.format == "jsonl") std::cout << findings_jsonl(outcome);
  std::cerr << terminal_summary(outcome, options.output.string(), terminal_look(STDERR_FILENO));
  return with_fail_on(exit_code(outcome), asked.fail_on);
}

int run(Asked asked) {
  CheckOptions& options = asked.check;
  const bool batch = !asked.batch.empty();
  if (batch != options.exhibits.empty())
    return refuse_usage("either exhibits, or --batch and --lake");
  options.builtin = !asked.no_builtin;
  options.memory = asked.memory_mb << 20;
  if (const auto added = add_consent(asked.consent, options); !added)
    return refuse_usage(added.error());
  // Nobody sits beside a batch.
  const auto ask = [&] { return !batch && needs_secret(options.exhibits); };
  auto secret = read_secret(asked.secret, ask);
  if (!secret) return refuse_usage(secret.error());
  options.secret = std::move(*secret);
  if (!batch) return run_one(std::move(asked));
  return run_batch({.check = std::move(options),
                    .phones = asked.batch,
                    .lake = asked.lake,
                    .kept = asked.output,
                    .format = asked.format,
                    .progress = progress_form(asked.progress),
                    .fail_on = asked.fail_on});
}

}  // namespace

void add_check(CLI::App& app, int& code) {
  auto* const verb =
      app.add_subcommand("check", "take exhibits in, read them, detect, write a case");
  auto asked = std::make_shared<Asked>();
  auto* const exhibits = verb->add_option(
      "exhibit", asked->check.exhibits,
      "backup, acquisition, bugreport, log, app or file system, as folder, archive or file");
  verb->add_option("-o,--output", asked->output,
                   "folder for the case: absent or empty (default: ./case-<date>); with --batch, "
                   "for the cases, each under its phone's name");
  auto* const batch = verb->add_option(
      "--batch", asked->batch,
      "folder of many phones: each of its sub-folders holds the exhibits of one, named after it");
  auto* const lake =
      verb->add_option("--lake", asked->lake, "lake that takes the records of a batch on");
  batch->needs(lake)->excludes(exhibits);
  lake->needs(batch);
  verb->add_option("-i,--indicators", asked->check.packs,
                   "indicator pack, file or folder; may be repeated");
  verb->add_option("--password-fd", asked->secret.password_fd,
                   "read the password from this descriptor");
  verb->add_option("--key", asked->secret.key_file, "file with the derived key of the backup");
  verb->add_option("--consent", asked->consent,
                   "what the phone's owner agreed to, as a file: nothing beyond it is done");
  verb->add_flag("--no-builtin", asked->no_builtin, "leave out the built-in rules and pack");
  verb->add_option("--jobs", asked->check.jobs,
                   "how many threads, or phones of a batch at a time (default: all cores)");
  verb->add_option("--memory", asked->memory_mb,
                   "megabytes that reading may use (default: three quarters of the machine's)")
      ->check(CLI::Range(std::uint64_t{512}, std::uint64_t{1} << 30));
  verb->add_option("--format", asked->format, "what goes to standard output")
      ->check(CLI::IsMember({"text", "json", "jsonl"}));
  verb->add_option("--progress", asked->progress, "how the run is shown")
      ->check(CLI::IsMember({"auto", "none", "jsonl"}));
  verb->add_option("--fail-on", asked->fail_on,
                   "the weakest verdict that gives a non-zero exit code")
      ->check(CLI::IsMember({"match", "lead", "inconclusive"}));
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
