#include "source/directory_store.h"

#include <dirent.h>
#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "source/file_content.h"

namespace bridle {
namespace {

// A full file system of a phone has half a million files, twenty folders deep.
constexpr std::size_t kMostEntries = 20'000'000;
constexpr std::ptrdiff_t kMostDepth = 1024;

struct Entry {
  Stored stored;
  Identity identity;
};

// Lists a folder and all below it. Folders wait by name, not as open files: a deep tree must not
// use up the descriptors.
class Listing {
 public:
  explicit Listing(int root) : root_(root) {}

  Result<void> run() {
    struct stat s{};
    if (fstat(root_, &s) != 0) return fail(Errc::io, "the system could not look at the folder");
    root_before = identity(s);
    TRY(list("."));
    while (!waiting_.empty()) {
      const std::string path = std::move(waiting_.back());
      waiting_.pop_back();
      const auto listed = list(path);
      if (!listed) lose(path, listed.error().what, Loss::unreadable);
    }
    return {};
  }

  // Just the one file of that name in the folder.
  Result<void> only(const std::string& name) {
    TRY(add(root_, name.c_str(), ""));
    if (files.empty()) return fail(Errc::unsupported, "neither a folder nor a regular file");
    return {};
  }

  std::vector<Entry> files;
  std::vector<Entry> folders;
  std::vector<StoreGap> gaps;
  std::optional<Identity> root_before;

 private:
  struct Close {
    void operator()(DIR* d) const { closedir(d); }
  };

  Result<void> list(const std::string& path) {
    Descriptor at = TRY(open_below(root_, path, O_DIRECTORY));
    const std::unique_ptr<DIR, Close> folder(fdopendir(at.get()));
    if (!folder) return fail(Errc::io, "the system could not list it");
    const int fd = at.release();
    const std::string before = path == "." ? "" : path + '/';
    for (;;) {
      errno = 0;
      const dirent* const entry = readdir(folder.get());
      if (!entry) break;
      const std::string_view name = entry->d_name;
      if (name != "." && name != "..") TRY(add(fd, entry->d_name, before));
    }
    if (errno != 0) return fail(Errc::io, "the system could not list all of it");
    return {};
  }

  Result<void> add(int folder, const char* name, const std::string& before) {
    if (files.size() + folders.size() + gaps.size() >= kMostEntries)
      return fail(Errc::too_large, "more than 20 million entries", kMostEntries);
    std::string path = before + name;
    struct stat s{};
    if (fstatat(folder, name, &s, AT_SYMLINK_NOFOLLOW) != 0)
      lose(std::move(path), "the system could not look at it", Loss::unreadable);
    else if (S_ISREG(s.st_mode))
      files.push_back(entry(std::move(path), s));
    else if (S_ISDIR(s.st_mode))
      add_folder(std::move(path), s);
    else
      lose(std::move(path), special(s.st_mode), Loss::no_content);
    return {};
  }

  void add_folder(std::string path, const struct stat& s) {
    if (std::ranges::count(path, '/') >= kMostDepth)
      lose(path, "more than 1024 folders deep: what is below was not read", Loss::refused);
    else
      waiting_.push_back(path);
    folders.push_back(entry(std::move(path), s));
    folders.back().stored.size = 0;
  }

  static Entry entry(std::string path, const struct stat& s) {
    const Identity now = identity(s);
    return {{std::move(path), now.size, now.mtime_ns}, now};
  }

  static const char* special(mode_t mode) {
    if (S_ISLNK(mode)) return "a symbolic link, not followed";
    if (S_ISFIFO(mode)) return "a named pipe, not opened";
    if (S_ISSOCK(mode)) return "a socket, not opened";
    return "a device, not opened";
  }

  void lose(std::string path, const char* why, Loss loss) {
    gaps.push_back({std::move(path), 0, why, loss});
  }

  int root_;
  std::vector<std::string> waiting_;
};

class FileSystemStore : public Store {
 public:
  FileSystemStore(Descriptor root, Listing found)
      : root_(std::move(root)), root_before_(found.root_before), gaps_(std::move(found.gaps)) {
    std::ranges::sort(gaps_, {}, &StoreGap::path);
    split(found.files, files_, identities_);
    split(found.folders, folders_, folder_identities_);
  }

  std::span<const Stored> files() const override { return files_; }
  std::span<const Stored> folders() const override { return folders_; }
  std::span<const StoreGap> gaps() const override { return gaps_; }
  bool is_one_file() const override { return !root_before_; }

  Result<std::unique_ptr<Content>> open(std::size_t index) const override {
    return file_content(TRY(open_below(root_.get(), files_[index].path)));
  }

  std::vector<std::string> changed() const override {
    std::vector<std::string> out;
    if (root_before_ && identity_now(".") != root_before_) out.emplace_back(".");
    differing(files_, identities_, out);
    // A folder's own times tell of files that came, went or were renamed.
    differing(folders_, folder_identities_, out);
    return out;
  }

 private:
  static void split(std::vector<Entry>& from, std::vector<Stored>& stored,
                    std::vector<Identity>& identities) {
    std::ranges::sort(from, {}, [](const Entry& e) -> const std::string& { return e.stored.path; });
    stored.reserve(from.size());
    identities.reserve(from.size());
    for (Entry& e : from) {
      stored.push_back(std::move(e.stored));
      identities.push_back(e.identity);
    }
  }

  // Nothing if it is no longer there.
  std::optional<Identity> identity_now(const std::string& path) const {
    struct stat s{};
    if (fstatat(root_.get(), path.c_str(), &s, AT_SYMLINK_NOFOLLOW) == 0) return identity(s);
    if (errno != ENAMETOOLONG) return {};
    const auto file = open_below(root_.get(), path);
    if (!file || fstat(file->get(), &s) != 0) return {};
    return identity(s);
  }

  void differing(const std::vector<Stored>& stored, const std::vector<Identity>& before,
                 std::vector<std::string>& out) const {
    for (std::size_t i = 0; i < stored.size(); ++i) {
      if (identity_now(stored[i].path) != before[i]) out.push_back(stored[i].path);
    }
  }

  Descriptor root_;
  std::optional<Identity> root_before_;  // a folder's; a single file's folder does not matter
  std::vector<Stored> files_;
  std::vector<Identity> identities_;
  std::vector<Stored> folders_;
  std::vector<Identity> folder_identities_;
  std::vector<StoreGap> gaps_;
};

}  // namespace

Result<std::unique_ptr<Store>> open_directory(const std::string& path) {
  Descriptor root(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root) return fail(errno == ENOENT ? Errc::missing : Errc::io, "the folder cannot be opened");
  Listing found(root.get());
  TRY(found.run());
  return std::make_unique<FileSystemStore>(std::move(root), std::move(found));
}

Result<std::unique_ptr<Store>> open_single(const std::string& path) {
  const std::unique_ptr<char, decltype(&free)> real(realpath(path.c_str(), nullptr), &free);
  if (!real) return fail(errno == ENOENT ? Errc::missing : Errc::io, "the file cannot be found");
  const std::string whole = real.get();
  const std::size_t slash = whole.rfind('/');
  // Only to find the file in: its other files are none of our business.
  Descriptor folder(::open(whole.substr(0, slash + 1).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return fail(Errc::io, "the file's folder cannot be opened");
  Listing found(folder.get());
  TRY(found.only(whole.substr(slash + 1)));
  return std::make_unique<FileSystemStore>(std::move(folder), std::move(found));
}

}  // namespace bridle
