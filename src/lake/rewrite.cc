#include <algorithm>

#include "engine/actor.h"
#include "lake/lake.h"
#include "lake/lookups.h"
#include "lake/segment_writer.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// So many segments, each of fewer records than that, are made one.
constexpr std::size_t kMany = 16;
constexpr std::uint64_t kFew = 4'000'000;

bool holds(const Segment& segment, std::string_view name) {
  return std::ranges::find(segment.cases, name, &LakeCase::name) != segment.cases.end();
}

Result<void> copy_results(const Segment& from, std::string_view without, const fs::path& segment) {
  std::error_code failed;
  fs::create_directory(segment / "results", failed);
  for (const LakeCase& one : from.cases) {
    const std::string file = "results/" + one.name + ".json";
    if (one.name != without) fs::copy_file(from.path / file, segment / file, failed);
    if (failed) return fail(Errc::io, "a result in the lake cannot be copied");
  }
  return {};
}

// An earlier version wrote none.
bool has_lookups(const Segment& one) {
  return std::ranges::all_of(files_of(one, {}),
                             [](const fs::path& file) { return fs::exists(lookups_of(file)); });
}

// One segment in place of those, without one of the cases. The lake must be held alone.
Result<void> rewrite(const Lake& lake, const std::vector<Segment>& segments,
                     std::string_view without) {
  Staging staging = TRY(Staging::create(lake.path()));
  Segment about{.name = {}, .path = {}, .cases = {}, .replaces = {}};
  RecordSources sources;
  for (const Segment& one : segments) {
    about.replaces.push_back(one.name);
    for (const LakeCase& c : one.cases)
      if (c.name != without) about.cases.push_back(c);
    for (const fs::path& file : files_of(one, {}))
      sources[artefact_of_file(file)].push_back({.file = file});
    TRY(copy_results(one, without, staging.path()));
  }
  std::ranges::sort(about.cases, {}, &LakeCase::name);
  LakeKeys keys(lake.key());
  const auto records = write_again(sources, without, keys, staging.path());
  if (!records) return std::unexpected(records.error().error);
  about.records = *records;
  TRY(staging.commit(std::move(about)));
  tidy_lake(lake.path());
  return {};
}

}  // namespace

std::expected<bool, std::string> Lake::remove(const std::string& name) const {
  const auto removed = [&]() -> Result<bool> {
    const Descriptor held = TRY(hold_lake(path_, Hold::alone));
    tidy_lake(path_);  // what an earlier removal did not come to
    std::vector<Segment> with = TRY(live_segments(path_));
    std::erase_if(with, [&](const Segment& one) { return !holds(one, name); });
    if (with.empty()) return false;
    TRY(rewrite(*this, with, name));
    Deed deed = deed_of_now("lake remove");
    deed.reason = name;
    TRY(append_deed(path_, deed));
    return true;
  }();
  if (!removed) return std::unexpected(removed.error().what);
  return *removed;
}

Result<void> Lake::compact(Which which) const {
  const Descriptor held = TRY(hold_lake(path_, Hold::alone));
  tidy_lake(path_);
  std::vector<Segment> small = TRY(live_segments(path_));
  if (which == Which::many_small) {
    std::erase_if(small, [](const Segment& one) { return one.records >= kFew; });
    if (small.size() < kMany) return {};
  }
  if (small.empty() || (small.size() == 1 && has_lookups(small[0]))) return {};
  return rewrite(*this, small, {});
}

}  // namespace bridle
