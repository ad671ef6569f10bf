// A case as it may leave: every export is made of it, and none looks into the case itself.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "record/outcome.h"
#include "sink/case_facts.h"
#include "sink/record_reader.h"
#include "sink/redactor.h"
#include "sink/share.h"

namespace bridle {

struct Sharing {
  Share level = Share::matched;
  Names names = Names::replaced;
};

struct SharedRow {
  StoredRecord record;                // its texts live until the next one is asked for
  std::vector<std::size_t> findings;  // about it: indices into outcome().findings
  std::uint64_t place = 0;            // in its artefact's file of records
};

// Rows of one sort: an artefact's, or the case's own findings, coverage, …
struct SharedTable {
  std::string name, title;
  std::string row = "index";  // what the row number counts
  std::string table = {};     // of a database, that it belongs to
  std::vector<StoredField> fields = {};
  std::move_only_function<Result<std::optional<SharedRow>>()> next = {};
};

// Findings of one class and level.
struct FindingCount {
  Class claim;
  Level level;
  std::uint64_t findings;
};

class SharedCase {
 public:
  // Errc::missing, Errc::malformed, Errc::unsupported, Errc::io.
  static Result<SharedCase> open(std::filesystem::path folder, Sharing how);

  Share level() const { return how_.level; }
  const std::string& id() const { return facts_.id; }
  Time checked() const { return facts_.checked; }

  // The hash of result.json, hex: what this case found, and no other run.
  const std::string& anchor() const { return anchor_; }

  // At the level `verdict` without findings and gaps.
  const Outcome& outcome() const { return shared_; }
  const std::vector<FindingCount>& counts() const { return counts_; }

  // Of the finding's field; nothing if its artefact is not known to this version.
  static std::optional<Kind> kind_of(const Finding& finding);

  // Each artefact that has rows at this level, by id; ends with the first error.
  Result<void> each_artefact(const std::function<Result<void>(SharedTable&)>& take);

  // The same of one of them alone.
  Result<void> one_artefact(std::string_view id,
                            const std::function<Result<void>(SharedTable&)>& take);

  // The redaction log, after all else.
  std::string redactions() const { return redactor_->log(facts_.id); }

 private:
  SharedCase(std::filesystem::path folder, Sharing how) : folder_(std::move(folder)), how_(how) {}
  Result<void> share_file(const std::filesystem::path& path,
                          const std::function<Result<void>(SharedTable&)>& take);
  void redact();
  void count();
  bool near(const StoredRecord& record) const;
  struct Rows;

  std::filesystem::path folder_;
  Sharing how_;
  CaseFacts facts_ = {};
  std::string anchor_ = {};
  Outcome outcome_ = {};  // as it is
  Outcome shared_ = {};
  std::vector<FindingCount> counts_ = {};
  std::unique_ptr<Redactor> redactor_ = {};
  std::map<std::string, std::vector<std::int64_t>, std::less<>> moments_ = {};  // of findings
};

// The case's own tables: coverage, exhibits, findings, gaps, packs, verdict.
std::vector<SharedTable> case_tables(const SharedCase& shared);

}  // namespace bridle
