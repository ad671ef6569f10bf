// PDF: its objects, whoever lists them, and its streams unpacked. Nothing is drawn or carried out.
//
//   "%PDF-1.7", objects (pdf_scan.h), a list of places, "trailer" and a dictionary, "startxref" and
//   the place of the list, "%%EOF"; a later change adds all of it again behind that
//   list       "xref", then of each run its first number and their count, and of each 20 bytes:
//              place, generation, n or f
//   or         a stream, /Type /XRef: /W widths of sort, place and index; sort 1 a place
//   packed     a stream, /Type /ObjStm: /N pairs of number and place, from /First on the objects
// Objects are looked for in all bytes, then at all places that lists name, then in all streams of
// objects: what no list names is found too. Source: ISO 32000-2, 7.5.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <span>
#include <string>

#include "format/pdf_filter.h"
#include "format/pdf_scan.h"
#include "format/pdf_syntax.h"

namespace bridle {

// Viewers pass over what stands before "%PDF-" if that begins in so many bytes.
inline constexpr std::size_t kPdfHead = 1024;

class Pdf {
 public:
  // Fails only if it does not begin as a PDF. The file must outlive it. All places are counted from
  // "%PDF-".
  static Result<Pdf> read(Bytes file);

  std::span<const PdfObject> objects() const { return scan_.objects; }
  const PdfScan& scan() const { return scan_; }
  std::string_view file() const { return file_; }

  // Whether its trailer says so: then streams and texts are not what they seem.
  bool encrypted() const { return encrypted_; }

  // The value that a reference leads to, or the value itself; empty if it leads nowhere.
  std::string_view follow(std::string_view value) const;
  // The object of that number that a viewer would take; null if there is none.
  const PdfObject* find(std::uint64_t number) const;

  std::vector<PdfFilter> filters(const PdfObject& object) const;
  PdfUnpacked unpack(const PdfObject& object) const;

  // The first part that could not be read.
  std::optional<Error> lost() const { return scan_.lost; }

 private:
  explicit Pdf(std::string_view file) : file_(file) {}

  void index();
  void settle_lengths();
  void read_lists();
  void read_list(std::uint64_t at, std::vector<std::uint64_t>& waiting);
  void note_trailer(const std::vector<PdfEntry>& trailer);
  std::optional<std::size_t> at_place(std::uint64_t place);
  void read_packed();
  void read_packed(const PdfObject& holder);
  void lose(const char* what, std::uint64_t at, Errc code = Errc::malformed);

  std::string_view file_;
  PdfScan scan_;
  std::map<std::uint64_t, std::size_t> by_number_;
  std::size_t scanned_ = 0;  // so many objects were found without a list, in order of their places
  std::deque<std::string> unpacked_;  // streams of objects: values are views of them
  std::uint64_t unpacked_left_ = 256 << 20, work_left_ = 256 << 20;
  std::set<std::uint64_t> added_;  // places of those that lists alone name
  bool encrypted_ = false, trailer_ = false;
};

}  // namespace bridle
