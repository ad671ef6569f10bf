// What was received, as a list of files that can be read: a folder, an archive, or one file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"
#include "base/result.h"
#include "base/sha256.h"

namespace bridle {

struct Stored {
  std::string path;  // relative, '/' between names; bytes as they were received, perhaps not UTF-8
  std::uint64_t size = 0;
  std::optional<std::int64_t> mtime_ns = {};  // since 1970, UTC; nothing if unknown
};

// Why something that was received is not among the files.
enum class Loss : std::uint8_t {
  no_content,  // a symbolic link, device, pipe or socket: never opened, and nothing is missing
  refused,  // a trick or a limit: a path that leaves the exhibit, a bomb, a second file of a name
  unreadable,  // encrypted, an unsupported form, or the system would not open it
  damaged      // cut or broken bytes
};

struct StoreGap {
  std::string path;  // empty if it concerns the whole
  std::uint64_t at = 0;
  std::string why;
  Loss loss = Loss::damaged;
};

class Store {
 public:
  virtual ~Store() = default;

  // Sorted by path, byte by byte; no path twice.
  virtual std::span<const Stored> files() const = 0;
  // Folders that were seen, sorted likewise.
  virtual std::span<const Stored> folders() const = 0;
  virtual std::span<const StoreGap> gaps() const = 0;

  // Safe to call from several threads. The content must not outlive the store.
  virtual Result<std::unique_ptr<Content>> open(std::size_t index) const = 0;

  // The same for who reads in order: contents that open() would hold in memory as a whole may be
  // inflated again and again where they are read.
  virtual Result<std::unique_ptr<Content>> open_in_order(std::size_t index) const {
    return open(index);
  }

  // Has the contents of these files at hand for open(). Only stores that must be read in order
  // (tar.gz) do anything; there, open() of a file that was not fetched is Errc::missing. A later
  // call replaces what an earlier one had fetched; contents already opened stay valid.
  virtual Result<void> fetch(std::span<const std::size_t> indices);

  // The hash of a file where the store has it, or gets it cheaper than by open(); else nothing.
  virtual Result<std::optional<Digest>> digest(std::size_t index) const;

  // True for a store that is one file, not a folder of files or an archive.
  virtual bool is_one_file() const { return false; }

  // The archive as the one file that was received, or null: then the files are what was received.
  virtual const Store* carrier() const { return nullptr; }

  // Paths that differ in size, times or inode from when the store was opened.
  virtual std::vector<std::string> changed() const = 0;

  // The index of a path in files().
  std::optional<std::size_t> find(std::string_view path) const;
};

// Tells by content whether `path` is a folder, a zip, a tar, a tar.gz or another single file.
Result<std::unique_ptr<Store>> open_store(const std::string& path);

}  // namespace bridle
