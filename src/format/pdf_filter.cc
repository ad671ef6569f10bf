#include "format/pdf_filter.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"
#include "format/pdf_lzw.h"
#include "format/pdf_syntax.h"

namespace bridle {
namespace {

constexpr std::size_t kBlock = 64 << 10;
constexpr std::uint64_t kMostRow = 1 << 24;  // bytes of a row of a predictor

class Flate {
 public:
  Flate() { ready_ = inflateInit(&state_) == Z_OK; }
  ~Flate() {
    if (ready_) inflateEnd(&state_);
  }
  Flate(const Flate&) = delete;
  Flate& operator=(const Flate&) = delete;

  // What can be inflated of the beginning; writers and attackers leave out ends and checksums.
  void all(Bytes packed, std::uint64_t limit, PdfUnpacked& out) {
    std::array<char, kBlock> block;
    state_.next_in = const_cast<Bytef*>(as_uchar(packed));  // zlib does not write to it
    state_.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), 0xffffffff));
    for (int code = ready_ ? Z_OK : Z_MEM_ERROR; code == Z_OK;) {
      state_.next_out = reinterpret_cast<Bytef*>(block.data());
      state_.avail_out = static_cast<uInt>(block.size());
      code = inflate(&state_, Z_NO_FLUSH);
      out.bytes.append(block.data(), block.size() - state_.avail_out);
      if (out.bytes.size() > limit) return too_large(limit, out);
      if (code != Z_OK && code != Z_STREAM_END)
        out.problem = Error{.code = Errc::malformed,
                            .what = "a packed stream is damaged",
                            .at = packed.size() - state_.avail_in};
    }
  }

  static void too_large(std::uint64_t limit, PdfUnpacked& out) {
    out.bytes.resize(static_cast<std::size_t>(limit));
    out.problem = Error{.code = Errc::too_large, .what = "a packed stream is too large", .at = 0};
  }

 private:
  z_stream state_{};
  bool ready_ = false;
};

std::string from_hex_digits(std::string_view text) {
  std::string out;
  int high = -1;
  for (const char c : text) {
    if (c == '>') break;
    const char low = lower(c);
    const int digit = is_digit(c) ? c - '0' : low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
    if (digit < 0) continue;
    if (high >= 0) out += static_cast<char>(high << 4 | digit);
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0) out += static_cast<char>(high << 4);
  return out;
}

// Five digits of base 85 are four bytes; of the last group fewer.
void put_group(std::array<unsigned, 5> group, std::size_t digits, std::string& out) {
  for (std::size_t i = digits; i < 5; ++i) group[i] = 84;
  std::uint32_t value = 0;
  for (const unsigned d : group) value = value * 85 + d;
  for (std::size_t i = 0; i + 1 < digits; ++i)
    out += static_cast<char>(value >> (24 - 8 * i) & 0xff);
}

std::string from_base85(std::string_view text) {
  std::string out;
  std::array<unsigned, 5> group{};
  std::size_t digits = 0;
  if (text.starts_with("<~")) text.remove_prefix(2);
  for (const char c : text) {
    if (c == '~') break;
    if (c == 'z' && digits == 0) out.append(4, '\0');
    if (c < '!' || c > 'u') continue;
    group[digits++] = static_cast<unsigned>(c - '!');
    if (digits < 5) continue;
    put_group(group, 5, out);
    digits = 0;
  }
  if (digits > 1) put_group(group, digits, out);
  return out;
}

std::string from_runs(std::string_view packed, std::uint64_t limit) {
  std::string out;
  for (std::size_t i = 0; i < packed.size() && out.size() <= limit;) {
    const auto n = static_cast<unsigned char>(packed[i++]);
    if (n == 128) break;
    if (n < 128) {
      out += packed.substr(i, n + 1U);
      i += n + 1U;
    } else if (i < packed.size()) {
      out.append(257U - n, packed[i++]);
    }
  }
  return out;
}

