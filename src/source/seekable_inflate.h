// A deflated member of an archive as a content that needs little memory: inflated where it is read.
//
// The first pass leaves a point to go on from at each megabyte, and of very large members at fewer
// places; a later read begins at the point before it. Reads in order cost what inflating costs,
// reads in no order a thousand times that.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "base/content.h"
#include "source/inflate.h"
#include "source/zip_member.h"

namespace bridle {

class SeekableInflate : public Content {
 public:
  static constexpr std::uint64_t kFirstStride = 1 << 20;
  static constexpr std::size_t kMostPoints = 1024;  // of some 50 kB each

  // The archive must stay.
  SeekableInflate(const Content& archive, ZipMember member, std::size_t most_points = kMostPoints);

  std::uint64_t size() const override { return member_.entry.size; }
  // Errc::malformed also for the end of a member whose checksum is wrong.
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override;

 private:
  // A stream and what it gives next.
  struct Cursor {
    std::uint64_t at = 0;
    std::unique_ptr<InflateStream> stream;
  };

  void leave_point() const;
  Result<std::size_t> step(std::span<std::byte> out) const;
  Result<bool> read_ahead(std::uint64_t at, std::span<std::byte> out) const;
  Cursor take(std::uint64_t at) const;
  void give_back(Cursor cursor) const;

  const Content& archive_;
  ZipMember member_;
  std::size_t most_points_;
  mutable std::mutex frontier_lock_;
  mutable Cursor frontier_;
  mutable std::uint32_t crc_ = 0;
  mutable std::mutex lock_;  // for what follows
  mutable std::uint64_t passed_ = 0;
  mutable std::uint64_t stride_ = kFirstStride;
  mutable std::vector<std::unique_ptr<InflateStream>> points_;  // the n-th at n strides
  mutable std::vector<Cursor> idle_;
};

}  // namespace bridle
