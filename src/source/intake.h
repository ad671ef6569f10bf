// Hashing what was received: every file of a store once, whoever asks first.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/sha256.h"
#include "source/store.h"

namespace bridle {

// Some files that one thread hashes: many small ones, or one big one.
struct Batch {
  std::size_t first = 0;  // index of a file
  std::size_t count = 0;
  std::uint64_t bytes = 0;
};

// Batches that cover all files in order.
std::vector<Batch> batches(const Store& store);

// How far hashing is, and the wish to stop it; shared by all threads.
struct HashWork {
  std::atomic<std::uint64_t> bytes{0};  // hashed so far
  std::atomic<bool> stop{false};
};

class Digests {
 public:
  explicit Digests(const Store& store);

  // The SHA-256 of a file. Computed by whoever asks first; others wait for it. Safe from all
  // threads. A file that cannot be read gives the same error each time.
  Result<Digest> of(std::size_t index);

  // Computes what of() was not yet asked for. Returns early when told to stop.
  void hash(const Batch& batch, HashWork& work);

  // Reads the file again and compares with what of() gave before.
  bool still_the_same(std::size_t index) const;

  // Files whose hash could not be computed, by path.
  std::vector<StoreGap> gaps() const;

 private:
  enum class State : std::uint8_t { none, busy, done, failed };
  struct Slot {
    std::atomic<State> state{State::none};
    Digest digest{};
  };

  static bool claim(Slot& slot);
  void compute(std::size_t index, HashWork& work);

  const Store& store_;
  std::vector<Slot> slots_;
  mutable std::mutex mutex_;
  std::map<std::size_t, Error> errors_;
};

// One line of SHA256SUMS, as `sha256sum -c` reads it: a name with a newline or a backslash is
// escaped and the line starts with a backslash.
std::string sums_line(const Digest& digest, std::string_view path);

// The hash of a whole exhibit, of its carrier() if it has one: SHA-256 of the SHA256SUMS lines of
// all files, sorted by path; for a single file, the hash of that file. Files that could not be
// read are left out, and the gaps say so.
Result<Digest> tree_digest(const Store& store, Digests& digests);

}  // namespace bridle
