#include "source/intake.h"

#include <algorithm>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::uint64_t kBatchBytes = 8 << 20;
constexpr std::size_t kBatchFiles = 512;
// A block stays in the second-level cache between reading and hashing.
constexpr std::size_t kBlock = 256 << 10;

// Errc::missing with `stopped` if told to stop on the way.
constexpr const char* kStopped = "hashing was stopped";

Result<Digest> hash_content(const Content& content, Sha256& hash, HashWork& work) {
  thread_local std::vector<std::byte> block(kBlock);
  const std::uint64_t size = content.size();
  for (std::uint64_t at = 0; at < size;) {
    if (work.stop.load(std::memory_order_relaxed)) return fail(Errc::missing, kStopped, at);
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, size - at)));
    const auto read = content.read(at, part);
    if (!read) return std::unexpected(read.error());
    hash.add(part);
    at += part.size();
    work.bytes.fetch_add(part.size(), std::memory_order_relaxed);
  }
  return hash.finish();
}

Result<Digest> hash_file(const Store& store, std::size_t index, HashWork& work) {
  if (const auto known = TRY(store.digest(index))) return *known;
  Sha256 hash;
  const auto content = TRY(store.open(index));
  return hash_content(*content, hash, work);
}

}  // namespace

std::vector<Batch> batches(const Store& store) {
  std::vector<Batch> out;
  const auto files = store.files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const bool full = out.empty() || out.back().count == kBatchFiles ||
                      out.back().bytes + files[i].size > kBatchBytes;
    if (full) out.push_back({i, 0, 0});
    ++out.back().count;
    out.back().bytes += files[i].size;
  }
  return out;
}

Digests::Digests(const Store& store) : store_(store), slots_(store.files().size()) {}

// True if the caller is to compute it.
bool Digests::claim(Slot& slot) {
  State expected = State::none;
  return slot.state.compare_exchange_strong(expected, State::busy, std::memory_order_acq_rel);
}

void Digests::compute(std::size_t index, HashWork& work) {
  Slot& slot = slots_[index];
  const auto digest = hash_file(store_, index, work);
  State state = State::done;
  if (digest) {
    slot.digest = *digest;
  } else if (digest.error().what == kStopped) {
    state = State::none;
  } else {
    state = State::failed;
    const std::lock_guard lock(mutex_);
    errors_.emplace(index, digest.error());
  }
  slot.state.store(state, std::memory_order_release);
  slot.state.notify_all();
}

Result<Digest> Digests::of(std::size_t index) {
  Slot& slot = slots_[index];
  for (;;) {
    const State state = slot.state.load(std::memory_order_acquire);
    if (state == State::done) return slot.digest;
    if (state == State::failed) {
      const std::lock_guard lock(mutex_);
      return std::unexpected(errors_.at(index));
    }
    if (state == State::busy) {
      slot.state.wait(State::busy, std::memory_order_acquire);
    } else if (claim(slot)) {
      HashWork alone;
      compute(index, alone);
    }
  }
}

void Digests::hash(const Batch& batch, HashWork& work) {
  for (std::size_t i = batch.first; i < batch.first + batch.count; ++i) {
    if (work.stop.load(std::memory_order_relaxed)) return;
    if (claim(slots_[i])) compute(i, work);
  }
}

bool Digests::still_the_same(std::size_t index) const {
  const Slot& slot = slots_[index];
  if (slot.state.load(std::memory_order_acquire) != State::done) return true;
  Sha256 hash;
  HashWork alone;
  const auto content = store_.open(index);
  if (!content) return false;
  const auto again = hash_content(**content, hash, alone);
  return again && *again == slot.digest;
}

std::vector<StoreGap> Digests::gaps() const {
  const std::lock_guard lock(mutex_);
  std::vector<StoreGap> out;
  out.reserve(errors_.size());
  for (const auto& [index, error] : errors_)
    out.push_back({store_.files()[index].path, error.at, error.what, Loss::unreadable});
  return out;
}

std::string sums_line(const Digest& digest, std::string_view path) {
  std::string name;
  for (const char c : path) {
    if (c == '\\')
      name += "\\\\";
    else if (c == '\n')
      name += "\\n";
    else if (c == '\r')
      name += "\\r";
    else
      name += c;
  }
  return (name.size() == path.size() ? "" : "\\") + hex(digest) + "  " + name + '\n';
}

Result<Digest> tree_digest(const Store& store, Digests& digests) {
  if (store.is_one_file()) return digests.of(0);
  Sha256 hash;
  for (std::size_t i = 0; i < store.files().size(); ++i)
    if (const auto digest = digests.of(i))
      hash.add(as_bytes(sums_line(*digest, store.files()[i].path)));
  return hash.finish();
}

}  // namespace bridle
