#include "source/seekable_inflate.h"

#include <libdeflate.h>

#include <algorithm>

namespace bridle {
namespace {

constexpr std::size_t kMostIdle = 8;

Result<void> fill(InflateStream& stream, std::span<std::byte> out, std::uint64_t at) {
  while (!out.empty()) {
    const std::size_t got = TRY(stream.read(out));
    if (got == 0) return fail(Errc::malformed, "the member is shorter than stated", at);
    out = out.subspan(got);
  }
  return {};
}

}  // namespace

SeekableInflate::SeekableInflate(const Content& archive, ZipMember member, std::size_t most_points)
    : archive_(archive), member_(std::move(member)), most_points_(most_points) {
  frontier_.stream =
      std::make_unique<InflateStream>(archive_, member_.data_at, member_.entry.packed, Wrap::raw);
  points_.push_back(frontier_.stream->copy());
}

// Of too many points each second goes, so that a member of any size costs no more memory.
void SeekableInflate::leave_point() const {
  points_.push_back(frontier_.stream->copy());
  if (points_.size() < most_points_) return;
  for (std::size_t i = 1; 2 * i < points_.size(); ++i) points_[i] = std::move(points_[2 * i]);
  points_.resize((points_.size() + 1) / 2);
  stride_ *= 2;
}

// One step of the first pass, up to the next point at most, into `out`. Gives its length.
Result<std::size_t> SeekableInflate::step(std::span<std::byte> out) const {
  const std::uint64_t border = (frontier_.at / stride_ + 1) * stride_;
  const auto part = out.first(
      static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), border - frontier_.at)));
  TRY(fill(*frontier_.stream, part, frontier_.at));
  crc_ = libdeflate_crc32(crc_, part.data(), part.size());
  frontier_.at += part.size();
  if (frontier_.at == size() && !member_.unchecked && crc_ != member_.entry.crc)
    return fail(Errc::malformed, "the member's checksum is wrong", member_.data_at);
  const std::lock_guard guard(lock_);
  if (frontier_.at == border) leave_point();
  passed_ = frontier_.at;
  return part.size();
}

// Reads what the first pass has not come to yet. False if it has in the meantime.
Result<bool> SeekableInflate::read_ahead(std::uint64_t at, std::span<std::byte> out) const {
  const std::lock_guard pass(frontier_lock_);
  if (frontier_.at > at) return false;
  std::vector<std::byte> skipped(
      static_cast<std::size_t>(std::min<std::uint64_t>(at - frontier_.at, 256 << 10)));
  while (frontier_.at < at)
    TRY(step(std::span(skipped).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(skipped.size(), at - frontier_.at)))));
  while (!out.empty()) out = out.subspan(TRY(step(out)));
  return true;
}

// The idle cursor that is nearest before `at`, or a new one from the point before it.
SeekableInflate::Cursor SeekableInflate::take(std::uint64_t at) const {
  const std::lock_guard guard(lock_);
  const std::uint64_t point = std::min(at / stride_, std::uint64_t{points_.size()} - 1);
  std::size_t best = idle_.size();
  for (std::size_t i = 0; i < idle_.size(); ++i)
    if (idle_[i].at <= at && idle_[i].at >= point * stride_ &&
        (best == idle_.size() || idle_[i].at > idle_[best].at))
      best = i;
  if (best == idle_.size())
    return {.at = point * stride_, .stream = points_[static_cast<std::size_t>(point)]->copy()};
  Cursor found = std::move(idle_[best]);
  idle_.erase(idle_.begin() + static_cast<std::ptrdiff_t>(best));
  return found;
}

void SeekableInflate::give_back(Cursor cursor) const {
  const std::lock_guard guard(lock_);
  if (idle_.size() == kMostIdle) idle_.erase(idle_.begin());
  idle_.push_back(std::move(cursor));
}

Result<void> SeekableInflate::read(std::uint64_t at, std::span<std::byte> out) const {
  if (at > size() || out.size() > size() - at)
    return fail(Errc::truncated, "the data ends early", size());
  const std::uint64_t end = at + out.size();
  const auto passed = [&](std::uint64_t place) {
    const std::lock_guard guard(lock_);
    return passed_ >= place;
  };
  if (!passed(end)) {
    if (TRY(read_ahead(at, out))) return {};
    // Another reader is in between: what is left of the pass is gone through, for all.
    if (!passed(end)) {
      std::vector<std::byte> rest(static_cast<std::size_t>(1));
      TRY(read_ahead(end - 1, rest));
    }
  }
  Cursor cursor = take(at);
  TRY(cursor.stream->skip(at - cursor.at));
  TRY(fill(*cursor.stream, out, at));
  cursor.at = end;
  give_back(std::move(cursor));
  return {};
}

}  // namespace bridle
