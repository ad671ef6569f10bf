// What a PDF holds, counted, and the parts of it that decoders of other formats get: pictures in
// JBIG2 and fonts.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "format/jbig2.h"
#include "format/pdf.h"

namespace bridle {

struct PdfSurvey {
  std::uint64_t objects = 0, packed = 0, streams = 0, pages = 0;
  std::uint64_t scripts = 0;   // /JS
  std::uint64_t opens = 0;     // /OpenAction and /AA: what happens by itself
  std::uint64_t launches = 0;  // /Launch
  std::uint64_t embedded = 0;  // /EmbeddedFile
  std::uint64_t forms = 0;     // /XFA
  std::uint64_t ends = 0;      // "startxref": one more for each later change
  std::uint64_t behind = 0;    // bytes after the last "%%EOF" and its line's end
  std::map<std::string, std::uint64_t> filters = {};  // how many streams name each
};

PdfSurvey pdf_survey(const Pdf& pdf);

// Of all pictures: sums; of `most_…` and `refinements` the most that one picture has.
struct PdfPictures {
  std::uint64_t count = 0;  // streams with the filter JBIG2Decode
  Jbig2 jbig2 = {};
  std::uint64_t in = 0;  // the object that has most symbols or, if none has any, the first
};

PdfPictures pdf_pictures(const Pdf& pdf);

// Each stream that a font's description names as its file, unpacked, in the order of the file.
// Where not all are handed on, the reason.
std::optional<Error> each_pdf_font(
    const Pdf& pdf, const std::function<void(const PdfObject&, const PdfUnpacked&)>& take);

}  // namespace bridle
