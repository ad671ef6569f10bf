// Hashes the files of a store on several threads, two files side by side on each of them.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "source/store.h"

namespace bridle {

// Which file is hashed next; all threads take from one queue. Large files come first, so that none
// is left for the end; the small ones follow as they are stored.
class HashQueue {
 public:
  explicit HashQueue(const Store& store);
  HashQueue(const Store& store, std::vector<std::size_t> files);

  // The next file's index; nothing once all were taken.
  std::optional<std::size_t> next();

 private:
  std::vector<std::size_t> order_;
  std::atomic<std::size_t> taken_{0};
};

// How far hashing is, and the wish to stop it; shared by all threads.
struct HashWork {
  explicit HashWork(const std::atomic<bool>& wish) : stop(wish) {}

  std::atomic<std::uint64_t> bytes{0};  // hashed so far
  const std::atomic<bool>& stop;
};

// Gives the next file to hash, or nothing; takes a file's hash, or why it has none; and sees the
// first bytes of each file that is read and not empty, in front of its hash.
using NextFile = std::function<std::optional<std::size_t>()>;
using TakeDigest = std::function<void(std::size_t index, const Result<Digest>& digest)>;
using SeeHead = std::function<void(std::size_t index, Bytes head)>;

// The error of a file whose hashing was stopped.
inline constexpr const char* kHashingStopped = "hashing was stopped";

// Hashes on the caller's thread until no file is left or the work is stopped.
void hash_files(const Store& store, const NextFile& next, const TakeDigest& take, HashWork& work,
                const SeeHead& see = {});

}  // namespace bridle
