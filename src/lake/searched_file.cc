#include "lake/searched_file.h"

#include <algorithm>
#include <optional>

#include "artefact/called.h"
#include "engine/indicator_findings.h"
#include "lake/kept.h"
#include "lake/lake_table.h"
#include "lake/lookups.h"
#include "lake/segments.h"
#include "record/exhibit_number.h"

namespace bridle {
namespace {

// For each group of rows the fields in which something may be found.
using Promising = std::vector<std::vector<std::size_t>>;

// Nothing if the values must be looked at to tell.
std::optional<Promising> promising(const std::filesystem::path& file, const Seeker& seeker) {
  if (!seeker.knows_by_keys()) return {};
  const auto lookups = Lookups::of(file, seeker.key());
  if (!lookups) return {};
  Promising out;
  for (std::size_t group = 0; group < lookups->groups(); ++group)
    out.push_back(seeker.fields_with(*lookups, group));
  return out;
}

bool is_nothing(const Promising& groups) {
  return std::ranges::all_of(groups, [](const auto& fields) { return fields.empty(); });
}

class Search {
 public:
  Search(RecordReader in, const Artefact& artefact, const Indicators& indicators,
         IdentifierSeal& seal)
      : in_(std::move(in)), artefact_(artefact), indicators_(artefact, indicators), seal_(seal) {
    for (const Field& field : artefact.fields) places_.push_back(place_of(field.name));
    case_ = place_of(kCaseField);
    values_.resize(places_.size());
    texts_.resize(places_.size());
  }

  // Rows of one group, ascending.
  Result<void> look_at(std::size_t group, const std::vector<std::int64_t>& rows);

  std::map<std::string, FoundInCase> found;

 private:
  std::optional<std::size_t> place_of(std::string_view field) const {
    const auto at = std::ranges::find(in_.fields(), field, &StoredField::name);
    if (at == in_.fields().end()) return {};
    return static_cast<std::size_t>(at - in_.fields().begin());
  }
  void take(const StoredRecord& record);
  void keep(Finding finding, const StoredRecord& record, FoundInCase& into);

  RecordReader in_;
  const Artefact& artefact_;
  IndicatorFindings indicators_;
  IdentifierSeal& seal_;
  std::vector<std::optional<std::size_t>> places_;  // of the artefact's fields in the file
  std::optional<std::size_t> case_;
  std::vector<Value> values_;
  std::vector<std::string> texts_;
};

Result<void> Search::look_at(std::size_t group, const std::vector<std::int64_t>& rows) {
  if (rows.empty()) return {};
  TRY(in_.only_group(group));
  std::int64_t at = 0;
  for (const std::int64_t row : rows) {
    TRY(in_.skip(static_cast<std::uint64_t>(row - at)));
    const auto record = TRY(in_.next());
    if (!record) return fail(Errc::malformed, "a file of the lake has fewer records than stated");
    take(*record);
    at = row + 1;
  }
  return {};
}

void Search::take(const StoredRecord& record) {
  for (std::size_t i = 0; i < places_.size(); ++i)
    values_[i] =
        places_[i] ? opened(artefact_.fields[i].kind, record.values[*places_[i]], seal_, texts_[i])
                   : Value();
  const std::span<Finding> findings = indicators_.of(values_);
  if (findings.empty()) return;
  const auto* const name = case_ ? std::get_if<std::string_view>(&record.values[*case_]) : nullptr;
  FoundInCase& into = found[name ? std::string(*name) : ""];
  for (Finding& one : findings) keep(std::move(one), record, into);
}

void Search::keep(Finding finding, const StoredRecord& record, FoundInCase& into) {
  if (into.findings.size() == kMostFindings) {
    ++into.left_out;
    return;
  }
  finding.exhibit = exhibit_number(record.exhibit).value_or(0);
  finding.locator = {.path = seal_.open_in(record.path),
                     .domain = std::string(record.domain),
                     .sha256 = std::string(record.sha256),
                     .table = std::string(artefact_.table),
                     .row = record.row,
                     .recovered = std::string(record.recovered)};
  into.findings.push_back(std::move(finding));
}

}  // namespace

Result<std::map<std::string, FoundInCase>> search_file(const std::filesystem::path& file,
                                                       const Indicators& indicators,
                                                       const Seeker& seeker, IdentifierSeal& seal) {
  const Artefact* const artefact = artefact_called(artefact_of_file(file));
  if (!artefact) return fail(Errc::unsupported, "records of an artefact that this version has not");
  auto where = promising(file, seeker);
  if (where && is_nothing(*where)) return {};
  FoundRows rows = TRY(FoundRows::open(file, seeker, seal));
  if (!where || where->size() != rows.groups()) where.emplace(rows.groups(), rows.fields());
  Search search(TRY(RecordReader::open(file)), *artefact, indicators, seal);
  for (std::size_t group = 0; group < rows.groups(); ++group) {
    if ((*where)[group].empty()) continue;
    const auto hits = TRY(rows.in(group, (*where)[group]));
    TRY(search.look_at(group, hits));
  }
  return std::move(search.found);
}

}  // namespace bridle
