// PDFs and pictures in JBIG2 by their structure, alone or in an archive that was received (a
// .watchface, a .pkpass): what they hold, what happens by itself when they are opened, and what in
// them no program writes that makes documents. Nothing is drawn.
//   FORCEDENTRY (CVE-2021-30860): a PDF named .gif, with a picture in JBIG2 (format/jbig2.h)
//   Triangulation (CVE-2023-41990): a .watchface with a PDF with a font, see media_fonts
// Source: Google Project Zero, A deep dive into an NSO zero-click iMessage exploit (2021); Citizen
// Lab, FORCEDENTRY (2021); Kaspersky, Operation Triangulation (2023).

#include <string>

#include "artefact/artefact.h"
#include "artefact/media_parts.h"
#include "base/sha256.h"
#include "base/text.h"
#include "format/pdf_survey.h"
#include "source/media_places.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"path", Kind::path, "where it lies"},
    {"member", Kind::path, "path in the archive that the file is; empty if it is none"},
    {"sha256", Kind::hash, "SHA-256 of the document"},
    {"type", Kind::text, "pdf or jbig2"},
    {"bytes", Kind::number, "its size"},
    {"objects", Kind::number, "of a PDF: its objects, also those that no list of it names"},
    {"packed", Kind::number, "those of them that stand in streams of objects"},
    {"streams", Kind::number, "its streams"},
    {"filters", Kind::text, "what packs them, and how many of them, one a line"},
    {"pages", Kind::number, "its pages, also earlier states of them"},
    {"fonts", Kind::number, "files of fonts in it"},
    {"revisions", Kind::number, "how often it was ended: one more for each later change"},
    {"behind_bytes", Kind::number, "bytes behind its last end"},
    {"scripts", Kind::number, "programs in JavaScript"},
    {"opens", Kind::number, "actions that happen by themselves"},
    {"launches", Kind::number, "actions that start a program"},
    {"embedded", Kind::number, "files that are attached to it"},
    {"forms", Kind::number, "forms of the XFA sort"},
    {"encrypted", Kind::number, "1 if it is encrypted"},
    {"pictures", Kind::number, "pictures in JBIG2"},
    {"segments", Kind::number, "segments of all of them"},
    {"symbols", Kind::number, "symbols that their dictionaries define"},
    {"most_symbols", Kind::number, "symbols that one segment refers to, at the most"},
    {"most_references", Kind::number, "other segments that one segment refers to, at the most"},
    {"refinements", Kind::number, "refinements of one picture, at the most"},
    {"odd_segments", Kind::number,
     "segments that refer to more others than there are, or export more symbols than they have"},
    {"anomalies", Kind::text, "what no ordinary document has, one a line"},
    {"examined", Kind::text, "whether all parts were examined; or why not"},
};

struct Document {
  PdfSurvey survey = {};
  PdfPictures pictures = {};
  std::uint64_t fonts = 0, wrong_lengths = 0;
  bool encrypted = false;
  std::optional<Error> lost = {};
};

Document of_pdf(const Pdf& pdf) {
  Document out{.survey = pdf_survey(pdf),
               .wrong_lengths = pdf.scan().wrong_lengths,
               .encrypted = pdf.encrypted(),
               .lost = pdf.lost()};
  if (out.encrypted) return out;
  out.pictures = pdf_pictures(pdf);
  if (!out.lost) out.lost = out.pictures.jbig2.lost;
  const auto lost = each_pdf_font(pdf, [&](const auto&, const auto&) { ++out.fonts; });
  if (!out.lost) out.lost = lost;
  return out;
}

