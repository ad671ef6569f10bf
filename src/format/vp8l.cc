#include "format/vp8l.h"

#include <algorithm>
#include <array>
#include <vector>

#include "format/vp8l_codes.h"

namespace bridle {
namespace {

constexpr unsigned kLiterals = 256, kLengths = 24;

// Near distances, nearest first, then by columns, those to the left first: the list of RFC 9649,
// section 3.5.2.2, follows this order.
struct Step {
  int left = 0, up = 0;
};

constexpr bool nearer(const Step& a, const Step& b) {
  const auto abs = [](int n) { return n < 0 ? -n : n; };
  const auto key = [&](const Step& s) {
    return std::array{s.left * s.left + s.up * s.up, abs(s.left), -s.left};
  };
  return key(a) < key(b);
}

constexpr auto kSteps = [] {
  std::array<Step, 120> out{};
  std::size_t n = 0;
  for (int up = 0; up < 8; ++up)
    for (int left = up == 0 ? 1 : -7; left <= 8; ++left) out.at(n++) = {.left = left, .up = up};
  std::ranges::sort(out, nearer);
  return out;
}();

std::uint64_t distance(std::uint64_t code, std::uint64_t width) {
  if (code > kSteps.size()) return code - kSteps.size();
  const Step& s = kSteps.at(static_cast<std::size_t>(code - 1));
  const std::int64_t out = s.up * static_cast<std::int64_t>(width) + s.left;
  return static_cast<std::uint64_t>(std::max<std::int64_t>(out, 1));
}

// Lengths and distances: the symbol says how many bits follow.
std::uint64_t amount(std::uint32_t symbol, BitWalk& in) {
  if (symbol < 4) return symbol + 1;
  const unsigned bits = (symbol - 2) >> 1;
  return ((std::uint64_t{2} + (symbol & 1)) << bits) + in.take(bits) + 1;
}

std::uint32_t blocks(std::uint32_t size, unsigned bits) {
  return (size + (1U << bits) - 1) >> bits;
}

// Whether all pixels are alike and take no bits, however many a size of 16384 by 16384 promises:
// then nothing bounds them.
bool takes_no_bits(const std::vector<PrefixCode>& codes) {
  if (!codes[0].has_one()) return false;
  const unsigned green = codes[0].first();
  if (green >= kLiterals) return green >= kLiterals + kLengths;
  return codes[1].has_one() && codes[2].has_one() && codes[3].has_one();
}

class Picture {
 public:
  Picture(ReadAhead& file, const Vp8lPlace& place, MediaParts& out)
      : in_(file, place.at, place.size), out_(out) {}

  Result<Vp8lSize> head() {
    const std::uint64_t at = in_.pos();
    if (in_.take(8) != 0x2f) return fail(Errc::malformed, "no lossless picture stands here", at);
    const Vp8lSize size{.width = in_.take(14) + 1, .height = in_.take(14) + 1};
    in_.take(1);
    const bool known = in_.take(3) == 0;
    if (in_.past_end()) return fail(Errc::truncated, "the picture breaks off", at);
    if (!known) return fail(Errc::unsupported, "a version of lossless pictures not known", at);
    return size;
  }

  Result<void> all(Vp8lSize size) {
    while (in_.take(1) == 1) TRY(transform(size));
    const unsigned cache = TRY(cache_bits());
    std::uint32_t groups = 1;
    if (in_.take(1) == 1) {
      const unsigned bits = in_.take(3) + 2;
      groups =
          1 + TRY(within({.width = blocks(size.width, bits), .height = blocks(size.height, bits)}));
    }
    for (; groups > 0; --groups)
      for (unsigned code = 0; code < kGroupCodes; ++code)
        TRY(pass_vp8l_code(in_, code, cache, out_));
    return {};
  }

 private:
  Result<void> transform(Vp8lSize& size) {
    const unsigned sort = in_.take(2);
    if ((seen_ >> sort & 1) != 0)
      return fail(Errc::malformed, "a transform stands twice", in_.pos());
    seen_ |= 1U << sort;
    if (sort <= 1) {
      const unsigned bits = in_.take(3) + 2;
      (void)TRY(within({.width = blocks(size.width, bits), .height = blocks(size.height, bits)}));
    } else if (sort == 3) {
      const std::uint32_t colours = in_.take(8) + 1;
      const unsigned bits = colours > 16 ? 0 : colours > 4 ? 1 : colours > 2 ? 2 : 3;
      size.width = blocks(size.width, bits);
      (void)TRY(within({.width = colours, .height = 1}));
    }
    return {};
  }

  Result<unsigned> cache_bits() {
    if (in_.take(1) == 0) return 0;
    const std::uint64_t at = in_.pos();
    const unsigned bits = in_.take(4);
    if (bits < 1 || bits > 11) return fail(Errc::malformed, "no cache has so many bits", at);
    return bits;
  }

  Result<void> not_at_end() const {
    if (in_.failure()) return std::unexpected(*in_.failure());
    if (in_.past_end()) return fail(Errc::truncated, "the picture breaks off", in_.pos());
    return {};
  }

  // A picture within, down to its last pixel. Gives the largest number that red and green make:
  // copies and cached colours repeat what stood there, and only literals bring new ones.
  Result<std::uint32_t> within(Vp8lSize size) {
    const unsigned cache = TRY(cache_bits());
    std::vector<PrefixCode> codes;
    codes.reserve(kGroupCodes);
    for (unsigned code = 0; code < kGroupCodes; ++code)
      codes.push_back(TRY(read_vp8l_code(in_, code, cache, out_)));
    const bool alike = takes_no_bits(codes);
    const std::uint64_t pixels = std::uint64_t{size.width} * size.height;
    std::uint32_t largest = 0;
    for (std::uint64_t done = 0; done < pixels;) {
      const std::uint32_t green = codes[0].next(in_);
      if (green < kLiterals) {
        largest = std::max<std::uint32_t>(largest, std::uint32_t{codes[1].next(in_)} << 8U | green);
        codes[2].next(in_);
        codes[3].next(in_);
        ++done;
      } else if (green < kLiterals + kLengths) {
        const std::uint64_t length = amount(green - kLiterals, in_);
        const std::uint64_t back = distance(amount(codes[4].next(in_), in_), size.width);
        TRY(not_at_end());
        if (back > done || length > pixels - done)
          return fail(Errc::malformed, "a copy leaves the picture", in_.pos());
        done += length;
      } else {
        ++done;
      }
      TRY(not_at_end());
      if (alike) break;
    }
    return largest;
  }

  BitWalk in_;
  MediaParts& out_;
  unsigned seen_ = 0;  // transforms
};

// What stands behind an odd code is lost on every decoder.
void keep(const Result<void>& result, std::uint64_t odd_before, MediaParts& out) {
  if (!result && out.odd == odd_before) out.lose(result.error());
}

}  // namespace

void walk_vp8l(ReadAhead& in, const Vp8lPlace& place, MediaParts& out) {
  Picture picture(in, place, out);
  const std::uint64_t before = out.odd;
  const auto size = picture.head();
  if (!size) return out.lose(size.error());
  out.width = std::max<std::uint64_t>(out.width, size->width);
  out.height = std::max<std::uint64_t>(out.height, size->height);
  keep(picture.all(*size), before, out);
}

void walk_vp8l_alpha(ReadAhead& in, const Vp8lPlace& place, Vp8lSize size, MediaParts& out) {
  const std::uint64_t before = out.odd;
  keep(Picture(in, place, out).all(size), before, out);
}

}  // namespace bridle
