#include "engine/examine.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/text.h"
#include "source/kinds.h"
#include "source/wanted.h"

namespace bridle {
namespace {

// What patterns are compared with: with its container, if the exhibit's kind has any.
std::string full_name(const Node& node, std::string_view kind) {
  return node.domain.empty() && kind != kIosBackup ? node.path
                                                   : name_in_backup(node.domain, node.path);
}

// Which jobs read a file, by its name: a phone holds a hundred thousand pictures, and each pattern
// of each artefact would be tried on each.
class Readers {
 public:
  explicit Readers(std::span<const Job> jobs) {
    for (std::size_t i = 0; i < jobs.size(); ++i)
      for (const std::string_view pattern : jobs[i].artefact->reads)
        if (const auto first = pattern.find_first_of("*?"); first == std::string_view::npos)
          names_.emplace(pattern, i);
        else
          globs_.push_back({.pattern = pattern, .begin = pattern.substr(0, first), .job = i});
  }

  // Each once.
  std::vector<std::size_t> of(std::string_view name) const {
    std::vector<std::size_t> out;
    const auto [begin, end] = names_.equal_range(name);
    for (const auto& [exact, job] : std::ranges::subrange(begin, end)) out.push_back(job);
    for (const Glob& g : globs_)
      if (name.starts_with(g.begin) && glob(g.pattern, name)) out.push_back(g.job);
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
  }

