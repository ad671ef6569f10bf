#include "format/pdf_survey.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostUnpacked = 512 << 20;  // of all fonts, and of all pictures
constexpr std::string_view kFontFiles[] = {"FontFile", "FontFile2", "FontFile3"};

void count_names(const PdfObject& object, PdfSurvey& out) {
  PdfTokens in(object.value);
  for (PdfToken token = in.next(); token.kind != PdfKind::end; token = in.next()) {
    if (token.kind != PdfKind::name) continue;
    const std::string name = pdf_name(token.text);
    if (name == "JS") ++out.scripts;
    if (name == "OpenAction" || name == "AA") ++out.opens;
    if (name == "Launch") ++out.launches;
    if (name == "EmbeddedFile") ++out.embedded;
    if (name == "XFA") ++out.forms;
  }
}

std::uint64_t count(std::string_view file, std::string_view word) {
  std::uint64_t out = 0;
  for (auto at = file.find(word); at != std::string_view::npos; at = file.find(word, at + 1)) ++out;
  return out;
}

std::uint64_t bytes_behind(std::string_view file) {
  const auto end = file.rfind("%%EOF");
  if (end == std::string_view::npos) return 0;
  std::string_view rest = file.substr(end + 5);
  while (!rest.empty() && is_pdf_blank(rest[0])) rest.remove_prefix(1);
  return rest.size();
}

void add(const Jbig2& one, Jbig2& all) {
  all.segments += one.segments;
  all.dictionaries += one.dictionaries;
  all.symbols += one.symbols;
  all.texts += one.texts;
  all.odd_references += one.odd_references;
  all.odd_dictionaries += one.odd_dictionaries;
  all.refinements = std::max(all.refinements, one.refinements);
  all.most_symbols = std::max(all.most_symbols, one.most_symbols);
  all.most_references = std::max(all.most_references, one.most_references);
  if (one.lost && !all.lost) all.lost = one.lost;
}

bool is_font_file(std::string_view key) {
  return std::ranges::find(kFontFiles, pdf_name(key)) != std::end(kFontFiles);
}

// The streams that the descriptions of fonts name.
std::set<const PdfObject*> font_streams(const Pdf& pdf) {
  std::set<std::uint64_t> numbers;
  for (const PdfObject& o : pdf.objects()) {
    if (!contains(o.value, "FontFile") && !contains(o.value, "#")) continue;
    PdfTokens in(o.value);
    for (PdfToken token = in.next(); token.kind != PdfKind::end; token = in.next()) {
      if (token.kind != PdfKind::name || !is_font_file(token.text)) continue;
      PdfTokens ahead = in;
      if (const auto number = pdf_reference(ahead.value())) numbers.insert(*number);
    }
  }
  std::set<const PdfObject*> out;
  // Of several streams with one number a viewer may take any.
  for (const PdfObject& o : pdf.objects())
    if (o.stream && numbers.contains(o.number)) out.insert(&o);
  return out;
}

}  // namespace

PdfSurvey pdf_survey(const Pdf& pdf) {
  PdfSurvey out;
  for (const PdfObject& o : pdf.objects()) {
    ++out.objects;
    if (o.packed) ++out.packed;
    count_names(o, out);
    if (o.value.starts_with("<<") &&
        pdf_name(pdf.follow(pdf_entry(pdf_dictionary(o.value), "Type"))) == "Page")
      ++out.pages;
    if (!o.stream) continue;
    ++out.streams;
    for (const PdfFilter& f : pdf.filters(o)) ++out.filters[f.name];
  }
  out.ends = count(pdf.file(), "startxref");
  out.behind = bytes_behind(pdf.file());
  return out;
}

PdfPictures pdf_pictures(const Pdf& pdf) {
  PdfPictures out;
  std::uint64_t left = kMostUnpacked;
  for (const PdfObject& o : pdf.objects()) {
    if (!o.stream) continue;
    const auto filters = pdf.filters(o);
    const auto jbig2 = std::ranges::find(filters, "JBIG2Decode", &PdfFilter::name);
    if (jbig2 == filters.end()) continue;
    ++out.count;
    const PdfUnpacked own = pdf.unpack(o);
    const auto number = pdf_reference(jbig2->shared);
    const PdfObject* const holder = number ? pdf.find(*number) : nullptr;
    const PdfUnpacked shared = holder ? pdf.unpack(*holder) : PdfUnpacked();
    const std::uint64_t cost = own.bytes.size() + shared.bytes.size();
    Jbig2 one;
    if (cost > left)
      one.lost = Error{.code = Errc::too_large, .what = "there are too many pictures", .at = o.at};
    else
      one = read_jbig2(as_bytes(shared.bytes), as_bytes(own.bytes));
    left -= std::min(left, cost);
    if (own.problem && !one.lost) one.lost = own.problem;
    if (out.in == 0 || one.most_symbols > out.jbig2.most_symbols) out.in = o.number;
    if (one.lost) one.lost->at = o.at;
    add(one, out.jbig2);
    if (left == 0) break;
  }
  return out;
}

std::optional<Error> each_pdf_font(
    const Pdf& pdf, const std::function<void(const PdfObject&, const PdfUnpacked&)>& take) {
  std::uint64_t left = kMostUnpacked;
  const auto streams = font_streams(pdf);
  for (const PdfObject& o : pdf.objects()) {
    if (!streams.contains(&o)) continue;
    const PdfUnpacked font = pdf.unpack(o);
    if (font.bytes.size() > left)
      return Error{.code = Errc::too_large, .what = "its fonts are too large", .at = o.at};
    left -= font.bytes.size();
    take(o, font);
  }
  return {};
}

}  // namespace bridle
