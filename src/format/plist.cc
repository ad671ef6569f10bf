#include "format/plist.h"

#include <bit>
#include <string>

#include "base/text.h"
#include "format/plist_xml.h"

namespace bridle {
namespace {

constexpr std::uint64_t kTrailer = 32;
constexpr std::uint64_t kMagic = 8;
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

// A text may be referenced any number of times; decoding it each time must not eat all memory.
constexpr std::uint64_t kDecodedAtLeast = 1 << 20;
constexpr std::uint64_t kDecodedTimes = 16;
// So may an object: 30 containers that hold the next one twice are a thousand million values. Who
// looks up thirty keys in each dictionary of a list takes 15 steps for a byte of it. Content that
// is asked for costs as much as the objects that could stand in its place.
constexpr std::uint64_t kStepsAtLeast = 1 << 16;
constexpr std::uint64_t kStepsTimes = 64;
constexpr std::uint64_t kBytesInStep = 4;

bool is_binary(Bytes b) {
  return as_text(b).starts_with("bplist0");
}

bool is_utf16(Bytes b) {
  const auto s = as_text(b);
  return s.starts_with(std::string_view("\xff\xfe<\0", 4)) ||
         s.starts_with(std::string_view("\xfe\xff\0<", 4));
}

bool is_xml(Bytes b) {
  auto s = as_text(b.first(std::min<std::size_t>(b.size(), 256)));
  if (s.starts_with(kByteOrderMark)) s.remove_prefix(kByteOrderMark.size());
  s = trim(s);
  return s.starts_with("<?xml") || s.starts_with("<!DOCTYPE plist") || s.starts_with("<plist") ||
         s.starts_with("<!--");
}

}  // namespace

struct PlistNode::Document {
  Bytes bytes;
  Arena* arena = nullptr;
  std::uint64_t table = 0;
  std::uint64_t count = 0;
  std::uint64_t top = 0;
  std::uint64_t decoded_left = 0;
  std::uint64_t steps_left = 0;
  unsigned offset_size = 0;
  unsigned ref_size = 0;
  std::optional<Error> damage{};

  std::uint64_t end() const { return bytes.size() - kTrailer; }

  // n of 1..8 bytes; the trailer behind every object allows to load eight at once.
  std::uint64_t number(std::uint64_t at, unsigned n) const {
    std::uint64_t v{};
    std::memcpy(&v, bytes.data() + at, sizeof v);
    if constexpr (std::endian::native == std::endian::little) v = __builtin_bswap64(v);
    return v >> (64 - 8 * n);
  }

  PlistNode bad(Errc code, const char* what, std::uint64_t at) {
    if (!damage) damage = Error{code, what, at};
    return {};
  }

  // False once that was done too often.
  bool spend(std::uint64_t size, std::uint64_t at) {
    const std::uint64_t steps = 1 + size / kBytesInStep;
    if (steps > steps_left) {
      bad(Errc::too_large, "its values are referenced too often", at);
      steps_left = 0;
      return false;
    }
    steps_left -= steps;
    return true;
  }

