#include "sink/case_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "base/text.h"
#include "sink/json.h"
#include "sink/result.h"
#include "source/intake.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolders[] = {"intake", "records", "reports", "signatures"};

void write_device(Json& out, const Device& device) {
  out.begin_object();
  out.optional("build", device.build);
  out.optional("imei", device.imei);
  out.optional("model", device.model);
  out.optional("name", device.name);
  out.optional("os", device.os);
  out.optional("phone", device.phone);
  out.optional("serial", device.serial);
  out.optional("udid", device.udid);
  out.end_object();
}

}  // namespace

Result<CaseFolder> CaseFolder::create(fs::path path) {
  std::error_code failed;
  if (fs::exists(path, failed) && !fs::is_empty(path, failed))
    return fail(Errc::io, "the folder for the case is not empty");
  if (failed) return fail(Errc::io, "the folder for the case cannot be read");
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
  ::mkdir(path.c_str(), 0700);
  if (::chmod(path.c_str(), 0700) != 0)
    return fail(Errc::io, "the folder for the case cannot be made");
  for (const char* folder : kFolders)
    if (::mkdir((path / folder).c_str(), 0700) != 0)
      return fail(Errc::io, "the folder for the case cannot be written");
  return CaseFolder(std::move(path));
}

void CaseFolder::take_back() const {
  for (const char* folder : kFolders) ::rmdir((path_ / folder).c_str());
  ::rmdir(path_.c_str());
}

Result<CaseFolder> CaseFolder::open(fs::path path) {
  std::error_code none;
  if (!fs::is_regular_file(path / "result.json", none)) {
    if (!fs::is_directory(path / "intake", none))
      return fail(Errc::missing, "the folder holds no case");
    return fail(Errc::missing, "the check of this case never came to its end: there is no result");
  }
  return CaseFolder(std::move(path));
}

std::string case_id(const Outcome& outcome) {
  std::vector<std::string> hashes;
  for (const Received& exhibit : outcome.exhibits) hashes.push_back(exhibit.sha256 + "\n");
  std::ranges::sort(hashes);
  Sha256 all;
  for (const std::string& hash : hashes) all.add(as_bytes(hash));
  return "C-" + hex(all.finish()).substr(0, 16);
}

Result<void> CaseFolder::write_result(const Outcome& outcome) const {
  auto file = TRY(PrivateFile::create(path_ / "result.json"));
  file.write(result_json(outcome));
  return file.close_on_disk();
}

Result<void> CaseFolder::write_case(const Outcome& outcome, const IntakeRoot& intake,
                                    const std::optional<GivenConsent>& consent) const {
  Json out;
  out.begin_object();
  if (consent) {
    out.key("consent");
    write_consent(out, *consent);
  }
  out.key("exhibits");
  out.begin_array();
  for (std::size_t i = 0; i < outcome.exhibits.size(); ++i) {
    out.begin_object();
    out.key("device");
    write_device(out, outcome.exhibits[i].device);
    out.member("id", exhibit_id(i));
    out.member("kind", outcome.exhibits[i].kind);
    out.member("sha256", outcome.exhibits[i].sha256);
    out.end_object();
  }
  out.end_array();
  out.member("id", case_id(outcome));
  out.key("intake");
  out.begin_object();
  out.member("files", intake.files);
  out.member("root", hex(intake.root));
  out.end_object();
  out.member("schema", "bridle-case/1");
  out.end_object();
  return write_private(path_ / "case.json", out.take());
}

Result<void> CaseFolder::write_run(const Run& run, const Outcome& outcome) const {
  Json out;
  out.begin_object();
  out.member("builtin", run.builtin);
  auto durations = run.durations;
  std::ranges::sort(durations);
  out.key("durations_us");
  out.begin_object();
  for (const auto& [stage, us] : durations) out.member(stage, us);
  out.end_object();
  out.member("ended", iso8601(run.ended));
  out.key("exhibits");
  out.begin_array();
  for (const Received& exhibit : outcome.exhibits) out.value(std::string_view(exhibit.path));
  out.end_array();
  out.member("host", run.host);
  out.member("jobs", std::uint64_t{run.jobs});
  out.member("output", run.output);
  out.key("packs");
  out.begin_array();
  for (const std::string& pack : run.packs) out.value(std::string_view(pack));
  out.end_array();
  out.member("schema", "bridle-run/1");
  out.member("started", iso8601(run.started));
  out.key("unconfined");
  out.begin_array();
  for (const std::string& part : run.unconfined) out.value(std::string_view(part));
  out.end_array();
  out.member("user", run.user);
  out.member("version", outcome.version);
  out.end_object();
  return write_private(path_ / "run.json", out.take());
}

Result<Intake> Intake::create(NewFiles& files, const std::vector<Received>& exhibits) {
  auto sums = TRY(PrivateFile::create(files, "intake/SHA256SUMS"));
  auto manifest = TRY(PrivateFile::create(files, "intake/manifest.jsonl"));
  Intake out(std::move(sums), std::move(manifest));
  for (const Received& exhibit : exhibits) {
    fs::path path = fs::path(exhibit.path).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // "phone/"
    out.names_.push_back(path.filename().string());
  }
  return out;
}

void Intake::add(const Taken& file) {
  std::string name = names_[file.exhibit];
  if (!file.path.empty()) name.append("/").append(file.path);
  sums_.write(sums_line(file.sha256, name));

  Json out(Json::Form::lines);
  std::string mended;
  out.begin_object();
  out.member("exhibit", exhibit_id(file.exhibit));
  if (file.modified) out.member("modified", iso8601(*file.modified));
  out.member("path", file.path);
  // The exact name where JSON cannot hold it.
  if (valid_utf8(file.path, mended) != file.path) out.member("path_hex", hex(as_bytes(file.path)));
  out.member("sha256", hex(file.sha256));
  out.member("size", file.size);
  out.end_object();
  const std::string line = out.take();
  root_.add(trim(line));
  ++files_;
  manifest_.write(line);
}

Result<IntakeRoot> Intake::close() {
  TRY(sums_.close());
  TRY(manifest_.close());
  return IntakeRoot{.files = files_, .root = root_.finish()};
}

}  // namespace bridle
