#include <algorithm>
#include <array>

#include "base/text.h"
#include "format/plist.h"

namespace bridle {
namespace {

struct Salvaged {
  std::uint64_t end;  // of the object, which is where the next one begins
  unsigned kind;
  Bytes payload;  // of texts, cut where the list is cut
};

// Without the trailer the size of a reference is not known; containers are stepped over in
// the way that lets the walk go on: a marker that makes no sense is passed byte by byte.
std::optional<Salvaged> object(Bytes list, std::uint64_t at) {
  const auto marker = std::to_integer<unsigned>(list[at]);
  const unsigned kind = marker >> 4;
  if (kind != 4 && kind != 5 && kind != 6 && kind != 7) return {};
  std::uint64_t count = marker & 15;
  std::uint64_t from = at + 1;
  if (count == 15) {
    if (from >= list.size()) return {};
    const auto length = std::to_integer<unsigned>(list[from]);
    const unsigned width = 1U << (length & 15);
    if (length < 0x10 || length > 0x13 || width > list.size() - from - 1) return {};
    count = big_endian(list.subspan(from + 1), width);
    from += 1 + width;
  }
  const std::uint64_t left = list.size() - from;
  const std::uint64_t unit = kind == 6 ? 2 : 1;
  const std::uint64_t size = count > left / unit ? left : count * unit;
  return Salvaged{.end = from + size, .kind = kind, .payload = list.subspan(from, size)};
}

bool printable_ascii(std::string_view s) {
  return std::ranges::all_of(
      s, [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\r'; });
}

// Control characters and non-characters do not stand in real text.
bool is_odd(std::uint64_t unit) {
  return unit == 0 || (unit < 0x20 && unit != '\n' && unit != '\t' && unit != '\r') ||
         unit >= 0xfff0;
}

// Where units stand that no text holds. Any number of objects may claim to reach over the same
// bytes, which are looked at once nevertheless.
class OddUnits {
 public:
  explicit OddUnits(Bytes list) : list_(list) {}

  bool stand_in(std::uint64_t from, std::uint64_t end) { return first_from(from) + 1 < end; }

 private:
  std::uint64_t first_from(std::uint64_t from) {
    Seen& seen = seen_[from % 2];
    if (from < seen.from) {  // by the few bytes of a length
      const std::uint64_t odd = first_in(from, seen.from);
      return odd < seen.from ? odd : seen.odd;
    }
    if (from > seen.odd || seen.odd == 0) seen.odd = first_in(from, list_.size());
    seen.from = from;
    return seen.odd;
  }
  std::uint64_t first_in(std::uint64_t from, std::uint64_t end) const {
    while (from + 1 < end && !is_odd(big_endian(list_.subspan(from), 2))) from += 2;
    return from;
  }

  struct Seen {
    std::uint64_t from = 0;
    std::uint64_t odd = 0;  // the first one at or after `from`, or the end
  };
  Bytes list_;
  std::array<Seen, 2> seen_{};  // for even and odd places
};

}  // namespace

void salvage_strings(Bytes bytes,
                     const std::function<void(std::uint64_t at, std::string_view text)>& sink) {
  OddUnits odd(bytes);
  for (std::uint64_t at = std::min<std::uint64_t>(8, bytes.size()); at < bytes.size();) {
    const auto found = object(bytes, at);
    ++at;
    if (!found || found->payload.empty()) continue;
    const auto text = as_text(found->payload);
    const bool ascii = (found->kind == 5 || found->kind == 7) && printable_ascii(text);
    const auto place = found->end - found->payload.size();
    const bool wide = found->kind == 6 && !odd.stand_in(place, found->end);
    if (!ascii && !wide) continue;
    if (ascii)
      sink(place, text);
    else
      sink(place, utf16be(found->payload));
    at = found->end;
  }
}

}  // namespace bridle
