// Pictures, films, sounds and documents by their structure: what each is whatever its name says,
// where it ends and what stands behind its end, and what its directories state that no camera
// writes. Nothing is decoded: attacks by such files work on who decodes them.
//   LANDFALL (CVE-2025-21042): DNG named .jpg, opcodes that leave the picture, an archive behind it
//   CVE-2025-43300: DNG whose lossless JPEG has fewer components than a pixel has samples
//   FORCEDENTRY (CVE-2021-30860): PDF and PSD named .gif
// Source: Unit 42, LANDFALL (2025); Citizen Lab, FORCEDENTRY (2021); the vendors' advisories.

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "artefact/artefact.h"
#include "format/appended.h"
#include "format/jpeg.h"
#include "format/media_end.h"
#include "format/media_type.h"
#include "format/tiff.h"
#include "source/case_files.h"
#include "source/kinds.h"
#include "source/media_places.h"
#include "source/tree.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"sha256", Kind::hash, "SHA-256 of the file"},
    {"type", Kind::text, "what it is by its content"},
    {"extension", Kind::text, "what its name says"},
    {"differs", Kind::number, "1 if name and content contradict each other"},
    {"bytes", Kind::number, "its size"},
    {"media_bytes", Kind::number, "where its own parts end; empty if that is not known"},
    {"behind", Kind::text, "what stands behind that: zip, elf, mp4 and so on, zeros, unknown"},
    {"behind_at", Kind::number, "byte at which that begins"},
    {"members", Kind::content, "paths in an archive that stands there, one a line; 64 at most"},
    {"width", Kind::number, "points in a row, of the largest picture in it"},
    {"height", Kind::number, "rows"},
    {"directories", Kind::number, "of a TIFF or DNG: its directories"},
    {"subdirectories", Kind::number, "those of them that another one holds"},
    {"samples", Kind::number,
     "of the first directory that has a lossless JPEG: samples of a pixel"},
    {"components", Kind::number, "the fewest components of its lossless JPEGs"},
    {"opcodes", Kind::number, "of a DNG: corrections that a viewer is to carry out"},
    {"odd_opcodes", Kind::number, "those of them, or of their lists, that no camera writes"},
    {"anomalies", Kind::text, "what no ordinary file has, one a line"},
    {"examined", Kind::text, "whether all parts were examined; or why not"},
};

struct Size {
  std::uint64_t width = 0, height = 0;
};

// What was found, in the words of the record.
struct Structure {
  std::string_view type;
  std::optional<std::uint64_t> end = {};
  std::optional<Size> size = {};
  std::optional<Tiff> tiff = {};
  std::optional<Error> lost = {};
  std::string anomalies = {};

  void note(const std::string& line) {
    if (!anomalies.empty()) anomalies += '\n';
    anomalies += line;
  }
};

// The directory that the record shows: one that does not fit, or the first with a lossless JPEG.
const TiffDirectory* shown(const Tiff& tiff) {
  const auto odd = std::ranges::find_if(tiff.directories, &TiffDirectory::mismatch);
  if (odd != tiff.directories.end()) return &*odd;
  const auto lossless = std::ranges::find_if(
      tiff.directories, [](const TiffDirectory& d) { return d.components.has_value(); });
  return lossless == tiff.directories.end() ? nullptr : &*lossless;
}

void examine_tiff(const Content& content, Structure& out) {
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
      out.size = Size{.width = d.width, .height = d.height};
    if (d.mismatch())
      out.note("the directory at byte " + std::to_string(d.at) + " states " +
               std::to_string(d.samples) + " samples of a pixel, but its lossless JPEG has " +
               std::to_string(*d.components));
  }
  if (tiff->odd)
    out.note(std::string(tiff->odd->what) + ", at byte " + std::to_string(tiff->odd->at));
  out.tiff = std::move(*tiff);
}

// Of a JPEG, PNG or GIF.
std::optional<Size> size_of(std::string_view type, Bytes head) {
  if (type == "jpeg") {
    const auto frame = jpeg_frame(head);
    return frame ? std::optional(Size{.width = frame->width, .height = frame->height})
                 : std::nullopt;
  }
  if (type == "png" && head.size() >= 24)
    return Size{.width = big_endian(head.subspan(16), 4),
                .height = big_endian(head.subspan(20), 4)};
  if (type == "gif" && head.size() >= 10)
    return Size{.width = little_endian(head.subspan(6), 2),
                .height = little_endian(head.subspan(8), 2)};
  return {};
}

Structure examine(const Content& content, const MediaType& type, Bytes head) {
  Structure out{.type = type.name};
  if (type.name == "tiff") {
    examine_tiff(content, out);
    return out;
  }
  out.size = size_of(type.name, head);
  const auto end = media_end(content, type.name);
  if (end)
    out.end = *end;
  else
    out.lost = end.error();
  return out;
}

