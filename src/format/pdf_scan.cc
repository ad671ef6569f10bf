#include "format/pdf_scan.h"

#include <algorithm>

#include "base/text.h"
#include "format/pdf_syntax.h"

namespace bridle {
namespace {

constexpr std::size_t kMostObjects = 1 << 20;
constexpr std::uint64_t kLeastWork = 64 << 20;  // bytes of tokens that even a small file may cost
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kEndStream = "endstream";

bool ends_stream(std::string_view file, std::uint64_t at) {
  if (at > file.size()) return false;
  std::string_view rest = file.substr(static_cast<std::size_t>(at), 16);
  while (!rest.empty() && is_pdf_blank(rest[0])) rest.remove_prefix(1);
  return rest.starts_with(kEndStream);
}

// Where the data begin, behind "stream" and its line's end.
std::size_t data_begin(std::string_view file, std::size_t at) {
  while (at < file.size() && (file[at] == ' ' || file[at] == '\t')) ++at;
  if (file.substr(at).starts_with("\r\n")) return at + 2;
  return at < file.size() && (file[at] == '\n' || file[at] == '\r') ? at + 1 : at;
}

// Where the number begins of an object whose "obj" stands here.
std::optional<std::size_t> head_before(std::string_view file, std::size_t obj) {
  std::size_t at = obj;
  const auto back = [&](auto fits) {
    const std::size_t from = at;
    while (at > 0 && from - at < 32 && fits(file[at - 1])) --at;
    return from - at;
  };
  back(is_pdf_blank);
  if (back(is_digit) == 0 || back(is_pdf_blank) == 0 || back(is_digit) == 0) return {};
  return at;
}

class Scan {
 public:
  explicit Scan(std::string_view file) : file_(file), work_(4 * file.size() + kLeastWork) {}

  PdfScan all() {
    for (std::size_t at = file_.find("obj"); at != kNone; at = file_.find("obj", at)) {
      const auto head = head_before(file_, at);
      at += 3;
      if (!head) continue;
      if (out_.objects.size() == kMostObjects) return stopped("there are too many objects", *head);
      at = object(*head, at);
      if (work_ == 0) return stopped("its objects overlap too much", *head);
    }
    return std::move(out_);
  }

  // Reads the object; where to go on looking.
  std::size_t object(std::size_t head, std::size_t behind) {
    PdfTokens in(file_, behind);
    PdfObject object{.number = pdf_number(PdfTokens(file_, head).next().text).value_or(0),
                     .at = head};
    object.value = in.value();
    object.inside = head < hidden_until_;
    const std::size_t value_end = in.pos();
    const std::string_view word = in.next().text;
    work_ -= std::min<std::uint64_t>(work_, in.pos() - behind);
    std::size_t next = word == "endobj" ? value_end : behind;
    if (word == "stream") next = stream(object, data_begin(file_, in.pos()));
    out_.objects.push_back(object);
    return next;
  }

  PdfScan done() { return std::move(out_); }

 private:
  PdfScan stopped(const char* what, std::uint64_t at) {
    out_.lost = Error{.code = Errc::too_large, .what = what, .at = at};
    return std::move(out_);
  }

  std::size_t end_from(std::size_t at) {
    if (at >= no_end_from_) return kNone;
    const std::size_t end = file_.find(kEndStream, at);
    if (end == kNone) no_end_from_ = at;
    return end;
  }

  std::size_t stream(PdfObject& object, std::size_t from) {
    const std::size_t end = end_from(from);
    if (end == kNone) ++out_.without_end;
    std::size_t size = (end == kNone ? file_.size() : end) - from;
    // The line end before the word is not of the data.
    if (size > 0 && end != kNone && file_[from + size - 1] == '\n') --size;
    if (size > 0 && end != kNone && file_[from + size - 1] == '\r') --size;
    const std::string_view length = pdf_entry(pdf_dictionary(object.value), "Length");
    object.length_of = pdf_reference(length);
    object.stream = as_bytes(file_.substr(from, size));
    const auto stated = object.length_of ? std::nullopt : pdf_number(length);
    if (stated) {
      set_pdf_length(file_, object, *stated);
      if (object.stream->size() != *stated) ++out_.wrong_lengths;
      hidden_until_ = std::max(hidden_until_, from + object.stream->size());
    }
    return end == kNone ? from : end;
  }

  std::string_view file_;
  std::uint64_t work_;
  std::size_t no_end_from_ = kNone;
  std::size_t hidden_until_ = 0;  // the end of the last stream that holds "endstream" itself
  PdfScan out_;
};

}  // namespace

PdfScan scan_pdf(std::string_view file) {
  return Scan(file).all();
}

std::optional<std::uint64_t> pdf_head_at(std::string_view file, std::uint64_t at) {
  if (at >= file.size()) return {};
  PdfTokens in(file, static_cast<std::size_t>(at));
  const PdfToken number = in.next();
  if (number.kind != PdfKind::number || in.next().kind != PdfKind::number) return {};
  if (!in.next().text.starts_with("obj")) return {};
  return static_cast<std::uint64_t>(number.text.data() - file.data());
}

PdfObject pdf_object_at(std::string_view file, std::uint64_t head) {
  const auto at = static_cast<std::size_t>(head);
  Scan scan(file);
  scan.object(at, file.find("obj", at) + 3);
  return scan.done().objects.front();
}

void set_pdf_length(std::string_view file, PdfObject& object, std::uint64_t length) {
  if (!object.stream) return;
  const auto from = static_cast<std::size_t>(as_text(*object.stream).data() - file.data());
  if (length > file.size() - from || !ends_stream(file, from + length)) return;
  object.stream = as_bytes(file.substr(from, static_cast<std::size_t>(length)));
}

}  // namespace bridle
