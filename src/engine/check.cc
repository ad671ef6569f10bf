#include "engine/check.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <thread>

#include "base/text.h"
#include "engine/changed_files.h"
#include "engine/conclude.h"
#include "engine/examine.h"
#include "engine/exhibit.h"
#include "engine/hashing.h"
#include "engine/judge.h"
#include "engine/packs.h"
#include "engine/pool.h"
#include "engine/stages.h"
#include "engine/write_case.h"
#include "engine/write_intake.h"
#include "source/inside.h"

namespace bridle {
namespace {

std::unexpected<Refusal> refuse(std::string why) {
  return std::unexpected(Refusal{.kind = Refusal::Kind::usage, .why = std::move(why)});
}

std::unexpected<Refusal> broken(const Error& error) {
  return std::unexpected(Refusal{.kind = Refusal::Kind::internal, .why = error.what});
}

struct Indicators {
  explicit Indicators(std::vector<Pack> read) : packs(std::move(read)), matcher(packs) {}
  std::vector<Pack> packs;
  Matcher matcher;  // looks into the packs
};

std::expected<std::unique_ptr<Indicators>, std::string> read_indicators(
    const CheckOptions& options) {
  auto packs = load_packs(options.packs, options.builtin, options.jobs);
  if (!packs) return std::unexpected(packs.error());
  return std::make_unique<Indicators>(std::move(*packs));
}

std::expected<std::vector<Exhibit>, Refusal> take_in(const CheckOptions& options) {
  std::vector<Exhibit> exhibits;
  for (const std::string& path : options.exhibits) {
    if (const auto apart = check_apart(options.output.string(), path); !apart)
      return refuse(path + ": " + apart.error().what);
    auto store = open_store(path);
    if (!store) return refuse(path + ": " + store.error().what);
    Exhibit e{.path = path, .store = std::move(*store), .digests = {}, .carrier = {}, .tree = {}};
    e.digests = std::make_unique<Digests>(*e.store);
    if (e.store->carrier()) e.carrier = std::make_unique<Digests>(*e.store->carrier());
    exhibits.push_back(std::move(e));
  }
  return exhibits;
}

void open_trees(std::vector<Exhibit>& exhibits, const CheckOptions& options,
                const std::atomic<bool>& stop) {
  OpenOptions how{.secret = options.secret, .reads = {}, .stop = &stop};
  for (const Artefact* a : artefacts())
    how.reads.insert(how.reads.end(), a->reads.begin(), a->reads.end());
  for (Exhibit& e : exhibits) e.tree = open_tree(*e.store, how);
}

// Files that can only be read in order are fetched at once for all jobs of a turn.
void fetch(std::span<const Exhibit> exhibits, std::span<const Job> jobs, Turn turn,
           std::vector<Gap>& gaps) {
  std::vector<std::vector<std::size_t>> wanted(exhibits.size());
  for (const Job& job : jobs) {
    if (job.artefact->turn != turn) continue;
    for (const Part& part : job.parts)
      for (const Node* node : {part.file, part.wal, part.journal})
        if (node && node->stored != kMade) wanted[part.exhibit].push_back(node->stored);
  }
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    if (wanted[i].empty()) continue;  // what was fetched before stays
    std::ranges::sort(wanted[i]);
    wanted[i].erase(std::ranges::unique(wanted[i]).begin(), wanted[i].end());
    if (const auto fetched = exhibits[i].store->fetch(wanted[i]); !fetched)
      gaps.push_back({.exhibit = i, .at = fetched.error().at, .why = fetched.error().what});
  }
}

struct Results {
  Outcome outcome;
  std::vector<Noted> notes;
  std::vector<std::vector<std::size_t>> parsed;  // stored files, per exhibit
};

void add(Results& into, Examined one, Watcher& watcher) {
  const auto append = [](auto& to, auto& from) { std::ranges::move(from, std::back_inserter(to)); };
  for (const Finding& f : one.findings) watcher.found(f);
  append(into.outcome.coverage, one.coverage);
  append(into.outcome.findings, one.findings);
  append(into.outcome.gaps, one.gaps);
  append(into.notes, one.notes);
  for (const auto& [exhibit, stored] : one.parsed) into.parsed[exhibit].push_back(stored);
}

struct Following {
  const CheckOptions& options;
  Watcher& watcher;
  const std::atomic<bool>& stop;
  Hashing& hashing;
};

// Jobs that were not begun when the run was stopped still say so: they all run, and end at once.
void examine_all(const Evidence& evidence, std::span<const Job* const> jobs,
                 const Detection& detection, const Following& run, Results& into) {
  constexpr std::uint64_t kFirst = 1ULL << 62;  // those that wait for the hashes come last
  std::vector<std::uint64_t> weights;
  for (const Job* job : jobs)
    weights.push_back(job->bytes + (job->artefact->turn == Turn::opened ? kFirst : 0));
  const std::filesystem::path records = run.options.output / "records";
  const std::atomic<bool> never{false};
  run_ordered(
      {.threads = run.options.jobs, .ahead = jobs.size()}, largest_first(weights), never,
      [&](std::size_t n) {
        if (jobs[n]->artefact->turn == Turn::hashed) run.hashing.join();
        return examine(*jobs[n], evidence, detection, records, run.stop);
      },
      [&](std::size_t n, Examined one) {
        run.watcher.reading(jobs[n]->artefact->id);
        add(into, std::move(one), run.watcher);
      });
}

// Files at hand, and one turn after the other only where what is fetched for one displaces what
// was fetched for the other.
void take_turns(const Evidence& evidence, std::span<const Job> jobs, const Detection& detection,
                const Following& run, Results& into) {
  const bool displaces = std::ranges::any_of(
      evidence.exhibits, [](const Exhibit& e) { return e.store->carrier() != nullptr; });
  std::vector<const Job*> mine;
  for (const Turn turn : {Turn::opened, Turn::hashed}) {
    for (const Job& job : jobs)
      if (job.artefact->turn == turn) mine.push_back(&job);
    fetch(evidence.exhibits, jobs, turn, into.outcome.gaps);
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

}  // namespace

std::expected<Outcome, Refusal> check(const CheckOptions& asked, Watcher& follower,
                                      const std::atomic<bool>& stop) {
  Stages stages;
  OneAtATime watcher(follower);
  CheckOptions options = asked;
  if (options.jobs == 0) options.jobs = std::max(1U, std::thread::hardware_concurrency());
  auto reading = std::async(std::launch::async, [&] { return read_indicators(options); });
  auto exhibits = take_in(options);
  const auto indicators = reading.get();
  if (!indicators) return refuse(indicators.error());
  if (!exhibits) return std::unexpected(exhibits.error());
  const auto folder = CaseFolder::create(options.output);
  if (!folder) return refuse(options.output.string() + ": " + folder.error().what);
  stages.done("listing and packs");

  Hashing hashing(*exhibits, options.jobs, watcher, stop);
  open_trees(*exhibits, options, stop);
  stages.done("opening");
  Results results;
  Outcome& outcome = results.outcome;
  outcome.version = BRIDLE_VERSION;
  results.parsed.resize(exhibits->size());
  const std::vector<Job> jobs = plan(*exhibits);
  const CaseFiles files = files_of(*exhibits, stop);
  const Evidence evidence{.exhibits = *exhibits, .files = files};
  const auto active = options.builtin ? rules() : std::span<const Rule* const>{};
  const Detection detection{
      .packs = (*indicators)->packs, .matcher = (*indicators)->matcher, .rules = active};
  take_turns(evidence, jobs, detection, {options, watcher, stop, hashing}, results);
  order_by_artefact(results);
  stages.done("reading");
  hashing.join();
  if (stop) abandon_hashing(*exhibits);
  stages.done("hashing");

  for (std::size_t i = 0; i < exhibits->size(); ++i) describe(i, (*exhibits)[i], outcome);
  auto intake = std::async(std::launch::async,
                           [&] { return write_intake(*folder, outcome.exhibits, *exhibits); });
  for (const Pack& pack : (*indicators)->packs) outcome.packs.push_back(applied(pack));
  judge(active, std::move(results.notes), outcome.findings);
  conclude(outcome, *exhibits, stop);
  check_unchanged(*exhibits, results, options.jobs);
  stages.done("checking again");
  Run run{.started = stages.started,
          .output = options.output.string(),
          .packs = options.packs,
          .builtin = options.builtin,
          .jobs = options.jobs,
          .durations = stages.took};
  const auto taken = intake.get();
  if (!taken) return broken(taken.error());
  if (const auto written = write_case(*folder, outcome, std::move(run), *taken); !written)
    return broken(written.error());
  return outcome;
}

}  // namespace bridle
