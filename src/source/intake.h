// Hashing what was received: every file of a store once, whoever asks first.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "format/media_type.h"
#include "source/hash_files.h"

namespace bridle {

class Digests {
 public:
  explicit Digests(const Store& store);

  // The SHA-256 of a file. Computed by whoever asks first; others wait for it. Safe from all
  // threads. A file that cannot be read gives the same error each time.
  Result<Digest> of(std::size_t index);

  // What a file is by its first bytes (format/media_type.h, told_type), seen while it was hashed;
  // nothing if it was not read yet.
  std::optional<const MediaType*> type(std::size_t index) const;

  // Computes what of() was not yet asked for, of the queue's files. Returns early when told to
  // stop. Several threads may share a queue.
  void hash(HashQueue& queue, HashWork& work);

  // From now on of() computes nothing any more: what has no hash yet is an error that says so.
  void abandon() { abandoned_ = true; }

  // Reads the queue's files again and appends those whose hash is not what of() gave before.
  void compare(HashQueue& queue, std::vector<std::size_t>& differing) const;

  // Files whose hash could not be computed, by path.
  std::vector<StoreGap> gaps() const;

 private:
  enum class State : std::uint8_t { none, busy, done, failed };
  struct Slot {
    std::atomic<State> state{State::none};
    Digest digest{};
    std::optional<const MediaType*> type{};
  };

  static bool claim(Slot& slot);
  void settle(std::size_t index, const Result<Digest>& digest);
  void compute(const NextFile& next, HashWork& work);

  const Store& store_;
  std::vector<Slot> slots_;
  std::atomic<bool> abandoned_{false};
  mutable std::mutex mutex_;
  std::map<std::size_t, Error> errors_;
};

// One line of SHA256SUMS, as `sha256sum -c` reads it: a name with a newline or a backslash is
// escaped and the line starts with a backslash.
std::string sums_line(const Digest& digest, std::string_view path);

// The hash of a whole exhibit, of its carrier() if it has one: SHA-256 of the SHA256SUMS lines of
// all files, sorted by path; for a single file, the hash of that file. Files that could not be
// read are left out, and the gaps say so. Errc::missing if hashing was abandoned before its end.
Result<Digest> tree_digest(const Store& store, Digests& digests);

}  // namespace bridle
