#include "engine/check.h"

#include <algorithm>
#include <csignal>
#include <iterator>
#include <thread>

#include "base/text.h"
#include "engine/actor.h"
#include "engine/case_outputs.h"
#include "engine/packs.h"
#include "engine/read_evidence.h"
#include "engine/supervise.h"
#include "engine/write_case.h"
#include "source/inside.h"

namespace bridle {
namespace {

std::unexpected<Refusal> broken(const Error& error) {
  return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = error.what});
}

Supervision supervision_of(const CheckOptions& options) {
  Supervision how;
  how.jobs = options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  how.exhibits = options.exhibits.size();
  how.patience = options.patience;
  how.confinement.readable = options.exhibits;
  std::ranges::copy(places_of_packs(options.packs), std::back_inserter(how.confinement.readable));
  how.confinement.memory = options.memory;
  return how;
}

}  // namespace

std::expected<Outcome, Refusal> check(const CheckOptions& asked, Watcher& watcher,
                                      const std::atomic<bool>& stop) {
  return check(asked, artefacts(), watcher, stop);
}

std::expected<Outcome, Refusal> check(const CheckOptions& asked,
                                      std::span<const Artefact* const> catalogue, Watcher& watcher,
                                      const std::atomic<bool>& stop) {
  Run run{.started = now(),
          .output = (asked.moved_to.empty() ? asked.output : asked.moved_to).string(),
          .packs = asked.packs,
          .builtin = asked.builtin};
  for (const std::string& path : asked.exhibits)
    if (const auto apart = check_apart(asked.output.string(), path); !apart)
      return std::unexpected(
          Refusal{.kind = Refusal::Kind::usage, .why = path + ": " + apart.error().what});
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on files is an error like a full disk
  Supervision how = supervision_of(asked);
  how.catalogue = catalogue;
  CaseOutputs outputs(asked.output, catalogue);
  auto done = supervise(how, outputs, watcher, stop, [&](const Workplace& with) {
    return read_evidence(asked, catalogue, with);
  });
  if (!done) return std::unexpected(std::move(done.error()));
  tell_lacking(done->lacking, watcher);
  Outcome& outcome = done->outcome;
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i)
    outcome.exhibits[i].path = asked.exhibits[i];
  run.jobs = how.jobs;
  run.durations = std::move(done->took);
  run.unconfined = std::move(done->lacking);
  if (const auto named = outputs.finish(); !named) return broken(named.error());
  if (const auto written =
          write_case(outputs.folder(), outcome, std::move(run), done->intake, asked.consent);
      !written)
    return broken(written.error());
  return std::move(outcome);
}

}  // namespace bridle
