#include "format/media_end.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/jpeg.h"
#include "format/read_ahead.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostParts = 1 << 22;  // of a picture in pieces of one byte

// Reads a few bytes at a place that goes forward.
class Steps {
 public:
  explicit Steps(const Content& content) : in_(content) {}

  std::uint64_t pos() const { return pos_; }
  bool at_end() const { return pos_ == in_.size(); }

  Result<Bytes> take(std::size_t n) {
    const auto out = std::span(buffer_).first(n);
    if (n > in_.size() - pos_) return fail(Errc::truncated, "a part breaks off", pos_);
    TRY(in_.read(pos_, out));
    pos_ += n;
    return Bytes(out);
  }

  Result<void> skip(std::uint64_t n) {
    if (n > in_.size() - pos_) return fail(Errc::truncated, "a part reaches past the end", pos_);
    pos_ += n;
    return {};
  }

  Result<void> count() {
    if (++parts_ > kMostParts) return fail(Errc::too_large, "it has too many parts", pos_);
    return {};
  }

 private:
  ReadAhead in_;
  std::uint64_t pos_ = 0, parts_ = 0;
  std::array<std::byte, 16> buffer_{};
};

Result<std::uint64_t> png_end(const Content& content) {
  Steps in(content);
  TRY(in.skip(8));
  for (;;) {
    TRY(in.count());
    const Bytes head = TRY(in.take(8));
    const bool last = as_text(head.subspan(4)) == "IEND";
    TRY(in.skip(big_endian(head, 4) + 4));
    if (last) return in.pos();
  }
}

// The table of colours whose size the flags state.
Result<void> gif_colours(Steps& in, unsigned flags) {
  if ((flags & 0x80) != 0) TRY(in.skip(std::uint64_t{3} << ((flags & 7) + 1)));
  return {};
}

Result<void> gif_data(Steps& in) {
  for (;;) {
    TRY(in.count());
    const auto size = std::to_integer<unsigned>(TRY(in.take(1))[0]);
    if (size == 0) return {};
    TRY(in.skip(size));
  }
}

Result<std::uint64_t> gif_end(const Content& content) {
  Steps in(content);
  TRY(in.skip(10));
  const Bytes screen = TRY(in.take(3));
  TRY(gif_colours(in, std::to_integer<unsigned>(screen[0])));
  for (;;) {
    TRY(in.count());
    const auto block = std::to_integer<unsigned>(TRY(in.take(1))[0]);
    if (block == 0x3b) return in.pos();
    if (block == 0x2c) {
      const Bytes image = TRY(in.take(9));
      TRY(gif_colours(in, std::to_integer<unsigned>(image[8])));
    } else if (block != 0x21) {
      return fail(Errc::malformed, "no block stands here", in.pos() - 1);
    }
    TRY(in.skip(1));  // sort of extension, or size of codes
    TRY(gif_data(in));
  }
}

Result<std::uint64_t> riff_end(const Content& content) {
  Steps in(content);
  const Bytes head = TRY(in.take(8));
  const std::uint64_t size = little_endian(head.subspan(4), 4);
  TRY(in.skip(size));
  if (size % 2 == 1 && !in.at_end()) TRY(in.skip(1));
  return in.pos();
}

// Names are four printable letters: anything else begins what is no box.
bool is_box(Bytes name) {
  return std::ranges::all_of(as_text(name), [](char c) { return c >= ' ' && c <= '~'; });
}

Result<std::uint64_t> boxes_end(const Content& content) {
  Steps in(content);
  while (content.size() - in.pos() >= 8) {
    TRY(in.count());
    const std::uint64_t begins = in.pos();
    const Bytes head = TRY(in.take(8));
    std::uint64_t size = big_endian(head, 4);
    if (!is_box(head.subspan(4)) || (size > 1 && size < 8)) return begins;
    if (size == 0) return content.size();
    if (size == 1) size = big_endian(TRY(in.take(8)), 8);
    const std::uint64_t taken = in.pos() - begins;
    if (size < taken) return fail(Errc::malformed, "a box is smaller than its head", begins);
    TRY(in.skip(size - taken));
  }
  return in.pos();
}

}  // namespace

Result<std::optional<std::uint64_t>> media_end(const Content& content, std::string_view type) {
  const auto is_one_of = [&](std::string_view names) {
    return contains(names, " " + std::string(type) + " ");
  };
  if (type == "jpeg") return TRY(jpeg_end(content));
  if (type == "png") return TRY(png_end(content));
  if (type == "gif") return TRY(gif_end(content));
  if (is_one_of(" webp wav avi ")) return TRY(riff_end(content));
  if (is_one_of(" mp4 quicktime heic heif avif ")) return TRY(boxes_end(content));
  return std::nullopt;
}

}  // namespace bridle
