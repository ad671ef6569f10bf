#include "format/truetype.h"

#include <algorithm>
#include <set>

#include "base/reader.h"
#include "base/text.h"
#include "format/truetype_program.h"

namespace bridle {
namespace {

constexpr std::size_t kMostFonts = 256;
constexpr std::size_t kMostTables = 4096;
constexpr std::uint64_t kMostWork = 128 << 20;  // bytes of letters and programs, of a whole file
constexpr std::size_t kMostName = 256;
constexpr std::size_t kAdjust = 0x8f;  // and the next one

struct Table {
  std::string_view tag;
  std::uint64_t at;
  Bytes bytes;
};

class Walk {
 public:
  Walk(Bytes file, std::uint64_t& work) : file_(file), work_(work) {}

  TrueType font(std::uint64_t at) {
    directory(at);
    out_.name = name();
    for (const char* tag : {"fpgm", "prep"})
      for (const Table& t : tables_)
        if (t.tag == tag) program(t.bytes, t.tag, 0);
    glyphs();
    return std::move(out_);
  }

 private:
  void lose(const char* what, std::uint64_t at, Errc code = Errc::malformed) {
    if (!out_.lost) out_.lost = Error{.code = code, .what = what, .at = at};
  }

  void directory(std::uint64_t at) {
    Reader in(file_);
    in.seek(at);
    const std::string_view begins = as_text(in.take(4));
    out_.sort = begins == "OTTO" ? "opentype" : "truetype";
    const std::size_t count = in.u16be();
    in.take(6);
    for (std::size_t i = 0; i < std::min(count, kMostTables) && !in.failed(); ++i) {
      const std::uint64_t entry = in.pos();
      const std::string_view tag = as_text(in.take(4));
      in.u32be();
      const std::uint64_t place = in.u32be(), size = in.u32be();
      if (!in.failed()) table(tag, place, size, entry);
    }
    if (in.failed()) lose("the font's list of tables breaks off", at, Errc::truncated);
    out_.tables = tables_.size();
  }

  void table(std::string_view tag, std::uint64_t place, std::uint64_t size, std::uint64_t entry) {
    if (place > file_.size()) return lose("a table lies behind the end", entry, Errc::truncated);
    const std::uint64_t there = std::min<std::uint64_t>(size, file_.size() - place);
    if (there != size) lose("a table reaches past the end", entry, Errc::truncated);
    const Bytes bytes =
        file_.subspan(static_cast<std::size_t>(place), static_cast<std::size_t>(there));
    tables_.push_back({.tag = tag, .at = place, .bytes = bytes});
  }

  // The first of that tag, as interpreters take it.
  Bytes table(std::string_view tag) const {
    const auto at = std::ranges::find(tables_, tag, &Table::tag);
    return at == tables_.end() ? Bytes() : at->bytes;
  }

  void program(Bytes bytes, std::string_view where, std::uint64_t glyph) {
    if (bytes.empty()) return;
    if (!afford(bytes.size())) return;
    const FontProgram p = font_program(bytes, defined_);
    ++out_.programs;
    out_.instructions += p.instructions;
    if (p.cut) ++out_.odd_programs;
    for (std::size_t i = 0; i < defined_.size(); ++i) defined_[i] = defined_[i] || p.defines[i];
    const std::uint64_t adjusts = p.adjusts[0] + p.adjusts[1];
    for (std::size_t i = 0; i < 2; ++i)
      if (!defined_[kAdjust + i]) out_.reached_adjusts += p.reached[i];
    if (adjusts > 0 && out_.adjusts == 0)
      out_.first_in = where == "glyf" ? "glyph " + std::to_string(glyph) : std::string(where);
    out_.adjusts += adjusts;
  }

  void glyphs() {
    const Bytes head = table("head"), maxp = table("maxp"), loca = table("loca");
    const Bytes glyf = table("glyf");
    if (glyf.empty()) return;  // letters of another sort
    if (head.size() < 52 || maxp.size() < 6)
      return lose("the font does not say how its letters are listed", 0, Errc::missing);
    const std::size_t width = big_endian(head.subspan(50), 2) == 0 ? 2 : 4;
    out_.glyphs = big_endian(maxp.subspan(4), 2);
    const auto place = [&](std::uint64_t i) {
      const auto value = big_endian(loca.subspan(static_cast<std::size_t>(i) * width), width);
      return width == 2 ? 2 * value : value;
    };
    if (loca.size() < (out_.glyphs + 1) * width)
      lose("the list of letters breaks off", 0, Errc::truncated);
    std::set<std::pair<std::uint64_t, std::uint64_t>> seen;  // letters share their outlines
    for (std::uint64_t i = 0; i < out_.glyphs && (i + 2) * width <= loca.size(); ++i) {
      const std::uint64_t from = place(i), to = place(i + 1);
      if (from == to || !seen.insert({from, to}).second) continue;
      if (!glyph(glyf, from, to, i)) return;
    }
  }

