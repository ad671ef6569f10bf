#include "format/media_end.h"

#include <algorithm>

#include "base/text.h"
#include "format/gif.h"
#include "format/jpeg.h"
#include "format/steps.h"

namespace bridle {
namespace {

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
  if (type == "jpeg") {
    std::optional<JpegFrame> first;
    return TRY(jpeg_end(content, first));
  }
  if (type == "png") return TRY(png_end(content));
  if (type == "gif") {
    MediaParts parts;
    return TRY(walk_gif(content, parts));
  }
  if (is_one_of(" webp wav avi ")) return TRY(riff_end(content));
  if (is_one_of(" mp4 quicktime heic heif avif ")) return TRY(boxes_end(content));
  return std::nullopt;
}

}  // namespace bridle
