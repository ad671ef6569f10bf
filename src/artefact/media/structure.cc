// Pictures, films, sounds and documents by their structure: what each is whatever its name says,
// where it ends and what stands behind its end, and what its directories state that no camera
// writes. Nothing is decoded: attacks by such files work on who decodes them.
//   LANDFALL (CVE-2025-21042): DNG named .jpg, opcodes that leave the picture, an archive behind it
//   CVE-2025-43300: DNG whose lossless JPEG has fewer components than a pixel has samples
//   FORCEDENTRY (CVE-2021-30860): PDF and PSD named .gif
//   BLASTPASS (CVE-2023-4863, CVE-2023-41064): WebP with codes too large, in a pass (.pkpass)
//   CVE-2019-11932, CVE-2019-11931: frames of GIF, descriptors of films, for WhatsApp
// Source: Unit 42, LANDFALL (2025); Citizen Lab, FORCEDENTRY (2021) and BLASTPASS (2023); the
// vendors' advisories.

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

#include "artefact/artefact.h"
#include "artefact/media_examined.h"
#include "artefact/media_parts.h"
#include "source/case_files.h"
#include "source/media_pass.h"
#include "source/media_places.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"sha256", Kind::hash, "SHA-256 of the file"},
    {"type", Kind::text, "what it is by its content"},
    {"extension", Kind::text, "what its name says"},
    {"differs", Kind::number, "1 if name and content contradict each other"},
    {"inside", Kind::text, "pass or watchface, if it is a file of one; then path goes on inside"},
    {"bytes", Kind::number, "its size"},
    {"media_bytes", Kind::number, "where its own parts end; empty if that is not known"},
    {"behind", Kind::text, "what stands behind that: zip, elf, mp4 and so on, zeros, unknown"},
    {"behind_at", Kind::number, "byte at which that begins"},
    {"members", Kind::content, "paths in an archive that stands there, one a line; 64 at most"},
    {"width", Kind::number, "points in a row, of the largest picture in it"},
    {"height", Kind::number, "rows"},
    {"parts", Kind::number,
     "looked into: prefix codes of a WebP, frames of a GIF, descriptors of a film"},
    {"odd_parts", Kind::number, "those of them that no program writes"},
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

// The directory that the record shows: one that does not fit, or the first with a lossless JPEG.
const TiffDirectory* shown(const Tiff& tiff) {
  const auto odd = std::ranges::find_if(tiff.directories, &TiffDirectory::mismatch);
  if (odd != tiff.directories.end()) return &*odd;
  const auto lossless = std::ranges::find_if(
      tiff.directories, [](const TiffDirectory& d) { return d.components.has_value(); });
  return lossless == tiff.directories.end() ? nullptr : &*lossless;
}

bool is_read_elsewhere(std::string_view type) {
  constexpr std::string_view kThere[] = {"pdf", "jbig2", "truetype", "opentype", "collection"};
  return std::ranges::find(kThere, type) != std::end(kThere);
}

std::string how_far(const MediaStructure& s) {
  if (s.type.starts_with("pass") || s.type == "watchface") return "its files were examined";
  if (s.lost) return std::string("in part: ") + s.lost->what;
  if (is_read_elsewhere(s.type)) return "examined by media_documents and media_fonts";
  if (!s.end) return "not examined: the parts of this type are not read here";
  return "examined";
}

std::optional<std::string> lines(const std::optional<Appended>& behind) {
  if (!behind || behind->members.empty()) return {};
  std::string out;
  for (const std::string& path : behind->members) out += (out.empty() ? "" : "\n") + path;
  return out;
}

template <class Member>
std::optional<std::uint64_t> sum(const MediaStructure& s, Member member) {
  if (!s.tiff) return {};
  std::uint64_t out = 0;
  for (const TiffDirectory& d : s.tiff->directories)
    out += static_cast<std::uint64_t>(std::invoke(member, d));
  return out;
}

// A file of the exhibit, or one in a pass.
struct Place {
  std::uint64_t row = 0;
  std::string_view inside = {};
};

