#include "format/pdf.h"

#include <algorithm>

#include "base/text.h"
#include "format/pdf_lists.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostUnpacked = 64 << 20;  // of one stream
constexpr std::size_t kMostPlaces = 1 << 20;
constexpr std::size_t kMostLists = 1024;
constexpr std::size_t kMostObjects = 1 << 21;
constexpr unsigned kMostSteps = 16;  // of references that lead to references

bool is_place_stream(std::string_view dictionary) {
  return pdf_name(pdf_entry(pdf_dictionary(dictionary), "Type")) == "XRef";
}

}  // namespace

Result<Pdf> Pdf::read(Bytes file) {
  const auto begins = as_text(file).substr(0, kPdfHead).find("%PDF-");
  if (begins == std::string_view::npos)
    return fail(Errc::unsupported, "it does not begin as a PDF");
  Pdf out(as_text(file).substr(begins));
  out.scan_ = scan_pdf(out.file_);
  out.scanned_ = out.scan_.objects.size();
  out.index();
  out.settle_lengths();
  out.read_lists();
  out.read_packed();
  out.index();
  if (!contains(out.file_, "%%EOF"))
    out.lose("the PDF has no end", out.file_.size(), Errc::truncated);
  return out;
}

void Pdf::lose(const char* what, std::uint64_t at, Errc code) {
  if (!scan_.lost) scan_.lost = Error{.code = code, .what = what, .at = at};
}

// Of several with one number the last counts, unless it stands in another's stream.
void Pdf::index() {
  by_number_.clear();
  for (std::size_t i = 0; i < scan_.objects.size(); ++i) {
    const PdfObject& o = scan_.objects[i];
    const auto [at, fresh] = by_number_.try_emplace(o.number, i);
    if (!fresh && !o.inside) at->second = i;
  }
}

const PdfObject* Pdf::find(std::uint64_t number) const {
  const auto at = by_number_.find(number);
  return at == by_number_.end() ? nullptr : &scan_.objects[at->second];
}

std::string_view Pdf::follow(std::string_view value) const {
  for (unsigned i = 0; i < kMostSteps; ++i) {
    const auto number = pdf_reference(value);
    if (!number) return value;
    const PdfObject* const object = find(*number);
    value = object ? object->value : std::string_view();
  }
  return {};
}

void Pdf::settle_lengths() {
  for (PdfObject& o : scan_.objects)
    if (o.length_of)
      if (const PdfObject* const length = find(*o.length_of))
        if (const auto n = pdf_number(length->value)) set_pdf_length(file_, o, *n);
}

std::vector<PdfFilter> Pdf::filters(const PdfObject& object) const {
  const auto dictionary = pdf_dictionary(object.value);
  const auto either = [&](const char* key, const char* other) {
    const auto value = pdf_entry(dictionary, key);
    return follow(value.empty() ? pdf_entry(dictionary, other) : value);
  };
  const std::string_view names = either("Filter", "F"), settings = either("DecodeParms", "DP");
  auto all = pdf_list(names), parameters = pdf_list(settings);
  if (names.starts_with('/')) all = {names};
  if (settings.starts_with("<<")) parameters = {settings};
  std::vector<PdfFilter> out;
  for (std::size_t i = 0; i < all.size() && i < 64; ++i) {
    PdfFilter& f = out.emplace_back(PdfFilter{.name = pdf_name(follow(all[i]))});
    if (i >= parameters.size()) continue;
    const auto of = pdf_dictionary(follow(parameters[i]));
    const auto number = [&](const char* key, std::uint64_t otherwise) {
      return pdf_number(follow(pdf_entry(of, key))).value_or(otherwise);
    };
    f.predictor = number("Predictor", 1);
    f.columns = number("Columns", 1);
    f.colours = number("Colors", 1);
    f.bits = number("BitsPerComponent", 8);
    f.early = number("EarlyChange", 1) != 0;
    f.shared = pdf_entry(of, "JBIG2Globals");
  }
  return out;
}

PdfUnpacked Pdf::unpack(const PdfObject& object) const {
  if (!object.stream) return {};
  return pdf_unpack(*object.stream, filters(object), kMostUnpacked);
}

void Pdf::note_trailer(const std::vector<PdfEntry>& trailer) {
  if (trailer.empty()) return;
  // The newest counts, which is read first.
  if (!trailer_) encrypted_ = !pdf_entry(trailer, "Encrypt").empty();
  trailer_ = true;
}

