#include "artefact/media_examined.h"

#include <algorithm>

#include "format/jpeg.h"
#include "format/media_end.h"

namespace bridle {
namespace {

void examine_tiff(const Content& content, MediaStructure& out) {
  auto tiff = read_tiff(content);
  if (!tiff) {
    out.lost = tiff.error();
    return;
  }
  if (tiff->dng) out.type = "dng";
  out.lost = tiff->lost;
  // Where a part is lost, the end is not known either.
  if (!tiff->lost) out.end = tiff->end;
  for (const TiffDirectory& d : tiff->directories) {
    if (!out.size || d.width * d.height > out.size->width * out.size->height)
      out.size = MediaSize{.width = d.width, .height = d.height};
    if (d.mismatch())
      out.note("the directory at byte " + std::to_string(d.at) + " states " +
               std::to_string(d.samples) + " samples of a pixel, but its lossless JPEG has " +
               std::to_string(*d.components));
  }
  if (tiff->odd)
    out.note(std::string(tiff->odd->what) + ", at byte " + std::to_string(tiff->odd->at));
  out.tiff = std::move(*tiff);
}

std::optional<MediaSize> size_of_png(Bytes head) {
  if (head.size() < kExaminedHead) return {};
  return MediaSize{.width = big_endian(head.subspan(16), 4),
                   .height = big_endian(head.subspan(20), 4)};
}

// One walk: most media are JPEGs, and to find its end each is read again.
Result<std::optional<std::uint64_t>> jpeg_end_and_size(const Content& content,
                                                       std::optional<MediaSize>& size) {
  std::optional<JpegFrame> frame;
  const auto end = jpeg_end(content, frame);
  if (frame) size = MediaSize{.width = frame->width, .height = frame->height};
  return end ? Result<std::optional<std::uint64_t>>(*end) : std::unexpected(end.error());
}

// Codes of WebP, frames of GIF, descriptors of films.
void look_into_parts(const Content& content, MediaStructure& out) {
  out.parts = media_parts(content, out.type);
  if (!out.parts) return;
  const MediaParts& parts = *out.parts;
  if (parts.width > 0 || parts.height > 0)
    out.size = MediaSize{.width = parts.width, .height = parts.height};
  if (!out.lost) out.lost = parts.lost;
  if (parts.first_odd)
    out.note(std::string(parts.first_odd->what) + ", at byte " +
             std::to_string(parts.first_odd->at));
}

MediaStructure examine_parts(const Content& content, const MediaType& type, Bytes head) {
  MediaStructure out{.type = type.name};
  if (type.name == "tiff") {
    examine_tiff(content, out);
    return out;
  }
  if (type.name == "png") out.size = size_of_png(head);
  const auto end =
      type.name == "jpeg" ? jpeg_end_and_size(content, out.size) : media_end(content, type.name);
  if (end)
    out.end = *end;
  else
    out.lost = end.error();
  look_into_parts(content, out);
  return out;
}

// Archives and programs: what a viewer of pictures has no use for.
bool is_foreign(std::string_view type) {
  constexpr std::string_view kForeign[] = {"zip", "rar", "7z", "elf", "dex"};
  return std::ranges::find(kForeign, type) != std::end(kForeign);
}

void look_behind(const Content& content, const MediaType& type, MediaStructure& out) {
  if (is_foreign(type.name)) return;
  auto found = appended(content, out.end);
  if (!found) {
    if (!out.lost) out.lost = found.error();
    return;
  }
  out.behind = std::move(*found);
  if (out.behind && is_foreign(out.behind->type))
    out.note("behind the picture, at byte " + std::to_string(out.behind->at) +
             ", stands: " + std::string(out.behind->type));
}

}  // namespace

void MediaStructure::note(const std::string& line) {
  if (!anomalies.empty()) anomalies += '\n';
  anomalies += line;
}

MediaStructure examine_media(const Content& content, const MediaType& type, Bytes head) {
  MediaStructure out = examine_parts(content, type, head);
  look_behind(content, type, out);
  return out;
}

}  // namespace bridle