  std::string_view decoded(std::string_view text, std::uint64_t at) {
    if (text.size() > decoded_left) {
      bad(Errc::too_large, "its texts are referenced too often", at);
      return {};
    }
    decoded_left -= text.size();
    return arena->keep(text);
  }
};

PlistNode PlistNode::object(Document& list, std::uint64_t number) {
  if (number >= list.count)
    return list.bad(Errc::malformed, "a reference to an object that does not exist", list.table);
  if (!list.spend(0, list.table)) return {};
  const std::uint64_t entry = list.table + number * list.offset_size;
  const std::uint64_t at = list.number(entry, list.offset_size);
  if (at < kMagic || at >= list.end())
    return list.bad(Errc::malformed, "an object outside of the list", entry);
  const auto marker = std::to_integer<unsigned>(list.bytes[at]);
  const unsigned length = marker & 15;
  switch (marker >> 4) {
    case 0x4:
      return sized(list, Type::data, at, 1);
    case 0x5:
    case 0x7:
      return sized(list, Type::string, at, 1);
    case 0x6: {
      PlistNode node = sized(list, Type::string, at, 2);
      node.wide_ = true;
      return node;
    }
    case 0xa:
      return sized(list, Type::array, at, list.ref_size);
    case 0xb:
    case 0xc:
      return sized(list, Type::set, at, list.ref_size);
    case 0xd:
      return sized(list, Type::dictionary, at, std::uint64_t{2} * list.ref_size);
    default:
      return simple(list, at, length);
  }
}

// Objects whose marker tells all.
PlistNode PlistNode::simple(Document& list, std::uint64_t at, unsigned length) {
  PlistNode node;
  node.list_ = &list;
  node.at_ = at + 1;
  const auto is = [&](Type type, std::uint64_t count) {
    node.type_ = type;
    node.count_ = count;
  };
  const auto marker = std::to_integer<unsigned>(list.bytes[at]);
  const unsigned kind = marker >> 4;
  if (marker == 0x00) return is(Type::null, 0), node;
  if (marker == 0x08 || marker == 0x09) return is(Type::boolean, length - 8), node;
  if (kind == 0x1 && length <= 4)
    is(Type::integer, 1U << length);
  else if (marker == 0x22 || marker == 0x23)
    is(Type::real, 1U << length);
  else if (marker == 0x33)
    is(Type::date, 8);
  else if (kind == 0x8 && length <= 7)
    is(Type::uid, length + 1);
  else
    return list.bad(Errc::malformed, "an object of an unknown kind", at);
  if (node.count_ > list.end() - node.at_)
    return list.bad(Errc::malformed, "an object that reaches past the end", at);
  return node;
}

// Objects with a length; each unit of it takes `unit` bytes.
PlistNode PlistNode::sized(Document& list, Type type, std::uint64_t at, std::uint64_t unit) {
  PlistNode node;
  node.list_ = &list;
  node.type_ = type;
  node.at_ = at + 1;
  node.count_ = std::to_integer<unsigned>(list.bytes[at]) & 15;
  if (node.count_ == 15) {
    const auto marker = std::to_integer<unsigned>(list.bytes[at + 1]);
    const unsigned width = 1U << (marker & 15);
    if (marker < 0x10 || marker > 0x13)
      return list.bad(Errc::malformed, "a length that is no number", at);
    node.count_ = list.number(at + 2, width);
    node.at_ = at + 2 + width;
  }
  if (node.at_ > list.end() || node.count_ > (list.end() - node.at_) / unit)
    return list.bad(Errc::malformed, "an object that reaches past the end", at);
  return node;
}

std::optional<bool> PlistNode::boolean() const {
  if (type_ != Type::boolean) return {};
  return count_ != 0;
}

std::optional<std::int64_t> PlistNode::integer() const {
  if (type_ != Type::integer) return {};
  if (count_ <= 8)
    return static_cast<std::int64_t>(list_->number(at_, static_cast<unsigned>(count_)));
  const auto high = static_cast<std::int64_t>(list_->number(at_, 8));
  const auto low = static_cast<std::int64_t>(list_->number(at_ + 8, 8));
  if (high != (low < 0 ? -1 : 0)) return {};
  return low;
}

std::optional<double> PlistNode::real() const {
  if (type_ == Type::integer) {
    if (const auto v = integer()) return static_cast<double>(*v);
    const auto high = static_cast<std::int64_t>(list_->number(at_, 8));
    return static_cast<double>(high) * 0x1p64 + static_cast<double>(list_->number(at_ + 8, 8));
  }
  if (type_ != Type::real) return {};
  if (count_ == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(list_->number(at_, 4)));
  return std::bit_cast<double>(list_->number(at_, 8));
}

std::optional<Time> PlistNode::date() const {
  if (type_ != Type::date) return {};
  return apple_seconds(std::bit_cast<double>(list_->number(at_, 8)));
}

std::optional<std::string_view> PlistNode::text() const {
  if (type_ != Type::string || !list_->spend(count_, at_)) return {};
  if (wide_) return list_->decoded(utf16be(list_->bytes.subspan(at_, 2 * count_)), at_);
  std::string mended;
  const auto raw = as_text(list_->bytes.subspan(at_, count_));
  const auto valid = valid_utf8(raw, mended);
  return valid.data() == raw.data() ? raw : list_->decoded(valid, at_);
}

std::optional<Bytes> PlistNode::data() const {
  if (type_ != Type::data || !list_->spend(count_, at_)) return {};
  return list_->bytes.subspan(at_, count_);
}

std::optional<std::uint64_t> PlistNode::uid() const {
  if (type_ != Type::uid) return {};
  return list_->number(at_, static_cast<unsigned>(count_));
}

PlistNode PlistNode::reference(std::uint64_t i) const {
  return object(*list_, list_->number(at_ + i * list_->ref_size, list_->ref_size));
}

PlistNode PlistNode::at(std::uint64_t i) const {
  if (i >= size()) return {};
  return reference(type_ == Type::dictionary ? count_ + i : i);
}

PlistNode PlistNode::key(std::uint64_t i) const {
  if (type_ != Type::dictionary || i >= count_) return {};
  return reference(i);
}

bool PlistNode::is_text(std::string_view s) const {
  if (type_ != Type::string) return false;
  const Bytes raw = list_->bytes.subspan(at_, wide_ ? 2 * count_ : count_);
  if (!wide_) return as_text(raw) == s;
  return count_ <= s.size() && utf16be(raw) == s;
}

PlistNode PlistNode::find(std::string_view key) const {
  if (type_ != Type::dictionary) return {};
  for (std::uint64_t i = 0; i < count_; ++i)
    if (reference(i).is_text(key)) return at(i);
  return {};
}

bool looks_like_plist(Bytes bytes) {
  return is_binary(bytes) || is_xml(bytes) || is_utf16(bytes);
}

Result<Plist> Plist::parse(Bytes bytes, Arena& arena) {
  std::optional<Error> damage;
  if (!is_binary(bytes)) {
    if (!is_xml(bytes) && !is_utf16(bytes))
      return fail(Errc::malformed, "neither a binary nor an XML property list");
    const RewrittenPlist rewritten = TRY(binary_from_xml(bytes, arena));
    bytes = rewritten.bytes;
    damage = rewritten.damage;
  }
  if (bytes.size() < kMagic + kTrailer)
    return fail(Errc::truncated, "the property list has no end", bytes.size());
  const Bytes trailer = bytes.last(kTrailer);
  const std::uint64_t end = bytes.size() - kTrailer;
  PlistNode::Document list{.bytes = bytes,
                           .arena = &arena,
                           .table = big_endian(trailer.subspan(24), 8),
                           .count = big_endian(trailer.subspan(8), 8),
                           .top = big_endian(trailer.subspan(16), 8),
                           .decoded_left = kDecodedAtLeast + kDecodedTimes * bytes.size(),
                           .steps_left = kStepsAtLeast + kStepsTimes * bytes.size(),
                           .offset_size = std::to_integer<unsigned>(trailer[6]),
                           .ref_size = std::to_integer<unsigned>(trailer[7]),
                           .damage = damage};
  const auto sized = [](unsigned n) { return n >= 1 && n <= 8; };
  if (!sized(list.offset_size) || !sized(list.ref_size) || list.top >= list.count ||
      list.table < kMagic || list.table > end || list.count > (end - list.table) / list.offset_size)
    return fail(Errc::truncated, "the property list does not end in a valid trailer", end);
  return Plist(arena.make(list));
}

PlistNode Plist::root() const {
  return PlistNode::object(*list_, list_->top);
}

std::optional<Error> Plist::damage() const {
  return list_->damage;
}

}  // namespace bridle