  bool glyph(Bytes glyf, std::uint64_t from, std::uint64_t to, std::uint64_t i) {
    if (from > to || to > glyf.size()) {
      lose("a letter lies outside of its table", i, Errc::malformed);
      // Interpreters read on to the table's end.
      if (from >= glyf.size()) return true;
      to = glyf.size();
    }
    const auto bytes =
        glyf.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    if (!afford(bytes.size())) return false;
    outline(bytes, i);
    return true;
  }

  // Many entries of a file may name the same bytes.
  bool afford(std::uint64_t bytes) {
    if (bytes > work_) lose("its programs are too large in all", 0, Errc::too_large);
    if (bytes > work_) return false;
    work_ -= bytes;
    return true;
  }

  void outline(Bytes bytes, std::uint64_t i) {
    Reader in(bytes);
    const auto outlines = static_cast<std::int16_t>(in.u16be());
    in.take(8);
    if (outlines >= 0)
      in.take(2 * static_cast<std::uint64_t>(outlines));
    else if (!parts(in))
      return;
    // One without outlines may end here.
    if (outlines == 0 && in.left() < 2) return;
    const std::uint64_t size = in.u16be();
    const Bytes all = in.take(std::min(size, in.left()));
    if (in.failed()) return lose("a letter breaks off", i, Errc::truncated);
    if (all.size() != size) lose("a letter's program breaks off", i, Errc::truncated);
    program(all, "glyf", i);
  }

  // Over the letters that one is made of. Whether a program follows.
  static bool parts(Reader& in) {
    for (unsigned flags = 0x20; (flags & 0x20) != 0 && !in.failed();) {
      flags = in.u16be();
      in.u16be();
      in.take((flags & 1) != 0 ? 4 : 2);
      in.take((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
      if ((flags & 0x20) == 0) return (flags & 0x100) != 0;
    }
    return true;
  }

  std::string name() const {
    const Bytes all = table("name");
    Reader in(all);
    in.u16be();
    const std::size_t count = in.u16be();
    const std::uint64_t texts = in.u16be();
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
      const unsigned platform = in.u16be();
      in.take(4);
      const unsigned sort = in.u16be();
      const std::size_t size = in.u16be();
      Reader at(all);
      at.seek(texts + in.u16be());
      const Bytes text = at.take(std::min(size, kMostName));
      if (sort != 4 || text.empty()) continue;
      std::string into;
      return platform == 1 ? std::string(valid_utf8(as_text(text), into)) : utf16be(text);
    }
    return {};
  }

  Bytes file_;
  std::uint64_t& work_;
  std::vector<Table> tables_;
  FontCodes defined_{};
  TrueType out_;
};

bool is_font(std::string_view tag) {
  return tag == std::string_view("\0\1\0\0", 4) || tag == "true" || tag == "OTTO";
}

std::vector<TrueType> lost(std::vector<TrueType> fonts, const char* what, std::uint64_t at) {
  if (!fonts.back().lost)
    fonts.back().lost = Error{.code = Errc::malformed, .what = what, .at = at};
  return fonts;
}

}  // namespace

bool is_truetype(Bytes head) {
  if (head.size() < 4) return false;
  const std::string_view tag = as_text(head.first(4));
  return is_font(tag) || tag == "ttcf";
}

Result<std::vector<TrueType>> read_truetype(Bytes file) {
  if (!is_truetype(file)) return fail(Errc::unsupported, "it does not begin as a font");
  std::uint64_t work = kMostWork;
  std::vector<TrueType> out;
  if (as_text(file.first(4)) != "ttcf") {
    out.push_back(Walk(file, work).font(0));
    return out;
  }
  Reader in(file);
  in.take(8);
  const std::size_t count = in.u32be();
  for (std::size_t i = 0; i < std::min(count, kMostFonts); ++i) {
    const std::uint64_t entry = in.pos(), at = in.u32be();
    const bool there = !in.failed() && at < file.size();
    if (!there && out.empty())
      return fail(Errc::truncated, "the collection's list of fonts breaks off", entry);
    if (!there) return lost(std::move(out), "the collection's list of fonts breaks off", entry);
    out.push_back(Walk(file, work).font(at));
  }
  if (out.empty()) return fail(Errc::malformed, "a collection without fonts", 8);
  if (count > kMostFonts) return lost(std::move(out), "there are too many fonts in it", 8);
  return out;
}

}  // namespace bridle
