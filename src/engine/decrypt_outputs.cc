#include "engine/decrypt_outputs.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ranges>
#include <string_view>
#include <utility>

#include "sink/new_files.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNoFolder = "the folder for the files cannot be made";

// "a/b/c": steps downwards alone.
bool leads_down(std::string_view name) {
  if (name.empty() || name.contains('\0')) return false;
  return std::ranges::all_of(name | std::views::split('/'), [](const auto& part) {
    const std::string_view step(part);
    return !step.empty() && step != "." && step != "..";
  });
}

}  // namespace

DecryptOutputs::~DecryptOutputs() {
  for (const auto& [name, part] : open_) ::unlink(part.c_str());
}

Result<void> DecryptOutputs::open() {
  if (opened_) return {};
  std::error_code error;
  if (fs::exists(path_, error) && !fs::is_empty(path_, error))
    return fail(Errc::io, "the folder is not empty");
  fs::create_directories(path_, error);
  if (error || ::chmod(path_.c_str(), 0700) != 0) return fail(Errc::io, kNoFolder);
  opened_ = true;
  return {};
}

// Until it is whole it has a name that no other file has: evidence may hold "x" and "x.part".
Result<Descriptor> DecryptOutputs::create(const std::string& name) {
  if (!opened_ || !leads_down(name) || open_.contains(name))
    return fail(Errc::malformed, "refused: the name leaves the folder");
  fs::path part = path_ / name;
  std::error_code error;
  fs::create_directories(part.parent_path(), error);
  Descriptor file;
  do {
    part += ".part";
    file = Descriptor(
        ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  } while (!file && errno == EEXIST);
  if (!file) return fail(Errc::io, why_not_written(errno, "a file cannot be created"));
  open_.emplace(name, std::move(part));
  return file;
}

void DecryptOutputs::keep(const std::string& name) {
  const auto part = open_.extract(name);
  if (part.empty()) return;
  struct stat s{};
  if (::stat(part.mapped().c_str(), &s) == 0 &&
      ::rename(part.mapped().c_str(), (path_ / name).c_str()) == 0) {
    ++written_.files;
    written_.bytes += static_cast<std::uint64_t>(s.st_size);
    return;
  }
  written_.gaps.push_back(
      {.path = name, .at = 0, .why = why_not_written(errno, "it cannot be given its name")});
  ::unlink(part.mapped().c_str());
}

void DecryptOutputs::drop(const std::string& name) {
  if (const auto part = open_.extract(name); !part.empty()) ::unlink(part.mapped().c_str());
}

void DecryptOutputs::clear() {
  std::error_code none;
  if (opened_)
    for (const fs::directory_entry& entry : fs::directory_iterator(path_, none))
      fs::remove_all(entry.path(), none);
  open_.clear();
  written_ = {};
}

}  // namespace bridle
