#include "format/gif.h"

#include "format/steps.h"

namespace bridle {
namespace {

constexpr unsigned kFrame = 0x2c, kExtension = 0x21, kEnds = 0x3b;

// The table of colours whose size the flags state.
Result<void> pass_colours(Steps& in, unsigned flags) {
  if ((flags & 0x80) != 0) TRY(in.skip(std::uint64_t{3} << ((flags & 7) + 1)));
  return {};
}

Result<void> pass_data(Steps& in) {
  for (;;) {
    TRY(in.count());
    const auto size = std::to_integer<unsigned>(TRY(in.take(1))[0]);
    if (size == 0) return {};
    TRY(in.skip(size));
  }
}

Result<void> frame(Steps& in, MediaParts& out) {
  const std::uint64_t at = in.pos() - 1;
  const Bytes head = TRY(in.take(9));
  const std::uint64_t width = little_endian(head.subspan(4), 2);
  const std::uint64_t height = little_endian(head.subspan(6), 2);
  ++out.checked;
  if (width * height == 0 && (width > out.width || height > out.height))
    out.note_odd({.code = Errc::malformed,
                  .what = "a frame without area is larger than the screen",
                  .at = at});
  return pass_colours(in, std::to_integer<unsigned>(head[8]));
}

}  // namespace

Result<std::uint64_t> walk_gif(const Content& content, MediaParts& out) {
  Steps in(content);
  TRY(in.skip(6));
  const Bytes screen = TRY(in.take(7));
  out.width = little_endian(screen, 2);
  out.height = little_endian(screen.subspan(2), 2);
  TRY(pass_colours(in, std::to_integer<unsigned>(screen[4])));
  for (;;) {
    TRY(in.count());
    const auto block = std::to_integer<unsigned>(TRY(in.take(1))[0]);
    if (block == kEnds) return in.pos();
    if (block == kFrame)
      TRY(frame(in, out));
    else if (block != kExtension)
      return fail(Errc::malformed, "no block stands here", in.pos() - 1);
    TRY(in.skip(1));  // sort of extension, or size of codes
    TRY(pass_data(in));
  }
}

}  // namespace bridle
