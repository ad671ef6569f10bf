// What a PDF's lists of places say: where objects begin, and the list before this one (pdf.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "format/pdf_syntax.h"

namespace bridle {

struct PdfPlaces {
  std::vector<std::uint64_t> places;   // of objects
  std::vector<std::uint64_t> further;  // of more lists
  std::vector<PdfEntry> trailer;       // empty if none stands there
};

// Of the list of words that begins here; no more than `most` places.
PdfPlaces pdf_table(std::string_view file, std::uint64_t at, std::size_t most);

// Of a stream of places: its dictionary and what it unpacks to.
PdfPlaces pdf_place_stream(std::string_view dictionary, Bytes unpacked, std::size_t most);

// Where the file says that its newest list stands: behind its last "startxref".
std::optional<std::uint64_t> pdf_newest_list(std::string_view file);

// The trailers that stand anywhere, the last first: for files that say no place, or a wrong one.
std::vector<PdfPlaces> pdf_trailers(std::string_view file);

}  // namespace bridle