// Archives and programs: what a viewer of pictures has no use for.
bool is_foreign(std::string_view type) {
  constexpr std::string_view kForeign[] = {"zip", "rar", "7z", "elf", "dex"};
  return std::ranges::find(kForeign, type) != std::end(kForeign);
}

std::optional<Appended> look_behind(const Content& content, const MediaType& type, Structure& out) {
  if (is_foreign(type.name)) return {};
  auto found = appended(content, out.end);
  if (!found) {
    if (!out.lost) out.lost = found.error();
    return {};
  }
  if (*found && is_foreign((*found)->type))
    out.note("behind the picture, at byte " + std::to_string((*found)->at) +
             ", stands: " + std::string((*found)->type));
  return std::move(*found);
}

bool is_read_elsewhere(std::string_view type) {
  constexpr std::string_view kThere[] = {"pdf", "jbig2", "truetype", "opentype", "collection"};
  return std::ranges::find(kThere, type) != std::end(kThere);
}

std::string how_far(const Structure& s) {
  if (s.lost) return std::string("in part: ") + s.lost->what;
  if (is_read_elsewhere(s.type)) return "examined by media_documents and media_fonts";
  if (!s.end) return "not examined: the parts of this type are not read here";
  if (s.type == "webp") return "in part: the codes of its packed data were not checked";
  return "examined";
}

std::optional<std::string> lines(const std::optional<Appended>& behind) {
  if (!behind || behind->members.empty()) return {};
  std::string out;
  for (const std::string& path : behind->members) out += (out.empty() ? "" : "\n") + path;
  return out;
}

template <class Member>
std::optional<std::uint64_t> sum(const Structure& s, Member member) {
  if (!s.tiff) return {};
  std::uint64_t out = 0;
  for (const TiffDirectory& d : s.tiff->directories)
    out += static_cast<std::uint64_t>(std::invoke(member, d));
  return out;
}

void put(const File& file, const Structure& s, const std::optional<Appended>& behind,
         const MediaType& type, Rows& out) {
  const std::string extension = extension_of(file.path);
  const TiffDirectory* const lossless = s.tiff ? shown(*s.tiff) : nullptr;
  const std::uint64_t samples = !lossless || lossless->apart ? 1 : lossless->samples;
  const auto of_size = [&](auto member) {
    return s.size ? std::optional(std::invoke(member, *s.size)) : std::nullopt;
  };
  const auto some = [](std::string_view t) { return t.empty() ? std::nullopt : std::optional(t); };
  out.row<kFields>(0, file.path, sha256_of(file).value_or(""), s.type, some(extension),
                   name_differs(type, extension), file.content->size(), s.end,
                   behind ? std::optional(behind->type) : std::nullopt,
                   behind ? std::optional(behind->at) : std::nullopt, lines(behind),
                   of_size(&Size::width), of_size(&Size::height),
                   sum(s, [](const TiffDirectory&) { return 1; }), sum(s, &TiffDirectory::sub),
                   lossless ? std::optional(samples) : std::nullopt,
                   lossless ? lossless->components : std::nullopt, sum(s, &TiffDirectory::opcodes),
                   sum(s, &TiffDirectory::odd_opcodes), some(s.anomalies), how_far(s));
}

// Elsewhere media lie among other files, and whether all was examined stands in each record: a
// phone whose every voice message made a run incomplete would tell nothing.
bool is_media_alone(const File& file) {
  return !file.node || file.tree->kind() == kMediaFile;
}

Result<bool> begins_as_media(const Content& content) {
  std::array<std::byte, kMediaHead> head{};
  const auto part = std::span(head).first(
      static_cast<std::size_t>(std::min<std::uint64_t>(head.size(), content.size())));
  TRY(content.read(0, part));
  const MediaType* const type = media_type(part);
  return type && type->sort != MediaSort::other;
}

Result<void> parse(const File& file, Rows& out) {
  if (!is_media_alone(file) && !TRY(begins_as_media(*file.content))) return {};
  constexpr std::uint64_t kHead = 64 << 10;  // a JPEG's frame stands behind its preview
  const auto head =
      file.arena->take(static_cast<std::size_t>(std::min(kHead, file.content->size())));
  TRY(file.content->read(0, head));
  const MediaType* const type = media_type(head);
  if (!type) return fail(Errc::unsupported, "its first bytes are of no known type");
  Structure s = examine(*file.content, *type, head);
  const auto behind = look_behind(*file.content, *type, s);
  put(file, s, behind, *type, out);
  if (s.lost)
    out.gap(s.lost->at, s.lost->what);
  else if (const std::string told = how_far(s);
           is_media_alone(file) && !told.starts_with("examined"))
    out.gap(0, told);
  return {};
}

}  // namespace

ARTEFACT(media_structure) = {
    .id = "media_structure",
    .title = "Structure of pictures, films and documents",
    .reads = kMediaPlaces,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
    .row = "always 0: the file as a whole",
    .core_of = "media-file",
    .turn = Turn::hashed,
};

}  // namespace bridle
