// The media files of all exhibits of a case (media_places.h), found by what a messenger noted of
// them, each hashed once: for artefacts that compare a note with the file.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/file.h"
#include "source/intake.h"
#include "source/tree.h"

namespace bridle {

struct CaseFile {
  std::size_t exhibit = 0;
  const Node* node = nullptr;
};

// Safe from all threads.
class CaseFiles {
 public:
  // `digests` is null if nothing was hashed: then contents are. All must outlive this.
  struct Part {
    const Tree* tree = nullptr;
    const Store* store = nullptr;
    Digests* digests = nullptr;
  };
  explicit CaseFiles(std::vector<Part> exhibits, const std::atomic<bool>* stop = nullptr)
      : exhibits_(std::move(exhibits)), stop_(stop) {}

  // SHA-256 of the content. That of custody if the content is what was received; else computed,
  // once.
  Result<Digest> digest(const CaseFile& file) const;
  // What its first bytes say (format/media_type.h, told_type), looked at once; null if they are of
  // no known type.
  Result<const MediaType*> type(const CaseFile& file) const;
  // The content. What was received just so is opened when its first byte is asked for: of most
  // media all that is wanted is known. read() says then if it cannot be opened.
  Result<std::unique_ptr<Content>> open(const CaseFile& file) const;
  // Where someone finds it, and when it was changed last as the exhibit states it.
  std::string_view place(const CaseFile& file) const;
  std::optional<std::int64_t> mtime_ns(const CaseFile& file) const;

  // Those that lie where a store of this exhibit says: their paths end as `path` does, in two
  // names at least or, of a file in no folder, in its name. In the exhibit itself; if there are
  // none, in exhibits without such a store of their own.
  std::vector<CaseFile> named(std::string_view path, std::size_t exhibit) const;
  // One with this content, in any exhibit.
  std::optional<CaseFile> with(const Digest& digest) const;

 private:
  struct ByDigest {
    std::size_t operator()(const Digest& d) const;
  };
  void find() const;
  void hash_all() const;
  Result<Digest> compute(const CaseFile& file) const;
  // Whether what was hashed in custody is just this content.
  bool is_hashed(const CaseFile& file) const;

  std::vector<Part> exhibits_;
  const std::atomic<bool>* stop_;
  mutable std::once_flag found_, hashed_;
  mutable std::vector<CaseFile> files_;
  mutable std::unordered_multimap<std::string_view, CaseFile> by_name_;
  mutable std::vector<bool> has_store_;  // of each exhibit
  mutable std::unordered_map<Digest, CaseFile, ByDigest> by_digest_;
  mutable std::mutex lock_;  // for what follows
  mutable std::condition_variable computed_;
  // Of contents that are not what was received; empty while somebody computes it.
  mutable std::unordered_map<const Node*, std::optional<Result<Digest>>> digests_;
  mutable std::unordered_map<const Node*, const MediaType*> types_;  // of such contents, too
};

// Of the file that an artefact reads: what its first bytes say, see CaseFiles::type; and its hash,
// in hex.
Result<const MediaType*> type_of(const File& file);
Result<std::string> sha256_of(const File& file);

}  // namespace bridle
