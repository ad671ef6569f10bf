// What the indicators of packs say about the records in a file: a line for each finding with the
// number of the record, a tab, and the finding as result.json has it. For those who keep records
// elsewhere (python/bridle/spark); not shown in the help.
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "artefact/called.h"
#include "cli/verbs.h"
#include "engine/indicator_findings.h"
#include "engine/packs.h"
#include "record/exhibit_number.h"
#include "sink/record_reader.h"
#include "sink/result.h"

namespace bridle {
namespace {

struct Asked {
  std::string file;
  std::vector<std::string> packs;
  bool no_builtin = false;
};

int refused(const std::string& why) {
  std::cerr << "bridle: " << why << "\n";
  return 2;
}

// Which column of the file holds each field of the artefact; nothing for those that it lacks.
std::vector<std::optional<std::size_t>> places(const Artefact& artefact, const RecordReader& in) {
  std::vector<std::optional<std::size_t>> out;
  for (const Field& field : artefact.fields) {
    const auto same = [&](const StoredField& f) {
      return f.name == field.name && f.kind == field.kind;
    };
    const auto at = std::ranges::find_if(in.fields(), same);
    out.emplace_back();
    if (at != in.fields().end()) out.back() = static_cast<std::size_t>(at - in.fields().begin());
  }
  return out;
}

void write(const Artefact& artefact, std::uint64_t number, const StoredRecord& record,
           Finding finding) {
  finding.exhibit = exhibit_number(record.exhibit).value_or(0);
  finding.locator = {.path = std::string(record.path),
                     .domain = std::string(record.domain),
                     .sha256 = std::string(record.sha256),
                     .table = std::string(artefact.table),
                     .row = record.row,
                     .recovered = std::string(record.recovered)};
  Outcome one;
  one.findings.push_back(std::move(finding));
  std::cout << number << '\t' << findings_jsonl(one);
}

int match_all(const Artefact& artefact, RecordReader& in, const Indicators& indicators) {
  IndicatorFindings findings(artefact, indicators);
  const auto from = places(artefact, in);
  std::vector<Value> values(from.size());
  for (std::uint64_t number = 0;; ++number) {
    const auto record = in.next();
    if (!record) return refused(record.error().what);
    if (!*record) return std::cout.flush() ? 0 : 1;
    for (std::size_t i = 0; i < from.size(); ++i)
      values[i] = from[i] ? (*record)->values[*from[i]] : Value();
    for (const Finding& finding : findings.of(values)) write(artefact, number, **record, finding);
  }
}

int run(const Asked& asked) {
  const auto indicators = read_indicators(asked.packs, !asked.no_builtin, 1);
  if (!indicators) return refused(indicators.error());
  auto in = RecordReader::open(asked.file);
  if (!in) return refused(asked.file + ": " + in.error().what);
  const Artefact* const artefact = artefact_called(in->artefact());
  if (!artefact) return refused(asked.file + ": of no artefact that is known");
  return match_all(*artefact, *in, **indicators);
}

}  // namespace

void add_match(CLI::App& app, int& code) {
  auto* const verb = app.add_subcommand("match", "")->group("");
  auto asked = std::make_shared<Asked>();
  verb->add_option("file", asked->file)->required();
  verb->add_option("-i,--indicators", asked->packs);
  verb->add_flag("--no-builtin", asked->no_builtin);
  verb->callback([asked, &code] { code = run(*asked); });
}

}  // namespace bridle
