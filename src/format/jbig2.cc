#include "format/jbig2.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::string_view kMagic = "\x97JB2\r\n\x1a\n";
constexpr std::uint32_t kUnknown = 0xffffffff;
constexpr std::uint64_t kRegion = 17;  // width, height, place and how it is combined
constexpr std::uint64_t kMostSegments = 1 << 22;
constexpr unsigned kEndOfFile = 51;

struct Segment {
  std::uint32_t number = 0;
  unsigned type = 0;
  std::uint32_t size = 0;
  std::vector<std::uint32_t> references;
};

bool is_text(unsigned type) {
  return type == 4 || type == 6 || type == 7;
}

class Segments {
 public:
  Jbig2 done() { return out_; }

  void lose(const char* what, std::uint64_t at, Errc code = Errc::malformed) {
    if (!out_.lost) out_.lost = Error{.code = code, .what = what, .at = at};
  }

  // Heads and data in turn, to the end. `before` is what was read in front of these bytes.
  void in_order(Bytes bytes, std::uint64_t before) {
    Reader in(bytes);
    while (!in.at_end()) {
      const std::uint64_t at = before + in.pos();
      const auto segment = head(in, at);
      if (!segment) return;
      if (!data(in, *segment, before)) return;
      if (segment->type == kEndOfFile) return;
    }
  }

  // All heads, then all data.
  void apart(Bytes bytes, std::uint64_t before) {
    Reader in(bytes);
    std::vector<Segment> all;
    while (!in.at_end() && (all.empty() || all.back().type != kEndOfFile)) {
      auto segment = head(in, before + in.pos());
      if (!segment) return;
      all.push_back(std::move(*segment));
    }
    for (const Segment& segment : all)
      if (!data(in, segment, before)) return;
  }

 private:
  std::optional<Segment> head(Reader& in, std::uint64_t at) {
    Segment out;
    out.number = in.u32be();
    const unsigned flags = in.u8();
    out.type = flags & 0x3f;
    const auto count = references(in, at);
    if (!count) return {};
    note_references(*count, out.number);
    const std::size_t width = out.number <= 256 ? 1 : out.number <= 65536 ? 2 : 4;
    const Bytes numbers = in.take(*count * width);
    for (std::size_t i = 0; i + width <= numbers.size(); i += width)
      out.references.push_back(static_cast<std::uint32_t>(big_endian(numbers.subspan(i), width)));
    in.take((flags & 0x40) != 0 ? 4 : 1);
    out.size = in.u32be();
    if (in.failed()) {
      lose("the head of a JBIG2 segment breaks off", at, Errc::truncated);
      return {};
    }
    if (++out_.segments > kMostSegments) {
      lose("there are too many JBIG2 segments", at, Errc::too_large);
      return {};
    }
    return out;
  }

  std::optional<std::uint64_t> references(Reader& in, std::uint64_t at) {
    const std::uint64_t first = in.u8();
    const std::uint64_t few = first >> 5;
    if (few <= 4) return few;
    if (few != 7) {
      lose("a JBIG2 segment states no count of references", at);
      return {};
    }
    const std::uint64_t count = (first & 0x1f) << 24 | big_endian_of(in.take(3));
    in.take((count + 8) / 8);
    return count;
  }

  static std::uint64_t big_endian_of(Bytes b) { return big_endian(b, b.size()); }

  // Each refers to segments of lower numbers: more of them than there are is no picture's need.
  void note_references(std::uint64_t count, std::uint32_t number) {
    out_.most_references = std::max(out_.most_references, count);
    if (count > number) ++out_.odd_references;
  }

  bool data(Reader& in, const Segment& segment, std::uint64_t before) {
    const std::uint64_t at = before + in.pos();
    const std::uint64_t size =
        segment.size == kUnknown && segment.type == 38 ? unknown_size(in) : segment.size;
    const Bytes bytes = in.take(std::min(size, in.left()));
    look(segment, bytes, at);
    if (bytes.size() == size) return true;
    // Writers leave out the last bytes of the last picture; what it states was read.
    lose("the data of a JBIG2 segment break off", at, Errc::truncated);
    return false;
  }

  // Such data end with two marks of their coding and the rows that there were.
  static std::uint64_t unknown_size(Reader in) {
    const Bytes rest = in.take(in.left());
    if (rest.size() <= kRegion) return kUnknown;
    const bool mmr = (std::to_integer<unsigned>(rest[kRegion]) & 1) != 0;
    const std::string_view mark = mmr ? std::string_view("\0\0", 2) : "\xff\xac";
    const auto found = as_text(rest).find(mark, kRegion + 1);
    return found == std::string_view::npos ? kUnknown : found + mark.size() + 4;
  }

  void look(const Segment& segment, Bytes bytes, std::uint64_t at) {
    if (segment.type == 0) return dictionary(segment, bytes, at);
    if (segment.type == 40 || segment.type == 42 || segment.type == 43) ++out_.refinements;
    if (!is_text(segment.type)) return;
    ++out_.texts;
    symbols(segment);
  }

  // Of all that it refers to, each as often as it does: as a decoder sums them up.
  std::uint64_t symbols(const Segment& segment) {
    std::uint64_t sum = 0;
    for (const std::uint32_t number : segment.references)
      if (const auto at = dictionaries_.find(number); at != dictionaries_.end()) sum += at->second;
    out_.most_symbols = std::max(out_.most_symbols, sum);
    return sum;
  }

  void dictionary(const Segment& segment, Bytes bytes, std::uint64_t at) {
    Reader in(bytes);
    const unsigned flags = in.u16be();
    const bool huffman = (flags & 1) != 0, refined = (flags & 2) != 0;
    if (!huffman) in.take((flags & 0xc00) == 0 ? 8 : 2);
    if (refined && (flags & 0x1000) == 0) in.take(4);
    const std::uint32_t exported = in.u32be(), added = in.u32be();
    if (in.failed()) return lose("a dictionary of symbols breaks off", at, Errc::truncated);
    ++out_.dictionaries;
    out_.symbols += added;
    if (exported > added + symbols(segment)) ++out_.odd_dictionaries;
    dictionaries_[segment.number] = exported;
  }

  Jbig2 out_;
  std::map<std::uint32_t, std::uint32_t> dictionaries_;  // how many symbols each exports
};

}  // namespace

Jbig2 read_jbig2(Bytes shared, Bytes own) {
  Segments out;
  out.in_order(shared, 0);
  // A shared part that breaks off does not hide the picture's own.
  out.in_order(own, shared.size());
  return out.done();
}

Result<Jbig2> read_jbig2_file(Bytes file) {
  Reader in(file);
  if (as_text(in.take(kMagic.size())) != kMagic)
    return fail(Errc::unsupported, "it does not begin as JBIG2");
  const unsigned flags = in.u8();
  if ((flags & 2) == 0) in.u32be();
  TRY(in.done());
  Segments out;
  const std::uint64_t at = in.pos();
  const Bytes rest = in.take(in.left());
  if ((flags & 1) != 0)
    out.in_order(rest, at);
  else
    out.apart(rest, at);
  return out.done();
}

}  // namespace bridle
