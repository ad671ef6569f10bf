#include "format/resource_strings.h"

#include <algorithm>
#include <string>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::uint32_t kUtf8 = 1 << 8;

// Any number of strings may share one text: reading it for each must not take all memory and time.
constexpr std::uint64_t kDecodedAtLeast = 1 << 20;
constexpr std::uint64_t kDecodedTimes = 16;

// aapt cut lengths of 32,768 bytes and more to 15 bits: the zero is then so much further on.
constexpr std::size_t kCutLength = 0x8000;

}  // namespace

Result<ResourceStrings> ResourceStrings::parse(Bytes chunk, std::uint64_t at, Arena& arena) {
  Reader in(chunk);
  in.u16le();  // type
  const std::uint16_t head = in.u16le();
  in.u32le();  // size
  const std::uint32_t count = in.u32le();
  in.u32le();  // styles
  const std::uint32_t flags = in.u32le();
  const std::uint32_t texts = in.u32le();
  if (in.failed()) return fail(Errc::truncated, "the string pool ends early", at + chunk.size());
  if (count == 0) return ResourceStrings();
  if (head > chunk.size() || count > (chunk.size() - head) / 4)
    return fail(Errc::malformed, "more strings than the pool can hold", at + 8);
  if (texts >= chunk.size()) return fail(Errc::malformed, "texts outside of the pool", at + 20);
  ResourceStrings out;
  out.offsets_ = chunk.subspan(head, std::size_t{count} * 4);
  out.texts_ = chunk.subspan(texts);
  out.texts_at_ = at + texts;
  out.utf8_ = (flags & kUtf8) != 0;
  out.decoded_left_ = kDecodedAtLeast + kDecodedTimes * chunk.size();
  out.known_.resize(count);
  out.asked_.resize(count);
  out.arena_ = &arena;
  return out;
}

std::optional<std::string_view> ResourceStrings::at(std::uint32_t index) {
  if (index >= known_.size()) return {};
  if (!asked_[index]) {
    asked_[index] = true;
    known_[index] = decode(index);
  }
  return known_[index];
}

void ResourceStrings::note(Errc code, const char* what, std::uint64_t offset) {
  if (!damage_) damage_ = Error{code, what, texts_at_ + offset};
}

std::optional<std::string_view> ResourceStrings::decode(std::uint32_t index) {
  const std::uint64_t offset = little_endian(offsets_.subspan(std::size_t{index} * 4), 4);
  const auto raw = utf8_ ? narrow(offset) : wide(offset);
  if (!raw) return note(Errc::malformed, "a text outside of the pool", offset), std::nullopt;
  if (!raw->ends) note(Errc::malformed, "a text that does not end in a zero", offset);
  if (raw->units.size() > decoded_left_)
    return note(Errc::too_large, "the texts share bytes too often", offset), std::nullopt;
  decoded_left_ -= raw->units.size();
  if (!utf8_) return arena_->keep(utf16le(raw->units));
  std::string mended;
  const auto text = as_text(raw->units);
  const auto valid = valid_utf8(text, mended);
  return valid.data() == text.data() ? text : arena_->keep(valid);
}

std::optional<ResourceStrings::Raw> ResourceStrings::narrow(std::uint64_t offset) const {
  Reader in(texts_);
  in.seek(offset);
  const auto length = [&in] {
    const std::size_t first = in.u8();
    return (first & 0x80) == 0 ? first : (first & 0x7f) << 8 | in.u8();
  };
  length();  // in UTF-16 units
  const std::size_t stated = length();
  if (in.failed()) return {};
  const Bytes rest = texts_.subspan(static_cast<std::size_t>(in.pos()));
  for (std::size_t size = stated; size < rest.size(); size += kCutLength)
    if (rest[size] == std::byte{0}) return Raw{.units = rest.first(size), .ends = true};
  return Raw{.units = rest.first(std::min(stated, rest.size()))};
}

std::optional<ResourceStrings::Raw> ResourceStrings::wide(std::uint64_t offset) const {
  Reader in(texts_);
  in.seek(offset);
  std::uint64_t length = in.u16le();
  if ((length & 0x8000) != 0) length = (length & 0x7fff) << 16 | in.u16le();
  const std::uint64_t room = in.left() / 2;
  if (in.failed()) return {};
  const Bytes units = in.take(2 * std::min(length, room));
  return Raw{.units = units, .ends = length < room && in.u16le() == 0};
}

}  // namespace bridle
