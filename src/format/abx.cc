#include "format/abx.h"

#include <array>
#include <bit>
#include <charconv>

#include "base/text.h"
#include "format/modified_utf8.h"

namespace bridle {
namespace {

enum Token : unsigned { kBegin, kEnd, kStartTag, kEndTag, kText, kCdata, kLastSkipped = 10 };
constexpr unsigned kAttribute = 15;
constexpr unsigned kNull = 1, kString = 2, kInterned = 3;
constexpr std::uint16_t kNewName = 0xffff;

// As Java writes numbers: a minus before the digits in base 16, too; 1.0 for a whole float.
template <class T>
std::string digits(T v, int base) {
  std::array<char, 72> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), v, base).ptr;
  return {buffer.data(), end};
}
template <class T>
std::string decimals(T v) {
  std::array<char, 72> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), v).ptr;
  std::string out(buffer.data(), end);
  if (out.find_first_not_of("-0123456789") == std::string::npos) out += ".0";
  return out;
}

}  // namespace

AbxReader::AbxReader(Bytes document, Arena& arena) : in_(document), arena_(arena) {
  (void)in_.take(kMagic.size());
}

Result<std::optional<XmlEvent>> AbxReader::next() {
  while (!ended_) {
    auto event = token();
    if (!event) ended_ = true;
    if (!event || *event) return event;
  }
  return std::nullopt;
}

// One token; nothing for what tells nothing.
Result<std::optional<XmlEvent>> AbxReader::token() {
  const std::uint64_t at = in_.pos();
  const unsigned token = in_.u8();
  TRY(in_.done());
  switch (token & 15) {
    case kBegin:
      return std::nullopt;
    case kEnd:
      ended_ = true;
      if (!open_.empty()) return fail(Errc::malformed, "the document ends inside of elements", at);
      return std::nullopt;
    case kStartTag:
      return TRY(start(at));
    case kEndTag:
      return TRY(end(at));
    default:
      break;
  }
  if ((token & 15) > kLastSkipped) return fail(Errc::malformed, "no token begins here", at);
  const std::string_view said = TRY(value(token >> 4));
  const bool is_text = (token & 15) == kText || (token & 15) == kCdata;
  if (!is_text || trim(said).empty()) return std::nullopt;
  return XmlEvent{.kind = XmlEvent::Kind::text, .at = at, .name = said};
}

Result<XmlEvent> AbxReader::start(std::uint64_t at) {
  const std::string_view element = TRY(name());
  open_.push_back(element);
  attributes_.clear();
  while (!in_.at_end()) {
    const std::uint64_t before = in_.pos();
    const unsigned token = in_.u8();
    if ((token & 15) != kAttribute) {
      in_.seek(before);
      break;
    }
    const std::string_view attribute = TRY(name());
    attributes_.push_back({.name = attribute, .value = TRY(value(token >> 4))});
  }
  // More attributes may have followed: the document itself ends with a token.
  if (in_.at_end()) return fail(Errc::truncated, "the document ends inside a tag", at);
  return XmlEvent{
      .kind = XmlEvent::Kind::start, .at = at, .name = element, .attributes = attributes_};
}

Result<XmlEvent> AbxReader::end(std::uint64_t at) {
  const std::string_view element = TRY(name());
  if (open_.empty() || open_.back() != element)
    return fail(Errc::malformed, "an element ends that did not begin", at);
  open_.pop_back();
  return XmlEvent{.kind = XmlEvent::Kind::end, .at = at, .name = element};
}

Result<std::string_view> AbxReader::name() {
  const std::uint64_t at = in_.pos();
  const std::uint16_t index = in_.u16be();
  if (index == kNewName) names_.push_back(text());
  TRY(in_.done());
  if (index == kNewName) return names_.back();
  if (index >= names_.size()) return fail(Errc::malformed, "a name that was not given", at);
  return names_[index];
}

std::string_view AbxReader::text() {
  const std::string_view stored = as_text(in_.take(in_.u16be()));
  std::string into;
  const std::string_view out = utf8_of_modified(stored, into);
  return out.data() == stored.data() ? stored : keep(into);
}

std::string_view AbxReader::bytes(bool base64) {
  const Bytes all = in_.take(in_.u16be());
  return keep(base64 ? bridle::base64(all) : hex(all));
}

Result<std::string_view> AbxReader::value(unsigned type) {
  const std::uint64_t at = in_.pos();
  if (type == kInterned) return name();
  std::string_view out;
  if (type == kNull) return out;
  if (type == kString) {
    out = text();
  } else if (type == 4 || type == 5) {
    out = bytes(type == 5);
  } else if (type == 6 || type == 7) {
    out = keep(digits(static_cast<std::int32_t>(in_.u32be()), type == 6 ? 10 : 16));
  } else if (type == 8 || type == 9) {
    out = keep(digits(static_cast<std::int64_t>(in_.u64be()), type == 8 ? 10 : 16));
  } else if (type == 10) {
    out = keep(decimals(std::bit_cast<float>(in_.u32be())));
  } else if (type == 11) {
    out = keep(decimals(std::bit_cast<double>(in_.u64be())));
  } else if (type == 12 || type == 13) {
    out = type == 12 ? "true" : "false";
  } else {
    return fail(Errc::malformed, "a sort of value that there is not", at);
  }
  TRY(in_.done());
  return out;
}

}  // namespace bridle
