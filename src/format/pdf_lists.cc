#include "format/pdf_lists.h"

#include <algorithm>
#include <array>

namespace bridle {
namespace {

constexpr std::size_t kMostTrailers = 64;

void read_trailer(std::string_view dictionary, PdfPlaces& out) {
  out.trailer = pdf_dictionary(dictionary);
  for (const char* key : {"XRefStm", "Prev"})
    if (const auto at = pdf_number(pdf_entry(out.trailer, key))) out.further.push_back(*at);
}

}  // namespace

PdfPlaces pdf_table(std::string_view file, std::uint64_t at, std::size_t most) {
  PdfPlaces out;
  if (at >= file.size()) return out;
  PdfTokens in(file, static_cast<std::size_t>(at));
  if (in.next().text != "xref") return out;
  // Runs and entries are told apart by the word behind an entry: their counts may be wrong.
  for (PdfToken token = in.next(); token.kind != PdfKind::end; token = in.next()) {
    if (token.text == "trailer") {
      read_trailer(in.value(), out);
      return out;
    }
    if (token.kind == PdfKind::number) {
      const auto generation = in.next();
      const std::size_t back = in.pos();
      const auto sort = in.next();
      if (sort.text == "n" && out.places.size() < most)
        out.places.push_back(pdf_number(token.text).value_or(0));
      if (sort.text != "n" && sort.text != "f") in = PdfTokens(file, back);
      if (generation.kind != PdfKind::number) return out;
    } else {
      return out;
    }
  }
  return out;
}

PdfPlaces pdf_place_stream(std::string_view dictionary, Bytes unpacked, std::size_t most) {
  PdfPlaces out;
  read_trailer(dictionary, out);
  std::array<std::size_t, 3> width{};
  const auto stated = pdf_list(pdf_entry(out.trailer, "W"));
  for (std::size_t i = 0; i < std::min(stated.size(), width.size()); ++i)
    width[i] =
        static_cast<std::size_t>(std::min<std::uint64_t>(pdf_number(stated[i]).value_or(9), 9));
  const std::size_t size = width[0] + width[1] + width[2];
  if (size == 0 || std::ranges::max(width) > 8) return out;
  for (std::size_t at = 0; size <= unpacked.size() - at && out.places.size() < most; at += size) {
    const Bytes entry = unpacked.subspan(at, size);
    if (width[0] == 0 || big_endian(entry, width[0]) == 1)
      out.places.push_back(big_endian(entry.subspan(width[0]), width[1]));
  }
  return out;
}

std::optional<std::uint64_t> pdf_newest_list(std::string_view file) {
  const auto at = file.rfind("startxref");
  if (at == std::string_view::npos) return {};
  return pdf_number(PdfTokens(file, at + 9).next().text);
}

std::vector<PdfPlaces> pdf_trailers(std::string_view file) {
  std::vector<PdfPlaces> out;
  for (auto at = file.rfind("trailer"); at != std::string_view::npos && out.size() < kMostTrailers;
       at = file.rfind("trailer", at - 1)) {
    read_trailer(PdfTokens(file, at + 7).value(), out.emplace_back());
    if (at == 0) break;
  }
  return out;
}

}  // namespace bridle
