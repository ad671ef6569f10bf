#include "engine/check.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <string>

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
  std::uint64_t memory_mb = 0;
  bool no_builtin = false;
};

ProgressForm progress_form(const std::string& name) {
  if (name == "jsonl") return ProgressForm::jsonl;
  return name == "none" ? ProgressForm::none : ProgressForm::automatic;
}

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

// --fail-on LEVEL: whatever is weaker than LEVEL counts as success.
int with_fail_on(int code, const std::string& level) {
  const std::map<std::string, int> least = {{"match", 5}, {"lead", 4}, {"inconclusive", 3}};
  const auto at = least.find(level);
  if (at == least.end() || code < 3 || code > 5) return code;
  return code >= at->second ? code : 0;
}

int run(Asked asked) {
  CheckOptions& options = asked.check;
  options.output = asked.output.empty() ? default_output() : asked.output;
  options.builtin = !asked.no_builtin;
  options.memory = asked.memory_mb << 20;
  if (!asked.consent.empty()) {
    auto given = read_consent(asked.consent);
    if (!given)
      return refuse(
          {.kind = Refusal::Kind::usage, .why = asked.consent + ": " + given.error().what});
    options.consent = std::move(*given);
  }
  const auto ask = [&] { return needs_secret(options.exhibits); };
  auto secret = read_secret(asked.secret, ask);
  if (!secret) return refuse({.kind = Refusal::Kind::usage, .why = secret.error()});
  options.secret = std::move(*secret);
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

}  // namespace

void add_check(CLI::App& app, int& code) {
  auto* const verb =
      app.add_subcommand("check", "take exhibits in, read them, detect, write a case");
  auto asked = std::make_shared<Asked>();
  verb->add_option(
          "exhibit", asked->check.exhibits,
          "backup, acquisition, bugreport, log, app or file system, as folder, archive or file")
      ->required();
  verb->add_option("-o,--output", asked->output,
                   "folder for the case: absent or empty (default: ./case-<date>)");
  verb->add_option("-i,--indicators", asked->check.packs,
                   "indicator pack, file or folder; may be repeated");
  verb->add_option("--password-fd", asked->secret.password_fd,
                   "read the password from this descriptor");
  verb->add_option("--key", asked->secret.key_file, "file with the derived key of the backup");
  verb->add_option("--consent", asked->consent,
                   "what the phone's owner agreed to, as a file: nothing beyond it is done");
  verb->add_flag("--no-builtin", asked->no_builtin, "leave out the built-in rules and pack");
  verb->add_option("--jobs", asked->check.jobs, "how many threads (default: all cores)");
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
