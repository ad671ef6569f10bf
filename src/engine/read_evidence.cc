#include "engine/read_evidence.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <iterator>
#include <optional>

#include "base/text.h"
#include "engine/actor.h"
#include "engine/changed_files.h"
#include "engine/conclude.h"
#include "engine/examine.h"
#include "engine/exhibit.h"
#include "engine/hashing.h"
#include "engine/judge.h"
#include "engine/packs.h"
#include "engine/pool.h"
#include "engine/take_in.h"
#include "engine/write_intake.h"

namespace bridle {
namespace {

std::unexpected<Refusal> broken(std::string why) {
  return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = std::move(why)});
}

struct Results {
  Outcome outcome;
  std::vector<Noted> notes;
  std::vector<std::vector<std::size_t>> parsed;  // stored files, per exhibit
  std::string broken;                            // why there can be no case
};

void add(Results& into, Examined one, Watcher& watcher) {
  if (into.broken.empty()) into.broken = std::move(one.broken);
  const auto append = [](auto& to, auto& from) { std::ranges::move(from, std::back_inserter(to)); };
  for (const Finding& f : one.findings) watcher.found(f);
  append(into.outcome.coverage, one.coverage);
  append(into.outcome.findings, one.findings);
  append(into.outcome.gaps, one.gaps);
  append(into.notes, one.notes);
  for (const auto& [exhibit, stored] : one.parsed) into.parsed[exhibit].push_back(stored);
}

struct Reading {
  const Workplace& with;
  Hashing& hashing;
};

// Jobs that were not begun when the run was stopped still say so: they all run, and end at once.
void examine_all(const Evidence& evidence, std::span<const Job* const> jobs,
                 const Detection& detection, const Reading& run, Results& into) {
  constexpr std::uint64_t kFirst = 1ULL << 62;  // those that wait for the hashes come last
  const Workplace& with = run.with;
  std::vector<std::uint64_t> weights;
  for (const Job* job : jobs)
    weights.push_back(job->bytes + (job->artefact->turn == Turn::opened ? kFirst : 0));
  const std::atomic<bool> never{false};
  run_ordered(
      {.threads = with.jobs, .ahead = jobs.size()}, largest_first(weights), never,
      [&](std::size_t n) {
        if (jobs[n]->artefact->turn == Turn::hashed) run.hashing.join();
        return examine(*jobs[n], evidence, detection, with);
      },
      [&](std::size_t n, Examined one) {
        with.link.reading(jobs[n]->artefact->id);
        add(into, std::move(one), with.link);
      });
}

// Files at hand, and one turn after the other only where what is fetched for one displaces what
// was fetched for the other.
void take_turns(const Evidence& evidence, std::span<const Job> jobs, const Detection& detection,
                const Reading& run, Results& into) {
  const bool displaces = std::ranges::any_of(
      evidence.exhibits, [](const Exhibit& e) { return e.store->carrier() != nullptr; });
  std::vector<const Job*> mine;
  for (const Turn turn : {Turn::opened, Turn::hashed}) {
    for (const Job& job : jobs)
      if (job.artefact->turn == turn) mine.push_back(&job);
    fetch(evidence.exhibits, jobs, turn, into.outcome.gaps, run.with);
    if (turn == Turn::opened && !displaces) continue;
    examine_all(evidence, mine, detection, run, into);
    mine.clear();
  }
}

CaseFiles files_of(std::span<const Exhibit> exhibits, const std::atomic<bool>& stop) {
  std::vector<CaseFiles::Part> parts;
  for (const Exhibit& e : exhibits)
    parts.push_back({.tree = e.tree.get(), .store = e.store.get(), .digests = e.digests.get()});
  return CaseFiles(std::move(parts), &stop);
}