// The object that stands there: a known one, or one that no search finds, which is added.
std::optional<std::size_t> Pdf::at_place(std::uint64_t place) {
  const auto head = pdf_head_at(file_, place);
  if (!head || scan_.objects.size() >= kMostObjects) return {};
  const auto begin = scan_.objects.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(scanned_);
  const auto known = std::ranges::lower_bound(begin, end, *head, {}, &PdfObject::at);
  if (known != end && known->at == *head) return static_cast<std::size_t>(known - begin);
  if (!added_.insert(*head).second) return {};
  PdfObject object = pdf_object_at(file_, *head);
  const std::uint64_t cost = object.value.size() + (object.stream ? object.stream->size() : 0) + 64;
  if (cost > work_left_) {
    lose("the places that its lists name overlap too much", place, Errc::too_large);
    return {};
  }
  work_left_ -= cost;
  scan_.objects.push_back(object);
  return scan_.objects.size() - 1;
}

void Pdf::read_lists() {
  std::vector<std::uint64_t> waiting;
  if (const auto newest = pdf_newest_list(file_)) waiting.push_back(*newest);
  std::set<std::uint64_t> seen;
  while (!waiting.empty() && seen.size() < kMostLists) {
    const std::uint64_t at = waiting.back();
    waiting.pop_back();
    if (seen.insert(at).second) read_list(at, waiting);
  }
  if (trailer_) return;
  for (const PdfPlaces& each : pdf_trailers(file_)) note_trailer(each.trailer);
  for (std::size_t i = scanned_; i-- > 0;)
    if (const auto value = scan_.objects[i].value;
        scan_.objects[i].stream && is_place_stream(value))
      note_trailer(pdf_dictionary(value));
}

void Pdf::read_list(std::uint64_t at, std::vector<std::uint64_t>& waiting) {
  PdfPlaces found = pdf_table(file_, at, kMostPlaces);
  if (found.trailer.empty() && found.places.empty()) {
    const auto i = at_place(at);
    if (!i || !scan_.objects[*i].stream) return;
    const PdfObject object = scan_.objects[*i];
    found = pdf_place_stream(object.value, as_bytes(unpack(object).bytes), kMostPlaces);
  }
  note_trailer(found.trailer);
  for (const std::uint64_t place : found.places) at_place(place);
  waiting.insert(waiting.end(), found.further.begin(), found.further.end());
}

void Pdf::read_packed() {
  if (encrypted_) return;
  const std::size_t count = scan_.objects.size();
  for (std::size_t i = 0; i < count; ++i) {
    const PdfObject holder = scan_.objects[i];  // a copy: the list grows
    if (!holder.stream || !holder.value.starts_with("<<")) continue;
    if (contains(holder.value, "First") || contains(holder.value, "#")) read_packed(holder);
  }
}

void Pdf::read_packed(const PdfObject& holder) {
  const auto dictionary = pdf_dictionary(holder.value);
  if (pdf_name(follow(pdf_entry(dictionary, "Type"))) != "ObjStm") return;
  auto unpacked = unpack(holder);
  if (unpacked.problem) lose(unpacked.problem->what, holder.at, unpacked.problem->code);
  if (!unpacked.stopped.empty()) lose("a stream of objects has an unknown filter", holder.at);
  if (unpacked.bytes.size() > unpacked_left_)
    return lose("its streams of objects are too large", holder.at, Errc::too_large);
  unpacked_left_ -= unpacked.bytes.size();
  const std::string_view text = unpacked_.emplace_back(std::move(unpacked.bytes));
  const auto first = pdf_number(follow(pdf_entry(dictionary, "First"))).value_or(text.size());
  const auto stated = pdf_number(follow(pdf_entry(dictionary, "N"))).value_or(0);
  PdfTokens pairs(
      text.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(first, text.size()))));
  for (std::uint64_t i = 0; i < stated && scan_.objects.size() < kMostObjects; ++i) {
    const auto number = pdf_number(pairs.next().text), at = pdf_number(pairs.next().text);
    if (!number || !at || *at > text.size() || first + *at > text.size())
      return lose("a stream of objects breaks off", holder.at, Errc::truncated);
    const auto value = PdfTokens(text, static_cast<std::size_t>(first + *at)).value();
    if (value.size() > work_left_) return lose("packed objects overlap too much", holder.at);
    work_left_ -= value.size();
    scan_.objects.push_back({.number = *number, .at = holder.at, .value = value, .packed = true});
  }
}

}  // namespace bridle
