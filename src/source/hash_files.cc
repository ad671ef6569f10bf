#include "source/hash_files.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/sha256_lane.h"

namespace bridle {
namespace {

constexpr std::uint64_t kLarge = 1 << 20;
// What two files need of it stays in the second-level cache between reading and hashing.
constexpr std::size_t kPiece = 128 << 10;
constexpr std::size_t kBlock = Sha256Lane::kBlock;

// One of the two files that a thread hashes: read piece by piece.
class HashedFile {
 public:
  HashedFile(const Store& store, HashWork& work, const SeeHead& see)
      : store_(store), work_(work), see_(see), buffer_(kPiece) {}

  bool open() const { return content_ != nullptr; }
  std::size_t index() const { return index_; }
  // What can be hashed at once: none until read() says that there is some.
  Bytes blocks() const { return Bytes(buffer_).subspan(from_, whole_); }
  void hashed(std::size_t bytes) {
    from_ += bytes;
    whole_ -= bytes;
  }
  Sha256Lane& lane() { return lane_; }

  // Opens a file. A store may know its hash already.
  Result<std::optional<Digest>> begin(std::size_t index) {
    index_ = index;
    if (const auto known = TRY(store_.digest(index))) return known;
    content_ = TRY(store_.open(index));
    size_ = content_->size();
    at_ = from_ = whole_ = rest_ = 0;
    return std::nullopt;
  }

  // Reads on once all blocks were hashed. False at the end of the file.
  Result<bool> read() {
    if (at_ == size_) return false;
    if (work_.stop.load(std::memory_order_relaxed))
      return fail(Errc::missing, kHashingStopped, at_);
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, size_ - at_));
    TRY(content_->read(at_, std::span(buffer_).first(n)));
    work_.bytes.fetch_add(n, std::memory_order_relaxed);
    if (at_ == 0 && see_) see_(index_, Bytes(buffer_).first(n));
    at_ += n;
    from_ = 0;
    whole_ = n / kBlock * kBlock;
    rest_ = n - whole_;
    return true;
  }

  Digest finish() {
    content_.reset();
    return lane_.finish(Bytes(buffer_).subspan(from_, std::exchange(rest_, 0)));
  }

  void abandon() {
    content_.reset();
    whole_ = 0;
    lane_ = {};
  }

 private:
  const Store& store_;
  HashWork& work_;
  const SeeHead& see_;
  std::vector<std::byte> buffer_;
  std::unique_ptr<Content> content_;
  Sha256Lane lane_;
  std::size_t index_ = 0;
  std::uint64_t size_ = 0, at_ = 0;
  std::size_t from_ = 0, whole_ = 0, rest_ = 0;
};

// Brings a place to where it has blocks to hash: to the next piece, or to the next files. False if
// there are none any more.
bool advance(HashedFile& file, const NextFile& next, const TakeDigest& take) {
  while (file.blocks().empty()) {
    if (file.open()) {
      const auto more = file.read();
      if (more && *more) continue;
      if (more) {
        take(file.index(), file.finish());
      } else {
        file.abandon();
        take(file.index(), std::unexpected(more.error()));
      }
      continue;
    }
    const auto index = next();
    if (!index) return false;
    const auto known = file.begin(*index);
    if (!known)
      take(*index, std::unexpected(known.error()));
    else if (*known)
      take(*index, **known);
  }
  return true;
}

}  // namespace

HashQueue::HashQueue(const Store& store)
    : HashQueue(store, [&] {
        std::vector<std::size_t> all(store.files().size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        return all;
      }()) {}

HashQueue::HashQueue(const Store& store, std::vector<std::size_t> files)
    : order_(std::move(files)) {
  const auto size = [&](std::size_t i) { return store.files()[i].size; };
  const auto small =
      std::ranges::stable_partition(order_, [&](std::size_t i) { return size(i) >= kLarge; });
  std::ranges::stable_sort(order_.begin(), small.begin(), std::ranges::greater{}, size);
}

std::optional<std::size_t> HashQueue::next() {
  const std::size_t i = taken_.fetch_add(1, std::memory_order_relaxed);
  if (i >= order_.size()) return {};
  return order_[i];
}

void hash_files(const Store& store, const NextFile& next, const TakeDigest& take, HashWork& work,
                const SeeHead& see) {
  HashedFile a(store, work, see);
  HashedFile b(store, work, see);
  for (;;) {
    const bool with_a = advance(a, next, take);
    const bool with_b = advance(b, next, take);
    if (!with_a && !with_b) return;
    HashedFile& one = with_a ? a : b;
    const std::size_t n =
        with_a && with_b ? std::min(a.blocks().size(), b.blocks().size()) : one.blocks().size();
    if (with_a && with_b) {
      Sha256Lane::add(a.lane(), a.blocks().first(n), b.lane(), b.blocks().first(n));
      b.hashed(n);
      a.hashed(n);
    } else {
      one.lane().add(one.blocks());
      one.hashed(n);
    }
  }
}

}  // namespace bridle
