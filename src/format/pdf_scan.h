// The objects that stand in a PDF's own bytes: "12 0 obj" value "endobj", and behind a dictionary
// "stream", a line end, as many bytes as its Length says, "endstream". Found by looking for them
// everywhere, as viewers do whose list of places is damaged; no list is believed. A Length that
// "endstream" does not follow is not believed either.
// Source: ISO 32000-2, 7.3.8, 7.3.10 and annex C.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct PdfObject {
  std::uint64_t number = 0;
  std::uint64_t at = 0;  // in the file; of a packed one, where the stream begins that holds it
  std::string_view value = {};
  std::optional<Bytes> stream = {};             // as it stands in the file
  std::optional<std::uint64_t> length_of = {};  // the object that says how long it is
  bool packed = false;                          // it stands in a stream of objects
  bool inside = false;                          // it stands in another object's stream, as it is
};

struct PdfScan {
  std::vector<PdfObject> objects;   // in the order of the file
  std::uint64_t wrong_lengths = 0;  // of streams that state them themselves
  std::uint64_t without_end = 0;    // streams that "endstream" does not follow
  std::optional<Error> lost = {};
};

PdfScan scan_pdf(std::string_view file);

// Where the number of an object stands, blanks before it passed over; nothing if none begins here.
std::optional<std::uint64_t> pdf_head_at(std::string_view file, std::uint64_t at);

// The object whose number stands there.
PdfObject pdf_object_at(std::string_view file, std::uint64_t head);

// The stream with this length instead, if "endstream" follows then.
void set_pdf_length(std::string_view file, PdfObject& object, std::uint64_t length);

}  // namespace bridle
