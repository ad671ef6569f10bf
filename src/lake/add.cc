#include <algorithm>

#include "engine/actor.h"
#include "lake/case_to_add.h"
#include "lake/lake.h"
#include "lake/segment_writer.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

RecordSources sources_of(const std::vector<CaseToAdd>& cases) {
  RecordSources out;
  for (const CaseToAdd& one : cases)
    for (const auto& [artefact, file] : one.records)
      out[artefact].push_back({.file = file, .case_name = one.about.name});
  return out;
}

Result<void> copy_results(const std::vector<CaseToAdd>& cases, const fs::path& segment) {
  std::error_code failed;
  fs::create_directory(segment / "results", failed);
  for (const CaseToAdd& one : cases)
    TRY(write_private(segment / "results" / (one.about.name + ".json"), one.result));
  return {};
}

class Addition {
 public:
  explicit Addition(const Lake& lake) : lake_(lake), keys_(lake.key()) {}

  void take(std::span<const fs::path> cases) {
    for (const fs::path& folder : cases) {
      auto one = case_to_add(folder);
      if (one)
        left_.push_back(std::move(*one));
      else
        done.refused.push_back({.folder = folder, .why = std::move(one.error())});
    }
    std::ranges::stable_sort(left_, {}, [](const CaseToAdd& one) { return one.about.name; });
  }

  // False if it must be tried again with what is left. The error is a sentence.
  std::expected<bool, std::string> add();

  Lake::Added done;

 private:
  template <class Why>
  void refuse(const Why& why);
  void refuse_known(std::set<std::string> names);
  Result<bool> commit(Staging& staging, std::uint64_t records);

  const Lake& lake_;
  LakeKeys keys_;
  std::vector<CaseToAdd> left_;
};

// `why` gives a sentence for those that are refused.
template <class Why>
void Addition::refuse(const Why& why) {
  std::erase_if(left_, [&](const CaseToAdd& one) {
    std::string said = why(one);
    const bool refused = !said.empty();
    if (refused) done.refused.push_back({.folder = one.folder, .why = std::move(said)});
    return refused;
  });
}

void Addition::refuse_known(std::set<std::string> names) {
  refuse([&](const CaseToAdd& one) {
    return names.insert(one.about.name).second ? "" : "the lake holds a case of that name";
  });
}

std::expected<bool, std::string> Addition::add() {
  auto names = lake_.names();
  if (!names) return std::unexpected(names.error().what);
  refuse_known(std::move(*names));
  if (left_.empty()) return true;
  auto staging = Staging::create(lake_.path());
  if (!staging) return std::unexpected(staging.error().what);
  const auto records = write_kept(sources_of(left_), keys_, staging->path());
  if (!records) {
    const NotCopied& lost = records.error();
    if (lost.case_name.empty()) return std::unexpected(lost.error.what);
    refuse([&](const CaseToAdd& one) {
      return one.about.name == lost.case_name ? lost.error.what : "";
    });
    return false;
  }
  const auto added = commit(*staging, *records);
  if (!added) return std::unexpected(added.error().what);
  return *added;
}

// False if somebody else added one of them meanwhile.
Result<bool> Addition::commit(Staging& staging, std::uint64_t records) {
  TRY(copy_results(left_, staging.path()));
  const Descriptor held = TRY(hold_lake(lake_.path(), Hold::alone));
  std::set<std::string> names;
  for (const Segment& one : TRY(live_segments(lake_.path())))
    for (const LakeCase& there : one.cases) names.insert(there.name);
  Segment about{.name = {}, .path = {}, .cases = {}, .replaces = {}, .records = records};
  for (const CaseToAdd& one : left_) {
    if (names.contains(one.about.name)) return false;
    about.cases.push_back(one.about);
  }
  Deed deed = deed_of_now("lake add");
  for (const LakeCase& one : about.cases)
    deed.reason += (deed.reason.empty() ? "" : ", ") + one.name;
  done.cases = about.cases;
  done.records = records;
  TRY(staging.commit(std::move(about)));
  tidy_lake(lake_.path());
  TRY(append_deed(lake_.path(), deed));
  return true;
}

}  // namespace

std::expected<Lake::Added, std::string> Lake::add(std::span<const fs::path> cases) const {
  Addition addition(*this);
  addition.take(cases);
  for (;;) {
    const auto done = addition.add();
    if (!done) return std::unexpected(done.error());
    if (*done) break;
  }
  if (const auto done = compact(Which::many_small); !done)
    return std::unexpected(done.error().what);
  return std::move(addition.done);
}

}  // namespace bridle
