#include "lake/segments.h"

#include <fcntl.h>
#include <simdjson.h>
#include <stdio.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <set>

#include "sink/file_text.h"
#include "sink/json.h"
#include "sink/json_members.h"
#include "sink/private_file.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;
namespace dom = simdjson::dom;

constexpr const char* kSchema = "bridle-lake-segment/1";
constexpr std::size_t kDigits = 6;
constexpr std::string_view kArtefact = "artefact=";

Result<Segment> read_segment(const fs::path& path) {
  dom::parser parser;
  dom::object root;
  const std::string text = file_text(path / "segment.json");
  if (parser.parse(text).get(root) != simdjson::SUCCESS || json::text(root, "schema") != kSchema)
    return fail(Errc::malformed, "a segment of the lake has no segment.json of this version");
  Segment out{.name = path.filename().string(), .path = path, .cases = {}, .replaces = {}};
  for (const dom::object& one : json::objects(root, "cases"))
    out.cases.push_back({.name = json::text(one, "name"), .id = json::text(one, "id")});
  dom::array replaced;
  if (root["replaces"].get(replaced) == simdjson::SUCCESS)
    for (const dom::element name : replaced)
      if (std::string_view s; name.get(s) == simdjson::SUCCESS) out.replaces.emplace_back(s);
  if (root["records"].get(out.records) != simdjson::SUCCESS) out.records = 0;
  return out;
}

std::string json_of(const Segment& about) {
  Json out;
  out.begin_object();
  out.key("cases");
  out.begin_array();
  for (const LakeCase& one : about.cases) {
    out.begin_object();
    out.member("id", one.id);
    out.member("name", one.name);
    out.end_object();
  }
  out.end_array();
  out.member("records", about.records);
  out.key("replaces");
  out.begin_array();
  for (const std::string& name : about.replaces) out.value(std::string_view(name));
  out.end_array();
  out.member("schema", kSchema);
  out.member("version", BRIDLE_VERSION);
  out.end_object();
  return out.take();
}

// Folders, by name.
std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.is_directory(none)) out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

Result<std::vector<Segment>> all_segments(const fs::path& lake) {
  std::vector<Segment> out;
  for (const fs::path& path : folders_in(lake / "segments")) out.push_back(TRY(read_segment(path)));
  return out;
}

std::set<std::string> replaced_in(const std::vector<Segment>& all) {
  std::set<std::string> out;
  for (const Segment& one : all) out.insert(one.replaces.begin(), one.replaces.end());
  return out;
}

// Numbers only grow, so that a replaced one's never comes back.
std::string number_after(const fs::path& segments) {
  const auto all = folders_in(segments);
  std::uint64_t last = 0;
  if (!all.empty()) last = std::stoull("0" + all.back().filename().string());
  std::string digits = std::to_string(last + 1);
  return std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

Descriptor opened(const fs::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

bool on_disk(const fs::path& path) {
  const Descriptor folder = opened(path);
  return folder && ::fsync(folder.get()) == 0;
}

}  // namespace

Result<Descriptor> hold_lake(const fs::path& lake, Hold how) {
  Descriptor file = opened(lake / "lake.json");
  if (!file) return fail(Errc::missing, "there is no lake in that folder");
  while (::flock(file.get(), how == Hold::alone ? LOCK_EX : LOCK_SH) != 0)
    if (errno != EINTR) return fail(Errc::io, "the lake cannot be locked");
  return file;
}

Result<std::vector<Segment>> live_segments(const fs::path& lake) {
  std::vector<Segment> all = TRY(all_segments(lake));
  const std::set<std::string> replaced = replaced_in(all);
  std::erase_if(all, [&](const Segment& one) { return replaced.contains(one.name); });
  return all;
}

std::vector<fs::path> files_of(const Segment& segment, std::string_view artefact) {
  std::vector<fs::path> out;
  const fs::path records = segment.path / "records";
  std::error_code none;
  const fs::path from =
      artefact.empty() ? records : records / (std::string(kArtefact) + std::string(artefact));
  for (const auto& entry : fs::recursive_directory_iterator(from, none))
    if (entry.path().extension() == ".parquet") out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

std::string artefact_of_file(const fs::path& file) {
  const std::string folder = file.parent_path().parent_path().filename().string();
  return folder.substr(std::min(folder.size(), kArtefact.size()));
}

std::uint64_t size_of_file(const fs::path& file) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  return failed ? 0 : size;
}

Staging::Staging(fs::path lake, fs::path path, Descriptor held)
    : lake_(std::move(lake)), path_(std::move(path)), held_(std::move(held)) {}

Result<Staging> Staging::create(const fs::path& lake) {
  std::string name = lake / "staging" / "XXXXXX";
  // Whoever tidies up between the two calls takes it for a dead writer's: then again.
  for (int tries = 0; tries < 10; ++tries) {
    name.replace(name.size() - 6, 6, "XXXXXX");
    if (::mkdtemp(name.data()) == nullptr)
      return fail(Errc::io, why_not_written(errno, "the lake cannot be written"));
    Descriptor held = opened(name);
    if (held && ::flock(held.get(), LOCK_EX | LOCK_NB) == 0 && fs::exists(name))
      return Staging(lake, name, std::move(held));
  }
  return fail(Errc::io, "the lake cannot be written");
}

Staging::~Staging() {
  std::error_code ignored;
  if (held_) fs::remove_all(path_, ignored);
}

Result<void> Staging::commit(Segment about) {
  TRY(write_private(path_ / "segment.json", json_of(about)));
  if (::syncfs(held_.get()) != 0) return fail(Errc::io, "the lake cannot be written to the disk");
  const fs::path segments = lake_ / "segments";
  const fs::path to = segments / number_after(segments);
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) != 0)
    return fail(Errc::io, why_not_written(errno, "a segment of the lake cannot get its name"));
  held_ = Descriptor();
  if (!on_disk(segments)) return fail(Errc::io, "the lake cannot be written to the disk");
  return {};
}

void tidy_lake(const fs::path& lake) {
  std::error_code ignored;
  if (const auto all = all_segments(lake)) {
    const std::set<std::string> replaced = replaced_in(*all);
    for (const Segment& one : *all)
      if (replaced.contains(one.name)) fs::remove_all(one.path, ignored);
  }
  for (const fs::path& path : folders_in(lake / "staging")) {
    const Descriptor left = opened(path);
    if (left && ::flock(left.get(), LOCK_EX | LOCK_NB) == 0) fs::remove_all(path, ignored);
  }
}

}  // namespace bridle
