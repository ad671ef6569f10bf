#include "format/stream_descriptors.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "format/read_ahead.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMost = 1 << 20;  // boxes and descriptors
constexpr unsigned kDeepest = 12;         // moov, trak, mdia, minf, stbl, stsd, mp4a, wave, esds

struct Span {
  std::uint64_t at = 0, end = 0;  // as stated; the file may end before
};

class Walk {
 public:
  explicit Walk(const Content& content) : in_(content) {}

  MediaParts all() {
    boxes({.at = 0, .end = in_.size()}, 0);
    return out_;
  }

 private:
  template <std::size_t kSize>
  bool fill(std::uint64_t at, std::array<std::byte, kSize>& into) {
    if (at > in_.size() || kSize > in_.size() - at) {
      out_.lose({.code = Errc::truncated, .what = "a box breaks off", .at = at});
      return false;
    }
    const auto read = in_.read(at, into);
    if (!read) out_.lose(read.error());
    return read.has_value();
  }

  void boxes(Span in, unsigned depth) {
    if (depth > kDeepest)
      return out_.lose({.code = Errc::malformed, .what = "boxes stand too deep", .at = in.at});
    while (in.end - in.at >= 8) {
      if (++count_ > kMost)
        return out_.lose({.code = Errc::too_large, .what = "it has too many boxes", .at = in.at});
      std::array<std::byte, 8> head{};
      if (!fill(in.at, head)) return;
      Span data{.at = in.at + 8, .end = 0};
      std::uint64_t size = big_endian(head, 4);
      // QuickTime ends lists of boxes with zeros; at the top it is the box's own end.
      if (size == 0 && depth > 0) return;
      if (size == 0) size = in.end - in.at;
      if (size == 1) {
        std::array<std::byte, 8> wide{};
        if (!fill(data.at, wide)) return;
        size = big_endian(wide, 8);
        data.at += wide.size();
      }
      // A box at the top may reach past the file's end: what there is of it is looked into.
      if (size < data.at - in.at || (depth > 0 && size > in.end - in.at))
        return out_.lose(
            {.code = Errc::malformed, .what = "a box leaves the one it stands in", .at = in.at});
      const std::uint64_t left = in.end - in.at;
      data.end = size > ~in.at ? ~std::uint64_t{0} : in.at + size;
      one(as_text(Bytes(head).subspan(4)), data, depth);
      if (size > left) return;
      in.at = data.end;
    }
  }

  void one(std::string_view name, Span data, unsigned depth) {
    const auto is_one_of = [&](std::string_view names) {
      return contains(names, " " + std::string(name) + " ");
    };
    if (in_wave_ && name != "esds") return;  // QuickTime repeats the sort of sound there, empty
    if (is_one_of(" moov trak mdia minf stbl ")) return boxes(data, depth + 1);
    if (name == "wave") return wave(data, depth);
    if (name == "stsd") return inside(data, 8, depth);
    if (is_one_of(" mp4v encv ")) return inside(data, 78, depth);
    if (is_one_of(" mp4a enca ")) return sound(data, depth);
    if (name == "mp4s") return inside(data, 8, depth);
    if (name == "esds" && data.end - data.at > 4)
      descriptors({.at = data.at + 4, .end = data.end}, 0);
  }

  void inside(Span data, std::uint64_t head, unsigned depth) {
    if (data.end - data.at < head)
      return out_.lose({.code = Errc::malformed, .what = "a box has no head", .at = data.at});
    boxes({.at = data.at + head, .end = data.end}, depth + 1);
  }

  void sound(Span data, unsigned depth) {
    constexpr std::uint64_t kHead = 28;
    std::array<std::byte, 10> head{};
    if (data.end - data.at < kHead || !fill(data.at, head)) return inside(data, kHead, depth);
    const std::uint64_t version = big_endian(Bytes(head).subspan(8), 2);
    const std::uint64_t more = version == 1 ? 16 : version == 2 ? 36 : 0;
    inside(data, kHead + more, depth);
  }

  void wave(Span data, unsigned depth) {
    in_wave_ = true;
    boxes(data, depth + 1);
    in_wave_ = false;
  }

  void descriptors(Span in, unsigned depth) {
    while (in.at < in.end) {
      if (++count_ > kMost)
        return out_.lose(
            {.code = Errc::too_large, .what = "it has too many descriptors", .at = in.at});
      Span data{.at = in.at, .end = 0};
      std::array<std::byte, 1> byte{};
      if (!fill(data.at++, byte)) return;
      const auto tag = std::to_integer<unsigned>(byte[0]);
      if (tag == 0) return;  // some fill the rest with zeros
      ++out_.checked;
      std::uint64_t size = 0;
      unsigned digits = 0;
      do {
        if (data.at == in.end || digits == 4)
          return odd("the size of a descriptor has no end", in.at);
        if (!fill(data.at++, byte)) return;
        size = size << 7 | (std::to_integer<unsigned>(byte[0]) & 0x7fU);
        ++digits;
      } while ((std::to_integer<unsigned>(byte[0]) & 0x80U) != 0);
      if (size > in.end - data.at) return odd(kLarger, in.at);
      data.end = data.at + size;
      if (!within(tag, data, depth)) return;
      in.at = data.end;
    }
  }

  // What stands in a descriptor; false if that is all to be said.
  bool within(unsigned tag, Span data, unsigned depth) {
    if (depth > 1 || (tag != 3 && tag != 4)) return true;
    std::uint64_t head = 13;
    if (tag == 3) {
      std::array<std::byte, 3> start{};
      if (data.end - data.at >= start.size() && !fill(data.at, start)) return false;
      const auto flags = std::to_integer<unsigned>(start[2]);
      head = 3 + ((flags & 0x80U) != 0 ? 2 : 0) + ((flags & 0x20U) != 0 ? 2 : 0);
      if ((flags & 0x40U) != 0) {
        std::array<std::byte, 1> size{};
        const std::uint64_t at = data.at + 3 + ((flags & 0x80U) != 0 ? 2 : 0);
        if (at < data.end && !fill(at, size)) return false;
        head += 1 + std::to_integer<unsigned>(size[0]);
      }
    }
    if (data.end - data.at < head) {
      odd(kLarger, data.at);
      return false;
    }
    descriptors({.at = data.at + head, .end = data.end}, depth + 1);
    return true;
  }

  void odd(const char* what, std::uint64_t at) {
    out_.note_odd({.code = Errc::malformed, .what = what, .at = at});
  }

  static constexpr const char* kLarger =
      "a descriptor of an elementary stream is larger than what holds it";

  ReadAhead in_;
  MediaParts out_;
  std::uint64_t count_ = 0;
  bool in_wave_ = false;
};

}  // namespace

MediaParts stream_descriptors(const Content& content) {
  return Walk(content).all();
}

}  // namespace bridle
