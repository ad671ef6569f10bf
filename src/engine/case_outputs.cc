#include "engine/case_outputs.h"

#include "engine/known_artefact.h"
#include "sink/new_files.h"

namespace bridle {

CaseOutputs::~CaseOutputs() {
  clear();
  if (folder_ && !finished_) folder_->take_back();
}

Result<void> CaseOutputs::open() {
  if (!folder_) folder_ = TRY(CaseFolder::create(path_));
  return {};
}

bool CaseOutputs::has(const std::string& name) const {
  if (name == "intake/SHA256SUMS" || name == "intake/manifest.jsonl") return true;
  constexpr std::string_view kBegin = "records/";
  constexpr std::string_view kEnd = ".parquet";
  std::string_view id = name;
  if (!id.starts_with(kBegin) || !id.ends_with(kEnd)) return false;
  id.remove_prefix(kBegin.size());
  if (id.size() <= kEnd.size()) return false;
  return is_in(catalogue_, id.substr(0, id.size() - kEnd.size()));
}

Result<Descriptor> CaseOutputs::create(const std::string& name) {
  if (!folder_ || !has(name) || open_.contains(name) || whole_.contains(name))
    return fail(Errc::malformed, "no file of a case");
  Descriptor file(TRY(FilesIn(path_).create(name)));
  open_.insert(name);
  return file;
}

void CaseOutputs::keep(const std::string& name) {
  if (open_.erase(name) != 0) whole_.insert(name);
}

void CaseOutputs::drop(const std::string& name) {
  if (open_.erase(name) != 0) FilesIn(path_).drop(name);
}

void CaseOutputs::clear() {
  FilesIn files(path_);
  for (const auto* names : {&open_, &whole_})
    for (const std::string& name : *names) files.drop(name);
  open_.clear();
  whole_.clear();
}

Result<void> CaseOutputs::finish() {
  FilesIn files(path_);
  for (const std::string& name : whole_) TRY(files.keep(name));
  whole_.clear();
  clear();
  finished_ = true;
  return {};
}

}  // namespace bridle
