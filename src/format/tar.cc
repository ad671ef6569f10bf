#include "format/tar.h"

#include <algorithm>

#include "base/text.h"

namespace bridle::tar {
namespace {

std::string_view field(Bytes block, std::size_t at, std::size_t size) {
  const std::string_view s = as_text(block.subspan(at, size));
  return s.substr(0, s.find('\0'));
}

Result<std::uint64_t> value(Bytes block, std::size_t at, std::size_t size) {
  const Bytes b = block.subspan(at, size);
  if (std::to_integer<unsigned>(b[0]) & 0x80) {
    // Binary; only what fits in the last eight bytes is a size of anything.
    for (std::size_t i = 1; i + 8 < size; ++i)
      if (b[i] != std::byte{0}) return fail(Errc::malformed, "a number is too large", at);
    return big_endian(b.last(8), 8);
  }
  std::uint64_t v = 0;
  for (const char c : trim(field(block, at, size))) {
    if (c < '0' || c > '7' || v >> 60) return fail(Errc::malformed, "not an octal number", at);
    v = v << 3 | static_cast<std::uint64_t>(c - '0');
  }
  return v;
}

bool sum_is_right(Bytes block) {
  const auto stated = value(block, 148, 8);
  if (!stated) return false;
  std::uint64_t sum = 8 * ' ';
  for (std::size_t i = 0; i < kBlock; ++i)
    if (i < 148 || i >= 156) sum += std::to_integer<std::uint64_t>(block[i]);
  return sum == *stated;
}

std::optional<std::int64_t> seconds_to_ns(std::int64_t seconds) {
  constexpr std::int64_t kLast = INT64_MAX / 1'000'000'000 - 1;
  if (seconds > kLast || seconds < -kLast) return {};
  return seconds * 1'000'000'000;
}

// "1558000000.123456789", perhaps negative, perhaps without a fraction.
std::optional<std::int64_t> pax_time(std::string_view text) {
  const std::size_t dot = text.find('.');
  const auto seconds = number(text.substr(0, dot));
  if (!seconds) return {};
  auto ns = seconds_to_ns(*seconds);
  if (!ns || dot == std::string_view::npos) return ns;
  std::int64_t unit = text.starts_with('-') ? -100'000'000 : 100'000'000;
  for (const char c : text.substr(dot + 1)) {
    if (!is_digit(c)) return {};
    *ns += unit * (c - '0');
    unit /= 10;
  }
  return ns;
}

}  // namespace

Result<std::optional<Header>> header(Bytes block) {
  if (block.size() < kBlock) return fail(Errc::truncated, "the archive ends in a header");
  if (std::ranges::all_of(block, [](std::byte b) { return b == std::byte{0}; }))
    return std::nullopt;
  if (!sum_is_right(block)) return fail(Errc::malformed, "not a tar header");
  Header out;
  out.path = field(block, 0, 100);
  out.link = field(block, 157, 100);
  out.kind = std::to_integer<char>(block[156]);
  if (out.kind == '\0' || out.kind == '7') out.kind = '0';
  if (out.kind == '0' && out.path.ends_with('/')) out.kind = '5';  // v7 has no kind for folders
  out.sparse = out.kind == 'S';
  out.size = TRY(value(block, 124, 12));
  // A negative time is stored as binary two's complement.
  if (const auto mtime = value(block, 136, 12))
    out.mtime_ns = seconds_to_ns(static_cast<std::int64_t>(*mtime));
  const std::string_view before = field(block, 345, 155);
  if (field(block, 257, 8) == "ustar" && !before.empty())
    out.path = std::string(before) + '/' + out.path;
  return out;
}

bool is_extension(const Header& header) {
  return std::string_view("xgLKX").find(header.kind) != std::string_view::npos;
}

Result<void> Extensions::add(char kind, Bytes data) {
  const std::string_view text = as_text(data).substr(0, as_text(data).find('\0'));
  if (kind == 'L') path_ = text;
  if (kind == 'K') link_ = text;
  if (kind == 'x' || kind == 'X') return add_pax(data);
  return {};
}

// Records of "length key=value\n", where the length counts itself.
Result<void> Extensions::add_pax(Bytes data) {
  for (std::string_view left = as_text(data); !left.empty();) {
    const std::size_t at = data.size() - left.size();
    const std::size_t blank = left.find(' ');
    const auto size = number(left.substr(0, std::min<std::size_t>(blank, 20)));
    if (blank > 20 || !size || *size < 0 || static_cast<std::uint64_t>(*size) > left.size() ||
        static_cast<std::uint64_t>(*size) < blank + 3)
      return fail(Errc::malformed, "a PAX record has a wrong length", at);
    std::string_view record = left.substr(0, static_cast<std::size_t>(*size));
    left.remove_prefix(record.size());
    record.remove_prefix(blank + 1);
    if (record.back() != '\n') return fail(Errc::malformed, "a PAX record has no end", at);
    record.remove_suffix(1);
    const std::size_t equals = record.find('=');
    if (equals == std::string_view::npos) return fail(Errc::malformed, "a PAX record, no =", at);
    const std::string_view key = record.substr(0, equals), text = record.substr(equals + 1);
    if (key == "path") path_ = text;
    if (key == "linkpath") link_ = text;
    if (key == "mtime") mtime_ns_ = pax_time(text);
    if (key.starts_with("GNU.sparse.")) sparse_ = true;
    if (key != "size") continue;
    const auto n = number(text);
    if (!n || *n < 0) return fail(Errc::malformed, "a PAX size is no number", at);
    size_ = static_cast<std::uint64_t>(*n);
  }
  return {};
}

void Extensions::apply(Header& to) {
  if (path_) to.path = std::move(*path_);
  if (link_) to.link = std::move(*link_);
  if (size_) to.size = *size_;
  if (mtime_ns_) to.mtime_ns = mtime_ns_;
  to.sparse |= sparse_;
  *this = {};
}

}  // namespace bridle::tar