// As if there were no turns.
void order_by_artefact(Results& results) {
  std::ranges::stable_sort(results.outcome.coverage, {}, &Coverage::surface);
  std::ranges::stable_sort(results.outcome.gaps, {}, &Gap::artefact);
  std::ranges::stable_sort(results.notes, {}, [](const Noted& n) { return n.note.artefact; });
}

void add_gaps(std::size_t exhibit, const auto& gaps, Outcome& outcome) {
  for (const auto& g : gaps)
    outcome.gaps.push_back({.exhibit = exhibit, .path = g.path, .at = g.at, .why = g.why});
}

// What nothing here reads, by its names. It is shown beside the verdict and does not make a run
// incomplete: it is so for each exhibit of this kind (docs/decisions/0010-unread-parts.md).
void add_unread(std::size_t exhibit, const Tree& tree, Outcome& outcome) {
  for (const UnreadParts& unread : tree.unread()) {
    std::string why = (unread.more ? "more than " : "") + std::to_string(unread.names.size()) +
                      " that nothing here reads: ";
    for (const std::string& name : unread.names)
      why += (&name == &unread.names.front() ? "" : ", ") + name;
    outcome.coverage.push_back({.exhibit = exhibit,
                                .surface = unread.container,
                                .state = State::unsupported,
                                .why = std::move(why)});
  }
}

void describe(std::size_t number, const Exhibit& e, Outcome& outcome) {
  const auto whole =
      e.carrier ? tree_digest(*e.store->carrier(), *e.carrier) : tree_digest(*e.store, *e.digests);
  if (!whole)
    outcome.gaps.push_back({.exhibit = number, .at = whole.error().at, .why = whole.error().what});
  outcome.exhibits.push_back({.kind = std::string(e.tree->kind()),
                              .sha256 = whole ? hex(*whole) : "",
                              .device = e.tree->device(),
                              .path = e.path});
  std::vector<StoreGap> lost;
  std::ranges::copy_if(e.store->gaps(), std::back_inserter(lost),
                       [](const StoreGap& g) { return g.loss != Loss::no_content; });
  add_gaps(number, lost, outcome);
  add_gaps(number, e.digests->gaps(), outcome);
  add_gaps(number, e.tree->gaps(), outcome);
  add_unread(number, *e.tree, outcome);
}

// The rest of a large exhibit may take minutes: somebody who stops a run does not wait for it.
void abandon_hashing(std::span<const Exhibit> exhibits) {
  for (const Exhibit& e : exhibits) {
    e.digests->abandon();
    if (e.carrier) e.carrier->abandon();
  }
}

// Whether the exhibits are still what they were when the run began.
void check_unchanged(std::span<const Exhibit> exhibits, Results& results, unsigned threads) {
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    auto& mine = results.parsed[i];
    std::ranges::sort(mine);
    mine.erase(std::ranges::unique(mine).begin(), mine.end());
    const Exhibit& e = exhibits[i];
    const auto changed = e.carrier ? changed_files(threads, *e.store->carrier(), *e.carrier, {0})
                                   : changed_files(threads, *e.store, *e.digests, std::move(mine));
    for (const std::string& path : changed) {
      results.outcome.verdict = Verdict::invalid;
      results.outcome.complete = false;
      results.outcome.gaps.push_back(
          {.exhibit = i, .path = path, .why = "the exhibit changed while it was read"});
    }
  }
}

// Says how long each stage took, for run.json.
class Stages {
 public:
  explicit Stages(WorkerLink& link) : link_(link) {}
  void done(std::string name) {
    const auto at = Clock::now();
    const auto us = std::chrono::duration_cast<std::chrono::microseconds>(at - last_).count();
    link_.tell({.said = Said::took,
                .numbers = {static_cast<std::uint64_t>(us)},
                .texts = {std::move(name)}});
    last_ = at;
  }

 private:
  using Clock = std::chrono::steady_clock;
  WorkerLink& link_;
  Clock::time_point last_ = Clock::now();
};

