#include "lake/lake.h"

#include <simdjson.h>

#include <algorithm>
#include <utility>

#include "sink/case_key.h"
#include "sink/file_text.h"
#include "sink/json_members.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSchema = "bridle-lake/1";

// Whether nothing but what a lake begins with is in the folder: whoever made it did not come to an
// end, or makes it at this moment.
bool may_become_lake(const fs::path& folder) {
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().filename().string();
    if (name != "segments" && name != "staging" && !name.starts_with("lake.")) return false;
  }
  return true;
}

}  // namespace

Result<Lake> Lake::open(fs::path path) {
  simdjson::dom::parser parser;
  simdjson::dom::object root;
  const std::string text = file_text(path / "lake.json");
  if (text.empty()) return fail(Errc::missing, "there is no lake in that folder");
  if (parser.parse(text).get(root) != simdjson::SUCCESS || json::text(root, "schema") != kSchema)
    return fail(Errc::unsupported, "lake.json is not of this version");
  std::string key = TRY(secret_key(path / "lake.key"));
  return Lake(std::move(path), std::move(key));
}

Result<Lake> Lake::open_or_create(fs::path path) {
  std::error_code failed;
  if (fs::exists(path / "lake.json", failed)) return open(std::move(path));
  if (!may_become_lake(path))
    return fail(Errc::malformed, "the folder is neither empty nor a lake");
  for (const char* folder : {"segments", "staging"}) {
    fs::create_directories(path / folder, failed);
    if (failed) return fail(Errc::io, "the folder of the lake cannot be made");
  }
  fs::permissions(path, fs::perms::owner_all, failed);
  TRY(secret_key(path / "lake.key"));
  const auto made =
      write_private(path / "lake.json", std::string("{\"schema\": \"") + kSchema + "\"}\n");
  if (fs::exists(path / "lake.json", failed)) return open(std::move(path));
  return std::unexpected(made ? Error{Errc::io, "the folder of the lake cannot be made"}
                              : made.error());
}

Result<std::set<std::string>> Lake::names() const {
  std::set<std::string> out;
  for (const Segment& one : TRY(LakeView::of(*this)).segments)
    for (const LakeCase& there : one.cases) out.insert(there.name);
  return out;
}

Result<LakeView> LakeView::of(const Lake& lake) {
  Descriptor held = TRY(hold_lake(lake.path(), Hold::shared));
  return LakeView{.segments = TRY(live_segments(lake.path())), .held = std::move(held)};
}

std::vector<fs::path> LakeView::files(std::string_view artefact) const {
  std::vector<fs::path> out;
  for (const Segment& one : segments)
    std::ranges::copy(files_of(one, artefact), std::back_inserter(out));
  return out;
}

}  // namespace bridle