void put(const File& file, const Place& place, const MediaStructure& s, const MediaType& type,
         Rows& out) {
  const std::string extension = extension_of(file.path);
  const TiffDirectory* const lossless = s.tiff ? shown(*s.tiff) : nullptr;
  const std::uint64_t samples = !lossless || lossless->apart ? 1 : lossless->samples;
  const auto of = [](const auto& some, auto member) {
    return some ? std::optional(std::invoke(member, *some)) : std::nullopt;
  };
  const auto some = [](std::string_view t) { return t.empty() ? std::nullopt : std::optional(t); };
  out.row<kFields>(place.row, file.path, sha256_of(file).value_or(""), s.type, some(extension),
                   name_differs(type, extension), some(place.inside), file.content->size(), s.end,
                   of(s.behind, &Appended::type), of(s.behind, &Appended::at), lines(s.behind),
                   of(s.size, &MediaSize::width), of(s.size, &MediaSize::height),
                   of(s.parts, &MediaParts::checked), of(s.parts, &MediaParts::odd),
                   sum(s, [](const TiffDirectory&) { return 1; }), sum(s, &TiffDirectory::sub),
                   lossless ? std::optional(samples) : std::nullopt,
                   lossless ? lossless->components : std::nullopt, sum(s, &TiffDirectory::opcodes),
                   sum(s, &TiffDirectory::odd_opcodes), some(s.anomalies), how_far(s));
}

Result<Bytes> head_of(const File& file) {
  const auto head =
      file.arena->take(static_cast<std::size_t>(std::min(kExaminedHead, file.content->size())));
  TRY(file.content->read(0, head));
  return head;
}

void member(const File& file, const Place& place, Rows& out) {
  const auto tell = [&](const Error& e) { out.gap(e.at, std::string(file.path) + ": " + e.what); };
  const auto head = head_of(file);
  if (!head) return tell(head.error());
  const MediaType* const type = media_type(*head);
  // What has a name of its own sort, such as pass.json, is the pass's and no picture.
  if (!type && !is_picture_name(file.path)) return;
  if (!type) return tell({Errc::unsupported, "its first bytes are of no known type"});
  if (type->sort == MediaSort::other && !name_differs(*type, extension_of(file.path))) return;
  const MediaStructure s = examine_media(*file.content, *type, *head);
  put(file, place, s, *type, out);
  if (s.lost) tell(*s.lost);
}

// The files of a pass, and of the passes in a bundle, by their paths through it.
void members(const File& file, const Store& pass, std::uint64_t& row, Rows& out) {
  for (const StoreGap& gap : pass.gaps())
    out.gap(gap.at, std::string(file.path) + "/" + gap.path + ": " + gap.why);
  for (std::size_t i = 0; i < pass.files().size() && !out.stopped(); ++i) {
    const std::string path = std::string(file.path) + "/" + pass.files()[i].path;
    const auto content = open_in_pass(pass, i);
    if (!content) {
      out.gap(content.error().at, path + ": " + content.error().what);
      continue;
    }
    Arena arena;
    File one = file;
    one.path = path;
    one.content = content->get();
    one.node = nullptr;  // what was received is the pass
    one.arena = &arena;
    if (const auto inner = is_bundle(pass) ? open_pass(*one.content) : nullptr)
      members(one, *inner, row, out);
    else
      member(one, {.row = ++row, .inside = sort_of_pass(pass)}, out);
  }
}

Result<bool> begins_as_media(const File& file) {
  const MediaType* const type = TRY(type_of(file));
  if (type && type->name == "zip") return open_pass(*file.content) != nullptr;
  return type && type->sort != MediaSort::other;
}

Result<void> parse(const File& file, Rows& out) {
  if (!is_media_alone(file) && !TRY(begins_as_media(file))) return {};
  const Bytes head = TRY(head_of(file));
  const MediaType* const type = media_type(head);
  // A PDF behind something else is no medium to those who look at its first bytes alone.
  if (!type && !is_media_alone(file)) return {};
  if (!type) return fail(Errc::unsupported, "its first bytes are of no known type");
  MediaStructure s = examine_media(*file.content, *type, head);
  const auto pass = open_pass(*file.content);
  if (pass) s.type = sort_of_pass(*pass);
  put(file, {}, s, *type, out);
  std::uint64_t row = 0;
  if (pass)
    members(file, *pass, row, out);
  else if (s.lost)
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
    .row = "0: the file as a whole; of a pass also its files, from 1",
    .core_of = "media-file",
    .turn = Turn::hashed,
};

}  // namespace bridle
