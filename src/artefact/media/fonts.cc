// TrueType fonts, alone, in a PDF, or in an archive that was received: what their programs do that
// no published table of instructions has. No letter is drawn, no program carried out.
//   Triangulation (CVE-2023-41990): a .watchface with a PDF with a font that uses ADJUST
// Source: Kaspersky, Operation Triangulation: the last (hardware) mystery (2023); Apple's advisory
// for CVE-2023-41990.

#include <string>

#include "artefact/artefact.h"
#include "artefact/media_parts.h"
#include "base/sha256.h"
#include "base/text.h"
#include "format/pdf_survey.h"
#include "format/truetype.h"
#include "source/media_places.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"member", Kind::path, "path in the archive that the file is; empty if it is none"},
    {"object", Kind::number, "object of the PDF that it stands in; empty if it stands in none"},
    {"part", Kind::number, "which font of the file it is, from 0"},
    {"sha256", Kind::hash, "SHA-256 of the font's file, unpacked"},
    {"type", Kind::text, "truetype, opentype (letters in CFF) or other"},
    {"name", Kind::text, "what it calls itself"},
    {"bytes", Kind::number, "its size, unpacked"},
    {"glyphs", Kind::number, "letters in it"},
    {"programs", Kind::number, "programs: of the font, and of its letters"},
    {"instructions", Kind::number, "instructions in them"},
    {"adjusts", Kind::number, "instructions ADJUST (8f, 90), of Apple's interpreter alone"},
    {"reached_adjusts", Kind::number,
     "those of them that the font does not define itself and that are reached"},
    {"first_in", Kind::text, "the program that has the first of them"},
    {"examined", Kind::text, "whether all parts were examined; or why not"},
};

// Where fonts come from, and where their rows go.
class Fonts {
 public:
  Fonts(const File& file, Rows& out) : file_(file), out_(out) {}

  void examine(const MediaPart& part) {
    part_ = &part;
    if (part.type == "pdf")
      pdf();
    else
      font(part.bytes, {}, {});
  }

 private:
  void gap(std::uint64_t at, std::string_view why) {
    const std::string_view member = part_->member;
    out_.gap(at, std::string(member) + (member.empty() ? "" : ": ") + std::string(why));
  }

  void pdf() {
    const auto read = Pdf::read(part_->bytes);
    if (!read) return gap(read.error().at, read.error().what);
    if (read->encrypted() && !is_media_alone(file_)) return;
    if (read->encrypted()) return gap(0, "not examined: the PDF is encrypted");
    if (read->lost()) gap(read->lost()->at, read->lost()->what);
    const auto lost = each_pdf_font(*read, [&](const PdfObject& object, const PdfUnpacked& f) {
      std::optional<Error> why = f.problem;
      if (!f.stopped.empty())
        why = Error{Errc::unsupported, "it is packed by an unknown filter", object.at};
      if (why) why->at = object.at;
      font(as_bytes(f.bytes), object.number, why);
    });
    if (lost) gap(lost->at, lost->what);
  }

  void font(Bytes bytes, std::optional<std::uint64_t> object, std::optional<Error> why) {
    const std::string hash = hex(sha256(bytes));
    // CFF and Type 1 have no such programs.
    if (!why && !is_truetype(bytes))
      return row({.sort = "other"}, {.object = object, .part = 0, .hash = hash, .bytes = bytes});
    const auto fonts = read_truetype(bytes);
    if (!fonts) return gap(why ? why->at : fonts.error().at, why ? why->what : fonts.error().what);
    std::size_t part = 0;
    for (TrueType f : *fonts) {
      if (why) f.lost = why;
      if (f.lost && object) f.lost->at = why ? why->at : f.lost->at;
      row(f, {.object = object, .part = part++, .hash = hash, .bytes = bytes});
    }
  }

  struct Place {
    std::optional<std::uint64_t> object;
    std::size_t part;
    std::string_view hash;
    Bytes bytes;
  };

  void row(const TrueType& f, const Place& at) {
    const auto some = [](std::string_view t) {
      return t.empty() ? std::nullopt : std::optional(t);
    };
    const std::string told = f.lost ? std::string("in part: ") + f.lost->what : "examined";
    out_.row<kFields>(0, file_.path, some(part_->member), at.object, at.part, at.hash, f.sort,
                      some(f.name), at.bytes.size(), f.glyphs, f.programs, f.instructions,
                      f.adjusts, f.reached_adjusts, some(f.first_in), told);
    if (f.lost) gap(f.lost->at, told);
  }

  const File& file_;
  Rows& out_;
  const MediaPart* part_ = nullptr;
};

bool has_fonts(std::string_view type) {
  return type == "pdf" || type == "truetype" || type == "opentype" || type == "collection";
}

Result<void> parse(const File& file, Rows& out) {
  Fonts fonts(file, out);
  return each_media_part(file, out, has_fonts, [&](const MediaPart& p) { fonts.examine(p); });
}

}  // namespace

ARTEFACT(media_fonts) = {
    .id = "media_fonts",
    .title = "Fonts and the programs in them",
    .reads = kDocumentPlaces,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
    .row = "always 0: the font as a whole",
    .core_of = "media-file",
    .turn = Turn::hashed,
};

}  // namespace bridle
