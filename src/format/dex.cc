#include "format/dex.h"

#include <algorithm>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::uint64_t kHeader = 0x70, kContainerHeader = 0x78;
constexpr int kFirstVersion = 35, kContainer = 41;
constexpr std::uint32_t kLittleEndian = 0x12345678, kBigEndian = 0x78563412;
// A hostile name must not be looked through anew for each method that has it.
constexpr std::size_t kLongestName = 65'535;
constexpr std::size_t kMostFiles = 1000;
constexpr std::uint64_t kTypeSize = 4, kMethodSize = 8, kClassSize = 32;

}  // namespace

Result<Dex> Dex::parse_one(Bytes container, std::uint64_t at) {
  Reader in(container);
  in.seek(at);
  const std::string_view magic = as_text(in.take(8));
  if (in.failed()) return fail(Errc::truncated, "the header of a DEX file ends early", at);
  const auto version = number(magic.substr(4, 3));
  if (!magic.starts_with("dex\n") || magic[7] != '\0' || !version)
    return fail(Errc::malformed, "not a DEX file", at);
  if (*version < kFirstVersion || *version > kContainer)
    return fail(Errc::unsupported, "a DEX version other than 035 to 041", at + 4);
  Dex out;
  out.bytes_ = container;
  out.version_ = static_cast<int>(*version);
  in.take(24);  // checksum, signature
  out.size_ = in.u32le();
  const std::uint32_t header = in.u32le();
  const std::uint32_t order = in.u32le();
  in.take(12);  // link section, map
  for (Table* const table : {&out.strings_, &out.types_, &out.methods_, &out.classes_}) {
    if (table == &out.methods_) in.take(16);  // prototypes, fields
    table->count = in.u32le();
    table->at = in.u32le();
  }
  if (in.failed()) return fail(Errc::truncated, "the header of a DEX file ends early", at);
  if (order == kBigEndian) return fail(Errc::unsupported, "a big-endian DEX file", at + 40);
  const std::uint64_t least = out.version_ == kContainer ? kContainerHeader : kHeader;
  if (order != kLittleEndian || header < least || out.size_ < least)
    return fail(Errc::malformed, "the header of a DEX file is damaged", at + 32);
  const auto fits = [&](const Table& t, std::uint64_t size) {
    return t.count == 0 ||
           (t.at <= container.size() && t.count <= (container.size() - t.at) / size);
  };
  if (!fits(out.strings_, 4) || !fits(out.types_, kTypeSize) || !fits(out.methods_, kMethodSize) ||
      !fits(out.classes_, kClassSize))
    return fail(Errc::truncated, "a table of a DEX file reaches past the end", at + 56);
  return out;
}

Result<std::vector<Dex>> Dex::parse(Bytes bytes) {
  std::vector<Dex> out;
  out.push_back(TRY(parse_one(bytes, 0)));
  std::uint64_t at = out.back().size_;
  while (out.back().version_ == kContainer && at < bytes.size() && out.size() < kMostFiles) {
    // Behind the last one there may be anything.
    if (!as_text(bytes.subspan(at)).starts_with("dex\n041")) break;
    out.push_back(TRY(parse_one(bytes, at)));
    at += out.back().size_;
  }
  return out;
}

std::optional<Dex::Text> Dex::string(std::uint32_t i) const {
  return text_of(i, bytes_.size());
}

std::optional<Dex::Text> Dex::text_of(std::uint32_t i, std::size_t most) const {
  if (i >= strings_.count) return {};
  std::uint64_t at = u32(strings_.at + 4 * std::uint64_t{i});
  for (int length = 0; length < 5; ++length, ++at) {
    if (at >= bytes_.size()) return {};
    if ((bytes_[at] & std::byte{0x80}) != std::byte{0}) continue;
    const std::string_view text = as_text(bytes_.subspan(++at)).substr(0, most);
    const std::size_t end = text.find('\0');
    return Text{.at = at, .text = text.substr(0, end)};
  }
  return {};
}

std::string_view Dex::name(std::uint32_t i) const {
  const auto found = text_of(i, kLongestName);
  return found ? found->text : std::string_view();
}

std::string_view Dex::type(std::uint32_t i) const {
  if (i >= types_.count) return {};
  return name(u32(types_.at + kTypeSize * i));
}

Dex::Method Dex::method(std::uint32_t i) const {
  if (i >= methods_.count) return {};
  const std::uint64_t at = methods_.at + kMethodSize * i;
  return {.type = type(u32(at) & 0xffff), .name = name(u32(at + 4))};
}

Dex::Class Dex::class_definition(std::uint32_t i) const {
  if (i >= classes_.count) return {};
  const std::uint64_t at = classes_.at + kClassSize * i;
  return {
      .name = type(u32(at)), .superclass = type(u32(at + 8)), .source_file = name(u32(at + 16))};
}

}  // namespace bridle