// Why the owner's consent does not cover what was given, as a sentence.
std::optional<std::string> refused_by_owner(const std::optional<GivenConsent>& given,
                                            std::span<const Exhibit> exhibits) {
  if (!given) return {};
  for (const Exhibit& e : exhibits)
    if (auto why = refuses_exhibit(given->consent, e.tree->kind(), now()))
      return e.path + ": " + *why;
  return {};
}

// Reads and hashes, side by side.
void read_all(std::span<const Exhibit> exhibits, std::span<const Job> jobs,
              const Detection& detection, Hashing& hashing, const Workplace& with, Results& results,
              Stages& stages) {
  const CaseFiles files = files_of(exhibits, with.spots.stop);
  const Evidence evidence{.exhibits = exhibits, .files = files};
  take_turns(evidence, jobs, detection, {with, hashing}, results);
  order_by_artefact(results);
  stages.done("reading");
  hashing.join();
  if (with.spots.stop) abandon_hashing(exhibits);
  stages.done("hashing");
}

// What it all amounts to, while the intake is written down.
std::expected<Outcome, Refusal> sum_up(std::span<const Exhibit> exhibits,
                                       const Indicators& indicators,
                                       std::span<const Rule* const> active, Results results,
                                       const Workplace& with) {
  Outcome& outcome = results.outcome;
  for (std::size_t i = 0; i < exhibits.size(); ++i) describe(i, exhibits[i], outcome);
  auto intake = std::async(std::launch::async,
                           [&] { return write_intake(with.link, outcome.exhibits, exhibits); });
  for (const Pack& pack : indicators.packs) outcome.packs.push_back(applied(pack));
  judge(active, std::move(results.notes), outcome.findings);
  conclude(outcome, exhibits, with.spots.stop);
  check_unchanged(exhibits, results, with.jobs);
  const auto taken = intake.get();
  if (!taken) return broken(std::string("intake: ") + taken.error().what);
  with.link.tell({.said = Said::intake, .numbers = {taken->files}, .texts = {hex(taken->root)}});
  return std::move(outcome);
}

}  // namespace

std::expected<Outcome, Refusal> read_evidence(const CheckOptions& options,
                                              std::span<const Artefact* const> catalogue,
                                              const Workplace& with) {
  Stages stages(with.link);
  auto reading = std::async(std::launch::async, [&] {
    return read_indicators(options.packs, options.builtin, with.jobs);
  });
  auto exhibits = take_in(options.exhibits, with);
  const auto indicators = reading.get();
  if (!indicators)
    return std::unexpected(Refusal{.kind = Refusal::Kind::usage, .why = indicators.error()});
  if (!exhibits) return std::unexpected(exhibits.error());
  if (const auto place = with.link.opened(); !place)
    return std::unexpected(Refusal{.kind = Refusal::Kind::usage,
                                   .why = options.output.string() + ": " + place.error().what});
  stages.done("listing and packs");

  Hashing hashing(*exhibits, with);
  open_trees(*exhibits, catalogue, options.secret, with);
  stages.done("opening");
  if (auto why = refused_by_owner(options.consent, *exhibits)) {
    with.spots.stop = true;  // hashing ends with it
    return std::unexpected(Refusal{.kind = Refusal::Kind::usage, .why = std::move(*why)});
  }
  Results results;
  results.outcome.version = BRIDLE_VERSION;
  results.parsed.resize(exhibits->size());
  const std::vector<Job> jobs = plan(*exhibits, catalogue);
  const auto active = options.builtin ? rules() : std::span<const Rule* const>{};
  const Detection detection{.indicators = **indicators, .rules = active};
  read_all(*exhibits, jobs, detection, hashing, with, results, stages);
  if (!results.broken.empty()) return broken(results.broken);
  auto outcome = sum_up(*exhibits, **indicators, active, std::move(results), with);
  stages.done("checking again");
  return outcome;
}

}  // namespace bridle