unsigned char paeth(int a, int b, int c) {
  const int p = a + b - c;
  const int da = std::abs(p - a), db = std::abs(p - b), dc = std::abs(p - c);
  return static_cast<unsigned char>(da <= db && da <= dc ? a : db <= dc ? b : c);
}

// Rows of PNG, each with the number of its filter in front; `step` is the bytes of a pixel.
std::string png_rows(std::string_view in, std::size_t row, std::size_t step) {
  std::string out;
  for (std::size_t at = 0; at + 1 < in.size(); at += row + 1) {
    const auto filter = static_cast<unsigned char>(in[at]);
    const std::string_view line = in.substr(at + 1, row);
    const std::size_t begins = out.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
      const auto seen = [&](bool there, std::size_t back) {
        return there ? static_cast<unsigned char>(out[out.size() - back]) : 0;
      };
      const int left = seen(i >= step, step), above = seen(begins >= row, row);
      const int corner = seen(i >= step && begins >= row, row + step);
      const int add = filter == 1   ? left
                      : filter == 2 ? above
                      : filter == 3 ? (left + above) / 2
                      : filter == 4 ? paeth(left, above, corner)
                                    : 0;
      out += static_cast<char>(static_cast<unsigned char>(line[i]) + add);
    }
  }
  return out;
}

void undo_predictor(const PdfFilter& f, std::string& bytes) {
  if (f.predictor < 2) return;
  if (f.colours > 64 || f.bits > 32 || f.columns > kMostRow) return;
  const std::uint64_t bits = f.colours * f.bits;
  const auto row = static_cast<std::size_t>((f.columns * bits + 7) / 8);
  const auto step = static_cast<std::size_t>(std::max<std::uint64_t>(1, bits / 8));
  if (row == 0 || row > kMostRow) return;
  if (f.predictor >= 10)
    bytes = png_rows(bytes, row, step);
  else if (f.bits == 8)
    for (std::size_t i = 0; i < bytes.size(); ++i)
      if (i % row >= step) bytes[i] = static_cast<char>(bytes[i] + bytes[i - step]);
}

// Whether the filter is one that is undone here.
bool undo(const PdfFilter& f, Bytes raw, std::uint64_t limit, PdfUnpacked& out) {
  if (f.name == "FlateDecode" || f.name == "Fl") {
    Flate().all(raw, limit, out);
    undo_predictor(f, out.bytes);
  } else if (f.name == "LZWDecode" || f.name == "LZW") {
    out.bytes = unpack_lzw(raw, f.early, limit);
    undo_predictor(f, out.bytes);
  } else if (f.name == "ASCIIHexDecode" || f.name == "AHx") {
    out.bytes = from_hex_digits(as_text(raw));
  } else if (f.name == "ASCII85Decode" || f.name == "A85") {
    out.bytes = from_base85(as_text(raw));
  } else if (f.name == "RunLengthDecode" || f.name == "RL") {
    out.bytes = from_runs(as_text(raw), limit);
  } else if (f.name == "Crypt") {
    out.bytes = as_text(raw);
  } else {
    return false;
  }
  if (out.bytes.size() > limit) Flate::too_large(limit, out);
  return true;
}

}  // namespace

PdfUnpacked pdf_unpack(Bytes raw, const std::vector<PdfFilter>& filters, std::uint64_t limit) {
  constexpr std::size_t kMostFilters = 16;
  PdfUnpacked out{.bytes = std::string(as_text(raw))};
  if (raw.size() > limit) Flate::too_large(limit, out);
  for (std::size_t i = 0; i < filters.size(); ++i) {
    PdfUnpacked next{.bytes = {}, .problem = out.problem};
    if (i == kMostFilters || !undo(filters[i], as_bytes(out.bytes), limit, next)) {
      out.stopped = filters[i].name;
      return out;
    }
    out = std::move(next);
  }
  return out;
}

}  // namespace bridle
