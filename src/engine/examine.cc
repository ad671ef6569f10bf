#include "engine/examine.h"

#include <algorithm>
#include <string>

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

bool reads(const Artefact& artefact, std::string_view name) {
  return std::ranges::any_of(artefact.reads, [&](auto pattern) { return glob(pattern, name); });
}

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

void add_parts(Job& job, std::size_t number, const Exhibit& exhibit) {
  const Tree& tree = *exhibit.tree;
  for (const Node& node : tree.nodes()) {
    if (!reads(*job.artefact, full_name(node, tree.kind()))) continue;
    const Part part{.exhibit = number,
                    .file = &node,
                    .wal = beside(tree.nodes(), node, "-wal"),
                    .journal = beside(tree.nodes(), node, "-journal")};
    if (node.stored != kMade) job.bytes += exhibit.store->files()[node.stored].size;
    job.parts.push_back(part);
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

Reading read_part(const Part& part, const Exhibit& exhibit, const Artefact& artefact,
                  Recorder& out) {
  const Tree& tree = *exhibit.tree;
  const auto content = tree.open(*part.file);
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
                  .arena = &arena};
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

void read_exhibit(const Job& job, std::size_t number, const Exhibit& exhibit, Recorder& out,
                  Examined& into) {
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
      if (node && node->stored != kMade) into.parsed.emplace_back(number, node->stored);
    const Node& file = *part.file;
    const auto digest = digest_of(exhibit, file);
    out.at({.exhibit = number,
            .domain = file.place.empty() ? file.domain : "",
            .path = file.place.empty() ? file.path : file.place,
            .sha256 = digest ? hex(*digest) : ""});
    const std::uint64_t before = out.records;
    Reading reading = read_part(part, exhibit, *job.artefact, out);
    // What was read before the bad place is kept, and said so.
    if (reading.state == State::failed && out.records > before) reading.state = State::partly;
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

std::vector<Job> plan(std::span<const Exhibit> exhibits) {
  std::vector<Job> jobs;
  for (const Artefact* artefact : artefacts()) {
    Job job{.artefact = artefact, .parts = {}};
    bool concerned = false;
    for (std::size_t i = 0; i < exhibits.size(); ++i) {
      if (!concerns(*artefact, exhibits[i].tree->kind())) continue;
      concerned = true;
      add_parts(job, i, exhibits[i]);
    }
    if (concerned) jobs.push_back(std::move(job));
  }
  return jobs;
}

Examined examine(const Job& job, std::span<const Exhibit> exhibits, const Detection& detection,
                 const std::filesystem::path& records, const std::atomic<bool>& stop) {
  Examined into;
  auto file =
      RecordFile::open(records / (std::string(job.artefact->id) + ".parquet"), *job.artefact);
  if (!file) {
    into.gaps.push_back({.exhibit = 0,
                         .path = {},
                         .artefact = std::string(job.artefact->id),
                         .at = 0,
                         .why = file.error().what});
    return into;
  }
  Recorder out(*job.artefact, detection, *file, stop);
  for (std::size_t i = 0; i < exhibits.size(); ++i)
    if (concerns(*job.artefact, exhibits[i].tree->kind()))
      read_exhibit(job, i, exhibits[i], out, into);
  into.findings = std::move(out.findings);
  into.notes = std::move(out.notes);
  into.gaps = std::move(out.gaps);
  tell_what_was_left_out(out, *job.artefact, into);
  if (const auto closed = file->close(); !closed)
    into.gaps.push_back({.exhibit = 0,
                         .path = {},
                         .artefact = std::string(job.artefact->id),
                         .at = 0,
                         .why = closed.error().what});
  return into;
}

}  // namespace bridle