std::string anomalies(const Document& d) {
  const Jbig2& j = d.pictures.jbig2;
  std::string out;
  const auto note = [&](const std::string& line) { out += (out.empty() ? "" : "\n") + line; };
  const std::string where =
      d.pictures.in == 0 ? std::string() : " (object " + std::to_string(d.pictures.in) + ")";
  if (j.overflows())
    note("a picture in JBIG2 refers to " + std::to_string(j.most_symbols) +
         " symbols, more than 32 bits hold" + where);
  if (j.odd_references > 0)
    note("segments of JBIG2 that refer to more segments than there are: " +
         std::to_string(j.odd_references));
  if (j.odd_dictionaries > 0)
    note("dictionaries of JBIG2 that export more symbols than they have: " +
         std::to_string(j.odd_dictionaries));
  return out;
}

std::string how_far(const Document& d) {
  if (d.encrypted) return "in part: it is encrypted, so that its streams were not examined";
  if (d.lost) return std::string("in part: ") + d.lost->what;
  return "examined";
}

std::string lines(const std::map<std::string, std::uint64_t>& filters) {
  std::string out, valid;
  std::size_t left = 16;
  for (const auto& [name, count] : filters) {
    if (left-- == 0) break;
    out += (out.empty() ? "" : "\n") + std::string(valid_utf8(name.substr(0, 32), valid)) + " " +
           std::to_string(count);
  }
  return out;
}

void put(const File& file, const MediaPart& part, const Document& d, Rows& out) {
  const auto some = [](std::string_view t) { return t.empty() ? std::nullopt : std::optional(t); };
  const bool is_pdf = part.type == "pdf";
  const auto of_pdf = [&](std::uint64_t n) { return is_pdf ? std::optional(n) : std::nullopt; };
  const PdfSurvey& s = d.survey;
  const Jbig2& j = d.pictures.jbig2;
  const bool seen = d.pictures.count > 0;
  const auto of_jbig2 = [&](std::uint64_t n) { return seen ? std::optional(n) : std::nullopt; };
  out.row<kFields>(0, file.path, some(part.member), hex(sha256(part.bytes)), part.type,
                   part.bytes.size(), of_pdf(s.objects), of_pdf(s.packed), of_pdf(s.streams),
                   some(lines(s.filters)), of_pdf(s.pages), of_pdf(d.fonts), of_pdf(s.ends),
                   of_pdf(s.behind), of_pdf(s.scripts), of_pdf(s.opens), of_pdf(s.launches),
                   of_pdf(s.embedded), of_pdf(s.forms), of_pdf(d.encrypted ? 1 : 0),
                   d.pictures.count, of_jbig2(j.segments), of_jbig2(j.symbols),
                   of_jbig2(j.most_symbols), of_jbig2(j.most_references), of_jbig2(j.refinements),
                   of_jbig2(j.odd_references + j.odd_dictionaries), some(anomalies(d)), how_far(d));
}

Result<Document> document(const MediaPart& part) {
  if (part.type == "pdf") return of_pdf(TRY(Pdf::read(part.bytes)));
  Document out;
  out.pictures = {.count = 1, .jbig2 = TRY(read_jbig2_file(part.bytes))};
  out.lost = out.pictures.jbig2.lost;
  return out;
}

Result<void> parse(const File& file, Rows& out) {
  const auto wanted = [](std::string_view type) { return type == "pdf" || type == "jbig2"; };
  const auto examine = [&](const MediaPart& part) {
    const std::string where = part.member.empty() ? "" : std::string(part.member) + ": ";
    const auto found = document(part);
    if (!found) return out.gap(found.error().at, where + found.error().what);
    put(file, part, *found, out);
    if (const std::string told = how_far(*found); is_media_alone(file) && told != "examined")
      out.gap(found->lost ? found->lost->at : 0, where + told);
  };
  return each_media_part(file, out, wanted, examine);
}

}  // namespace

ARTEFACT(media_documents) = {
    .id = "media_documents",
    .title = "PDFs and their pictures in JBIG2",
    .reads = kDocumentPlaces,
    .fields = kFields,
    .trace = Trace::received,
    .parse = parse,
    .row = "always 0: the document as a whole",
    .core_of = "media-file",
    .turn = Turn::hashed,
};

}  // namespace bridle
