// What all archives have in common as stores.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "source/file_content.h"
#include "source/store.h"

namespace bridle {

// Files in memory only, for inflated contents: nothing inflated is written to disk.
Result<Descriptor> memory_file();
Result<void> append(const Descriptor& file, Bytes bytes);

// Bytes that the content owns.
std::unique_ptr<Content> owned_content(std::vector<std::byte> bytes);

// Bytes [at, at + size) of a content that stays.
std::unique_ptr<Content> part_of(const Content& whole, std::uint64_t at, std::uint64_t size);

// The same of a content that stays as long as any part of it.
std::unique_ptr<Content> part_of(std::shared_ptr<const Content> whole, std::uint64_t at,
                                 std::uint64_t size);

// A member's name as a path: without "./", "//" and, as tar does, without a leading "/".
// Errc::unsupported for names that leave the archive or that no file can have.
Result<std::string> member_path(std::string_view name);

class ArchiveStore : public Store {
 public:
  // `carrier` is the file that the archive is; null for one inside another exhibit.
  ArchiveStore(std::unique_ptr<Store> carrier, std::unique_ptr<Content> bytes)
      : carrier_(std::move(carrier)), bytes_(std::move(bytes)) {}

  std::span<const Stored> files() const override { return files_; }
  std::span<const Stored> folders() const override { return folders_; }
  std::span<const StoreGap> gaps() const override { return gaps_; }
  const Store* carrier() const override { return carrier_.get(); }
  std::vector<std::string> changed() const override {
    return carrier_ ? carrier_->changed() : std::vector<std::string>();
  }

 protected:
  const Content& bytes() const { return *bytes_; }
  void lose(std::string path, std::uint64_t at, const char* why, Loss loss) {
    gaps_.push_back({std::move(path), at, why, loss});
  }
  void add_folder(std::string path, std::optional<std::int64_t> mtime_ns) {
    folders_.push_back({std::move(path), 0, mtime_ns});
  }

  // Sorts members and what belongs to them by path. Of several with one path the last counts, as
  // for every unpacker; the others become gaps.
  template <class Place>
  void settle(std::vector<Stored> members, std::vector<Place> from, std::vector<Place>& places) {
    for (const std::size_t i : last_of_each_path(members)) {
      files_.push_back(std::move(members[i]));
      places.push_back(std::move(from[i]));
    }
  }

 private:
  std::vector<std::size_t> last_of_each_path(const std::vector<Stored>& members);

  std::unique_ptr<Store> carrier_;
  std::unique_ptr<Content> bytes_;
  std::vector<Stored> files_;
  std::vector<Stored> folders_;
  std::vector<StoreGap> gaps_;
};

}  // namespace bridle
