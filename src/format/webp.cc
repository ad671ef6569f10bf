#include "format/webp.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "format/read_ahead.h"
#include "format/vp8l.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostChunks = 1 << 20;
constexpr std::uint64_t kHead = 8, kFrameHead = 16, kLossyHead = 10, kWholeHead = 10;

class Walk {
 public:
  explicit Walk(const Content& content) : in_(content) {}

  MediaParts all() {
    std::array<std::byte, 12> head{};
    if (!fill(0, head)) return out_;
    const std::uint64_t size = little_endian(Bytes(head).subspan(4), 4);
    if (size > in_.size() - kHead)
      out_.lose({.code = Errc::truncated, .what = "the picture reaches past the end", .at = 4});
    chunks(head.size(), std::min(in_.size(), kHead + size), 0);
    return out_;
  }

 private:
  template <std::size_t kSize>
  bool fill(std::uint64_t at, std::array<std::byte, kSize>& into) {
    if (at > in_.size() || kSize > in_.size() - at) {
      out_.lose({.code = Errc::truncated, .what = "a chunk breaks off", .at = at});
      return false;
    }
    const auto read = in_.read(at, into);
    if (!read) out_.lose(read.error());
    return read.has_value();
  }

  void chunks(std::uint64_t at, std::uint64_t end, unsigned depth) {
    std::vector<Vp8lPlace> alpha;
    while (at < end && end - at >= kHead) {
      if (++chunks_ > kMostChunks)
        return out_.lose({.code = Errc::too_large, .what = "it has too many chunks", .at = at});
      std::array<std::byte, kHead> head{};
      if (!fill(at, head)) return;
      const std::uint64_t size = little_endian(Bytes(head).subspan(4), 4);
      const Vp8lPlace data{.at = at + kHead, .size = std::min(size, end - at - kHead)};
      if (data.size < size)
        out_.lose(
            {.code = Errc::truncated, .what = "a chunk reaches past what it stands in", .at = at});
      const std::string_view name = as_text(Bytes(head).first(4));
      if (name == "ALPH")
        alpha.push_back(data);
      else if (name == "ANMF" && depth == 0)
        frame(data);
      else
        one(name, data, alpha);
      at = data.at + data.size + data.size % 2;
    }
    for (const Vp8lPlace& place : alpha)
      out_.lose({.code = Errc::malformed, .what = "alpha without its picture", .at = place.at});
  }

  void frame(const Vp8lPlace& data) {
    if (data.size < kFrameHead)
      return out_.lose({.code = Errc::malformed, .what = "a frame without a head", .at = data.at});
    chunks(data.at + kFrameHead, data.at + data.size, 1);
  }

  void one(std::string_view name, const Vp8lPlace& data, std::vector<Vp8lPlace>& alpha) {
    if (name == "VP8L") {
      walk_vp8l(in_, data, out_);
      alpha.clear();  // it has its own, and decoders pass over another
    } else if (name == "VP8 ") {
      lossy(data, alpha);
    } else if (name == "VP8X" && data.size >= kWholeHead) {
      std::array<std::byte, kWholeHead> head{};
      if (fill(data.at, head))
        grow(1 + little_endian(Bytes(head).subspan(4), 3),
             1 + little_endian(Bytes(head).subspan(7), 3));
    }
  }

  void lossy(const Vp8lPlace& data, std::vector<Vp8lPlace>& alpha) {
    std::array<std::byte, kLossyHead> head{};
    if (!fill(data.at, head)) return;
    if (data.size < head.size() || as_text(Bytes(head).subspan(3, 3)) != "\x9d\x01\x2a")
      return out_.lose(
          {.code = Errc::malformed, .what = "no lossy picture stands here", .at = data.at});
    constexpr std::uint32_t kSize = 0x3fff;  // what is above it says how to enlarge it
    const Vp8lSize size{
        .width = static_cast<std::uint32_t>(little_endian(Bytes(head).subspan(6), 2)) & kSize,
        .height = static_cast<std::uint32_t>(little_endian(Bytes(head).subspan(8), 2)) & kSize};
    grow(size.width, size.height);
    for (const Vp8lPlace& place : alpha) packed_alpha(place, size);
    alpha.clear();
  }

  void packed_alpha(const Vp8lPlace& place, Vp8lSize size) {
    std::array<std::byte, 1> head{};
    if (place.size == 0)
      return out_.lose({.code = Errc::malformed, .what = "alpha without a head", .at = place.at});
    if (!fill(place.at, head)) return;
    const unsigned method = std::to_integer<unsigned>(head[0]) & 3U;
    if (method > 1)
      return out_.lose({.code = Errc::unsupported,
                        .what = "alpha is packed in a way not known",
                        .at = place.at});
    if (method == 1) walk_vp8l_alpha(in_, {.at = place.at + 1, .size = place.size - 1}, size, out_);
  }

  void grow(std::uint64_t width, std::uint64_t height) {
    out_.width = std::max(out_.width, width);
    out_.height = std::max(out_.height, height);
  }

  ReadAhead in_;
  MediaParts out_;
  std::uint64_t chunks_ = 0;
};

}  // namespace

MediaParts webp_parts(const Content& content) {
  return Walk(content).all();
}

}  // namespace bridle
