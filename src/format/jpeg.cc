#include "format/jpeg.h"

#include <algorithm>
#include <array>
#include <memory>

#include "base/bytes.h"
#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::uint8_t kBegins = 0xd8, kEnds = 0xd9, kScan = 0xda;
constexpr unsigned kFrame = 8;  // bytes of a frame that are read, with its length

constexpr bool is_frame(std::uint8_t marker) {
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

constexpr bool has_no_length(std::uint8_t marker) {
  return marker == 0x01 || (marker >= 0xd0 && marker <= kBegins);
}

JpegFrame frame(std::uint8_t marker, Reader& in) {
  JpegFrame out{.marker = marker};
  in.take(2);
  out.bits = in.u8();
  out.height = in.u16be();
  out.width = in.u16be();
  out.components = in.u8();
  return out;
}

// One byte after the other.
class ByteWalk {
 public:
  explicit ByteWalk(const Content& content) : in_(content), size_(content.size()) {}

  std::uint64_t pos() const { return block_at_ + next_; }

  Result<std::uint8_t> next() {
    if (next_ == filled_) TRY(fill());
    return std::to_integer<std::uint8_t>(block_[next_++]);
  }

  // Behind the next 0xff.
  Result<void> pass_mark() {
    for (;;) {
      if (next_ == filled_) TRY(fill());
      const Bytes left = Bytes(block_.get(), filled_).subspan(next_);
      const auto at = as_text(left).find('\xff');
      if (at != std::string_view::npos) {
        next_ += at + 1;
        return {};
      }
      next_ = filled_;
    }
  }

  Result<void> skip(std::uint64_t n) {
    if (n > size_ - pos()) return fail(Errc::truncated, "a part reaches past the end", pos());
    if (n <= filled_ - next_) {
      next_ += static_cast<std::size_t>(n);
    } else {
      block_at_ = pos() + n;
      next_ = filled_ = 0;
    }
    return {};
  }

 private:
  Result<void> fill() {
    block_at_ += filled_;
    next_ = filled_ = 0;
    if (block_at_ >= size_) return fail(Errc::truncated, "the picture has no end", size_);
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, size_ - block_at_));
    TRY(in_.read(block_at_, std::span(block_.get(), n)));
    filled_ = n;
    return {};
  }

  // It stays in the second-level cache while it is searched, and is never cleared first.
  static constexpr std::size_t kBlock = std::size_t{64} << 10;

  const Content& in_;
  std::uint64_t size_;
  std::uint64_t block_at_ = 0;
  std::size_t next_ = 0, filled_ = 0;
  std::unique_ptr<std::byte[]> block_ = std::make_unique_for_overwrite<std::byte[]>(kBlock);
};

// The marker that ends the data of a scan.
Result<std::uint8_t> after_scan(ByteWalk& in) {
  for (;;) {
    TRY(in.pass_mark());
    std::uint8_t byte = TRY(in.next());
    while (byte == 0xff) byte = TRY(in.next());
    if (byte != 0 && !(byte >= 0xd0 && byte <= 0xd7)) return byte;
  }
}

Result<std::uint8_t> next_marker(ByteWalk& in) {
  if (TRY(in.next()) != 0xff) return fail(Errc::malformed, "no marker stands here", in.pos() - 1);
  std::uint8_t marker = TRY(in.next());
  while (marker == 0xff) marker = TRY(in.next());
  return marker;
}

}  // namespace

std::optional<JpegFrame> jpeg_frame(Bytes head) {
  Reader in(head);
  if (in.u16be() != 0xffd8) return {};
  while (!in.at_end()) {
    if (in.u8() != 0xff) return {};
    std::uint8_t marker = in.u8();
    while (marker == 0xff) marker = in.u8();
    if (in.failed() || marker == kScan || marker == kEnds) return {};
    if (has_no_length(marker)) continue;
    if (is_frame(marker)) {
      const JpegFrame out = frame(marker, in);
      return in.failed() ? std::nullopt : std::optional(out);
    }
    const std::uint16_t length = in.u16be();
    if (length < 2) return {};
    in.take(length - 2U);
  }
  return {};
}

Result<std::uint64_t> jpeg_end(const Content& content, std::optional<JpegFrame>& first) {
  ByteWalk in(content);
  std::uint8_t marker = TRY(next_marker(in));
  if (marker != kBegins) return fail(Errc::malformed, "it does not begin as a JPEG");
  marker = TRY(next_marker(in));
  while (marker != kEnds) {
    if (!has_no_length(marker)) {
      const unsigned high = TRY(in.next());
      const unsigned length = high << 8 | TRY(in.next());
      if (length < 2) return fail(Errc::malformed, "a part of no length", in.pos() - 2);
      unsigned taken = 2;
      if (is_frame(marker) && !first && length >= kFrame) {
        std::array<std::byte, kFrame> part{};
        for (; taken < kFrame; ++taken) part[taken] = std::byte{TRY(in.next())};
        Reader of(part);
        first = frame(marker, of);
      }
      TRY(in.skip(length - taken));
    }
    marker = marker == kScan ? TRY(after_scan(in)) : TRY(next_marker(in));
  }
  return in.pos();
}

}  // namespace bridle