 private:
  struct Glob {
    std::string_view pattern, begin;
    std::size_t job;
  };
  std::unordered_multimap<std::string_view, std::size_t> names_;
  std::vector<Glob> globs_;
};

// The nodes are in order of domain and path, so what belongs to a database is found by bisection.
const Node* beside(std::span<const Node> nodes, const Node& file, std::string_view suffix) {
  const std::string path = file.path + std::string(suffix);
  const auto key = [](const Node& n) {
    return std::pair<std::string_view, std::string_view>(n.domain, n.path);
  };
  const std::pair<std::string_view, std::string_view> wanted{file.domain, path};
  const auto at = std::ranges::lower_bound(nodes, wanted, {}, key);
  return at != nodes.end() && key(*at) == wanted ? &*at : nullptr;
}

void add_parts(std::span<Job> jobs, std::size_t number, const Exhibit& exhibit) {
  const Tree& tree = *exhibit.tree;
  const Readers readers(jobs);
  for (const Node& node : tree.nodes()) {
    for (const std::size_t i : readers.of(full_name(node, tree.kind()))) {
      Job& job = jobs[i];
      if (!concerns(*job.artefact, tree.kind())) continue;
      job.parts.push_back({.exhibit = number,
                           .file = &node,
                           .wal = beside(tree.nodes(), node, "-wal"),
                           .journal = beside(tree.nodes(), node, "-journal")});
      if (node.stored != kMade) job.bytes += exhibit.store->files()[node.stored].size;
    }
  }
}

// How one file went.
struct Reading {
  State state = State::read;
  std::string why;
};

State state_of(Errc code) {
  if (code == Errc::encrypted) return State::encrypted;
  return code == Errc::unsupported ? State::unsupported : State::failed;
}

Reading failed(Recorder& out, const Error& error) {
  out.gap(error.at, error.what);
  return {.state = state_of(error.code), .why = error.what};
}

Reading read_part(const Part& part, const Evidence& evidence, const Artefact& artefact,
                  Recorder& out) {
  const Tree& tree = *evidence.exhibits[part.exhibit].tree;
  const CaseFile of_case{.exhibit = part.exhibit, .node = part.file};
  const auto content =
      artefact.turn == Turn::hashed ? evidence.files.open(of_case) : tree.open(*part.file);
  if (!content) return failed(out, content.error());
  std::unique_ptr<Content> wal;
  std::unique_ptr<Content> journal;
  const auto open_beside = [&](const Node* node, std::unique_ptr<Content>& into) {
    if (!node) return;
    auto opened = tree.open(*node);
    if (opened)
      into = std::move(*opened);
    else
      out.gap(opened.error().at, std::string("beside the database: ") + opened.error().what);
  };
  open_beside(part.wal, wal);
  open_beside(part.journal, journal);
  Arena arena;
  const File file{.domain = part.file->domain,
                  .path = part.file->path,
                  .content = content->get(),
                  .wal = wal.get(),
                  .journal = journal.get(),
                  .tree = &tree,
                  .begins = part.file->begins,
                  .arena = &arena,
                  .files = &evidence.files,
                  .node = part.file,
                  .exhibit = part.exhibit};
  const std::size_t gaps = out.gaps.size();
  const auto parsed = artefact.parse(file, out);
  if (!parsed) return failed(out, parsed.error());
  if (out.stopped()) {
    out.gap(0, "the run was stopped while this was read");
    return {.state = State::partly, .why = "stopped"};
  }
  return out.gaps.size() > gaps ? Reading{.state = State::partly, .why = out.gaps[gaps].why}
                                : Reading{};
}

// The state of a surface from those of its files: all alike, or `partly`.
void merge(Coverage& into, const Reading& one, bool first) {
  if (first) {
    into.state = one.state;
    into.why = one.why;
  } else if (into.state != one.state) {
    into.state = State::partly;
    if (into.why.empty()) into.why = one.why;
  }
}

Coverage start(std::size_t number, const Exhibit& exhibit, const Artefact& artefact) {
  Coverage out{.exhibit = number,
               .surface = std::string(artefact.id),
               .state = State::absent,
               .records = 0,
               .gaps = 0,
               .why = "the exhibit holds no such file"};
  const State tree = exhibit.tree->state();
  if (tree == State::encrypted || tree == State::failed || tree == State::unsupported) {
    out.state = tree;
    out.why = exhibit.tree->why();
  } else if (tree == State::partly) {
    out.why = "not found: " + std::string(exhibit.tree->why());
  }
  return out;
}

// Of the received file that it lies in: of an archive as a whole, the archive's.
std::optional<Digest> digest_of(const Exhibit& exhibit, const Node& node) {
  if (node.stored == kMade && (!exhibit.carrier || node.domain == "listing")) return {};
  const auto digest =
      node.stored == kMade ? exhibit.carrier->of(0) : exhibit.digests->of(node.stored);
  return digest ? std::optional(*digest) : std::nullopt;
}

// One file, unless an earlier worker did not survive it.
Reading read_noted(const Job& job, const Part& part, const Evidence& evidence,
                   const Workplace& with, Recorder& out) {
  const Exhibit& exhibit = evidence.exhibits[part.exhibit];
  const Node& file = *part.file;
  const Spot spot{.doing = Doing::reading,
                  .exhibit = static_cast<std::uint32_t>(part.exhibit),
                  .artefact = job.number,
                  .file = name_of_file(file.domain, file.path)};
  Busy busy(with.spots, spot,
            file.stored == kMade ? job.bytes : exhibit.store->files()[file.stored].size);
  const auto digest = digest_of(exhibit, file);
  out.at({.exhibit = part.exhibit,
          .domain = file.place.empty() ? file.domain : "",
          .path = file.place.empty() ? file.path : file.place,
          .sha256 = digest ? hex(*digest) : ""});
  if (const std::string* why = with.left_out.why(spot)) {
    out.gap(0, *why);
    return {.state = State::failed, .why = *why};
  }
  out.count_in(&busy.beats());
  const std::uint64_t before = out.records;
  Reading reading = read_part(part, evidence, *job.artefact, out);
  out.count_in(nullptr);
  // What was read before the bad place is kept, and said so.
  if (reading.state == State::failed && out.records > before) reading.state = State::partly;
  return reading;
}

void read_exhibit(const Job& job, std::size_t number, const Evidence& evidence,
                  const Workplace& with, Recorder& out, Examined& into) {
  const Exhibit& exhibit = evidence.exhibits[number];
  Coverage surface = start(number, exhibit, *job.artefact);
  const std::uint64_t records = out.records;
  const std::size_t gaps = out.gaps.size();
  bool first = true;
  for (const Part& part : job.parts) {
    if (part.exhibit != number) continue;
    if (out.stopped()) {
      merge(surface, {.state = State::failed, .why = "the run was stopped before it was read"},
            first);
      break;
    }
    for (const Node* node : {part.file, part.wal, part.journal})
      if (node && node->stored != kMade && job.artefact->turn == Turn::opened)
        into.parsed.emplace_back(number, node->stored);
    const Reading reading = read_noted(job, part, evidence, with, out);
    merge(surface, reading, first);
    first = false;
  }
  surface.records = out.records - records;
  if (!first && surface.state == State::read)
    surface.why = surface.records == 0 ? "it is there, was read to its end, and holds none" : "";
  surface.gaps = out.gaps.size() - gaps;
  into.coverage.push_back(std::move(surface));
}

void tell_what_was_left_out(const Recorder& out, const Artefact& artefact, Examined& into) {
  const auto note = [&](std::uint64_t count, std::string_view what) {
    if (count == 0) return;
    into.gaps.push_back({.exhibit = 0,
                         .path = {},
                         .artefact = std::string(artefact.id),
                         .at = 0,
                         .why = std::to_string(count) + std::string(what)});
  };
  note(out.findings_left_out, " further findings of this artefact are not listed: see its records");
  note(out.gaps_left_out, " further gaps of this artefact are not listed");
}

}  // namespace

bool concerns(const Artefact& artefact, std::string_view kind) {
  return std::ranges::any_of(artefact.reads,
                             [&](auto pattern) { return can_hold(kind, artefact.id, pattern); });
}

std::vector<Job> plan(std::span<const Exhibit> exhibits,
                      std::span<const Artefact* const> catalogue) {
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < catalogue.size(); ++i)
    if (std::ranges::any_of(
            exhibits, [&](const Exhibit& e) { return concerns(*catalogue[i], e.tree->kind()); }))
      jobs.push_back(
          {.artefact = catalogue[i], .number = static_cast<std::uint32_t>(i), .parts = {}});
  for (std::size_t i = 0; i < exhibits.size(); ++i) add_parts(jobs, i, exhibits[i]);
  return jobs;
}

Examined examine(const Job& job, const Evidence& evidence, const Detection& detection,
                 const Workplace& with) {
  Examined into;
  const std::string name = "records/" + std::string(job.artefact->id) + ".parquet";
  RecordFile file = RecordFile::open(with.link, name, *job.artefact);
  Recorder out(*job.artefact, detection, file, with.spots.stop);
  for (std::size_t i = 0; i < evidence.exhibits.size(); ++i)
    if (concerns(*job.artefact, evidence.exhibits[i].tree->kind()))
      read_exhibit(job, i, evidence, with, out, into);
  into.findings = std::move(out.findings);
  into.notes = std::move(out.notes);
  into.gaps = std::move(out.gaps);
  tell_what_was_left_out(out, *job.artefact, into);
  if (const auto closed = file.close(); !closed) {
    into.broken = name + ": " + closed.error().what;
    with.spots.stop = true;
  }
  return into;
}

}  // namespace bridle
