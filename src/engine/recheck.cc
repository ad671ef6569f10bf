#include "engine/recheck.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "artefact/called.h"
#include "engine/conclude.h"
#include "engine/judge.h"
#include "engine/packs.h"
#include "engine/recorder.h"
#include "sink/record_reader.h"
#include "sink/result.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

const Artefact* artefact_of(const RecordReader& in) {
  const Artefact* const artefact = artefact_called(in.artefact());
  if (!artefact) return nullptr;
  const bool same = std::ranges::equal(
      in.fields(), artefact->fields,
      [](const StoredField& a, const Field& b) { return a.name == b.name && a.kind == b.kind; });
  return same ? artefact : nullptr;
}

std::size_t exhibit_of(std::string_view id, const Outcome& outcome) {
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i)
    if (exhibit_id(i) == id) return i;
  return 0;
}

struct Judged {
  Outcome outcome;
  std::vector<Noted> notes;
};

Result<void> recheck_file(const fs::path& path, FilesIn& scratch, const Detection& detection,
                          Judged& into) {
  RecordReader in = TRY(RecordReader::open(path));
  const Artefact* const artefact = artefact_of(in);
  if (!artefact) return fail(Errc::unsupported, "records of another version: check the exhibit");
  const std::atomic<bool> never{false};
  RecordFile nowhere = RecordFile::open(scratch, path.filename(), *artefact);
  Recorder out(*artefact, detection, nowhere, never);
  for (;;) {
    const auto record = TRY(in.next());
    if (!record) break;
    out.at({.exhibit = exhibit_of(record->exhibit, into.outcome),
            .domain = std::string(record->domain),
            .path = std::string(record->path),
            .sha256 = std::string(record->sha256)});
    out.push({record->row, record->recovered}, record->values);
  }
  std::ranges::move(out.findings, std::back_inserter(into.outcome.findings));
  std::ranges::move(out.notes, std::back_inserter(into.notes));
  return {};
}

}  // namespace

std::expected<Outcome, std::string> recheck(const RecheckOptions& options) {
  std::ifstream file(options.folder / "result.json", std::ios::binary);
  auto before = read_result(std::string{std::istreambuf_iterator<char>(file), {}});
  if (!before) return std::unexpected(options.folder.string() + ": " + before.error().what);
  const auto indicators =
      read_indicators(options.packs, options.builtin, std::thread::hardware_concurrency());
  if (!indicators) return std::unexpected(indicators.error());
  const auto active = options.builtin ? rules() : std::span<const Rule* const>{};
  Judged judged{.outcome = std::move(*before), .notes = {}};
  Outcome& outcome = judged.outcome;
  outcome.version = BRIDLE_VERSION;
  outcome.findings.clear();
  outcome.packs.clear();
  for (const Pack& pack : (*indicators)->packs) outcome.packs.push_back(applied(pack));
  FilesIn scratch(options.scratch);
  for (const fs::path& path : record_files(options.folder / "records")) {
    const auto done =
        recheck_file(path, scratch, {.indicators = **indicators, .rules = active}, judged);
    if (!done)
      outcome.gaps.push_back({.path = "records/" + path.filename().string(),
                              .at = done.error().at,
                              .why = done.error().what});
  }
  judge(active, std::move(judged.notes), outcome.findings);
  conclude(outcome, {}, false);
  return std::move(judged.outcome);
}

}  // namespace bridle
