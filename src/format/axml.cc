#include "format/axml.h"

#include <algorithm>

#include "base/reader.h"
#include "base/text.h"
#include "format/android_attributes.h"

namespace bridle {
namespace {

constexpr std::uint16_t kDocument = 0x0003, kStrings = 0x0001, kIds = 0x0180;
constexpr std::uint16_t kFirstNode = 0x0100, kLastNode = 0x017f;
constexpr std::uint16_t kStart = 0x0102, kEnd = 0x0103, kText = 0x0104, kNamespaceEnd = 0x0101;
constexpr std::uint64_t kChunkHead = 8, kNodeHead = 16;
constexpr std::size_t kAttribute = 20;

bool is_node(std::uint16_t type) {
  return type >= kFirstNode && type <= kLastNode;
}

}  // namespace

std::string_view AxmlAttribute::known_name() const {
  const auto known = android_attribute_name(id);
  return known.empty() ? name : known;
}

std::optional<std::uint32_t> AxmlAttribute::reference() const {
  if (type != ResourceType::reference && type != ResourceType::dynamic_reference) return {};
  return data;
}

std::optional<std::int64_t> AxmlAttribute::integer() const {
  if (type >= ResourceType::decimal && type <= ResourceType::last_number)
    return static_cast<std::int32_t>(data);
  if (!string) return {};
  return number(trim(*string));
}

std::optional<bool> AxmlAttribute::boolean() const {
  if (type >= ResourceType::decimal && type <= ResourceType::last_number) return data != 0;
  if (!string) return {};
  if (*string == "true" || *string == "TRUE" || *string == "1") return true;
  return false;
}

const AxmlAttribute* AxmlEvent::find(std::uint32_t id) const {
  const auto found = std::ranges::find(attributes, id, &AxmlAttribute::id);
  return found == attributes.end() ? nullptr : &*found;
}

const AxmlAttribute* AxmlEvent::find(std::string_view bare_name) const {
  const auto found = std::ranges::find_if(attributes, [&](const AxmlAttribute& a) {
    return a.name == bare_name && (a.name_space.empty() || a.id == 0);
  });
  return found == attributes.end() ? nullptr : &*found;
}

bool looks_like_axml(Bytes bytes) {
  Reader in(bytes);
  const std::uint16_t type = in.u16le(), head = in.u16le();
  in.seek(head);
  const std::uint16_t first = in.u16le();
  if (in.failed() || head < kChunkHead) return false;
  return type == kDocument || first == kStrings;
}

Result<Axml> Axml::parse(Bytes bytes, Arena& arena) {
  Reader in(bytes);
  const std::uint16_t type = in.u16le(), head = in.u16le();
  const std::uint32_t size = in.u32le();
  TRY(in.done());
  if (!looks_like_axml(bytes)) return fail(Errc::malformed, "not Android's binary XML");
  Axml out;
  out.bytes_ = bytes;
  out.arena_ = &arena;
  if (type != kDocument) out.note("the type of the document is overwritten", 0);
  if (size > bytes.size()) out.note("the document states more bytes than there are", 4);
  if (size < bytes.size() && size >= head) out.bytes_ = bytes.first(size);
  if (size < head) out.note("the document states fewer bytes than its header has", 4);
  out.pos_ = head;
  TRY(out.begin());
  return out;
}

Result<Axml::Chunk> Axml::chunk() const {
  Reader in(bytes_);
  in.seek(pos_);
  Chunk out{.type = in.u16le(), .at = pos_, .head = {}, .body = {}};
  const std::uint16_t head = in.u16le();
  const std::uint32_t size = in.u32le();
  TRY(in.done());
  const std::uint64_t least = is_node(out.type) ? kNodeHead : kChunkHead;
  if (head < least || head > size)
    return fail(Errc::malformed, "a chunk whose header has a wrong size", pos_ + 2);
  if (size > bytes_.size() - pos_)
    return fail(Errc::truncated, "a chunk that reaches past the end", pos_ + 4);
  const Bytes all = bytes_.subspan(static_cast<std::size_t>(pos_), size);
  out.head = all.first(head);
  out.body = all.subspan(head);
  return out;
}

// String pool and resource map stand before the first node; other chunks there are passed over.
Result<void> Axml::begin() {
  bool strings = false;
  while (bytes_.size() - pos_ >= kChunkHead) {
    const Chunk next = TRY(chunk());
    if (is_node(next.type)) break;
    const std::size_t size = next.head.size() + next.body.size();
    if (next.type == kStrings) {
      const Bytes pool = bytes_.subspan(static_cast<std::size_t>(pos_), size);
      strings_ = TRY(ResourceStrings::parse(pool, pos_, *arena_));
      strings = true;
    } else if (next.type == kIds) {
      ids_ = next.body;
    } else {
      note("a chunk of an unknown kind", pos_);
    }
    pos_ += size;
  }
  if (!strings) return fail(Errc::malformed, "no string pool stands before the elements", pos_);
  return {};
}

Result<std::optional<AxmlEvent>> Axml::next() {
  while (bytes_.size() - pos_ >= kChunkHead) {
    const Chunk next = TRY(chunk());
    pos_ += next.head.size() + next.body.size();
    if (!is_node(next.type)) {
      note("a chunk of an unknown kind", next.at);
      continue;
    }
    const auto line = static_cast<std::uint32_t>(little_endian(next.head.subspan(8), 4));
    if (next.type == kStart) return TRY(start(next, line));
    if (next.type != kEnd && next.type != kText) {
      if (next.type > kNamespaceEnd) note("a node of an unknown kind", next.at);
      continue;
    }
    Reader in(next.body);
    const std::string_view first = text(in.u32le());
    if (in.failed()) return fail(Errc::malformed, "a node without content", next.at);
    if (next.type == kText)
      return AxmlEvent{.kind = AxmlEvent::Kind::text, .name = first, .line = line, .at = next.at};
    return AxmlEvent{.kind = AxmlEvent::Kind::end,
                     .name_space = first,
                     .name = text(in.u32le()),
                     .line = line,
                     .at = next.at};
  }
  return std::nullopt;
}

Result<AxmlEvent> Axml::start(const Chunk& chunk, std::uint32_t line) {
  Reader in(chunk.body);
  AxmlEvent out{.kind = AxmlEvent::Kind::start, .line = line, .at = chunk.at};
  out.name_space = text(in.u32le());
  out.name = text(in.u32le());
  in.take(kAttribute - 8);
  if (in.failed()) return fail(Errc::malformed, "an element without content", chunk.at);
  const std::uint64_t at = chunk.at + chunk.head.size();
  attributes_.clear();
  const std::size_t begin = little_endian(chunk.body.subspan(8), 2);
  const std::size_t size = little_endian(chunk.body.subspan(10), 2);
  const std::size_t count = little_endian(chunk.body.subspan(12), 2);
  if (begin + size * count > chunk.body.size())
    return fail(Errc::malformed, "attributes that reach past their element", at + 8);
  if (count != 0 && size != kAttribute) note("attributes of another size than 20", at + 10);
  // Of attributes that overlap, no more are read than could stand side by side.
  const std::size_t most = (chunk.body.size() - begin) / std::max(size, kAttribute);
  if (count > most) note("attributes that overlap", at + 10);
  for (std::size_t i = 0; i < std::min(count, most); ++i)
    read_attribute(chunk.body.subspan(begin + i * size, kAttribute), at + begin + i * size);
  out.attributes = attributes_;
  return out;
}

void Axml::read_attribute(Bytes body, std::uint64_t at) {
  Reader in(body);
  AxmlAttribute out;
  out.name_space = text(in.u32le());
  const std::uint32_t name = in.u32le();
  out.name = text(name);
  if (name < ids_.size() / 4)
    out.id = static_cast<std::uint32_t>(little_endian(ids_.subspan(std::size_t{name} * 4), 4));
  out.written = strings_.at(in.u32le());
  in.take(3);  // size, zero
  out.type = ResourceType{in.u8()};
  out.data = in.u32le();
  if (out.type == ResourceType::string) {
    out.string = strings_.at(out.data);
    if (!out.string) note("an attribute whose text does not exist", at + 16);
  }
  attributes_.push_back(out);
}

std::string_view Axml::text(std::uint32_t index) {
  return strings_.at(index).value_or(std::string_view());
}

void Axml::note(const char* what, std::uint64_t at) {
  const auto same = [&](const Error& e) { return std::string_view(e.what) == what; };
  if (std::ranges::none_of(oddities_, same)) oddities_.push_back({Errc::malformed, what, at});
}

std::vector<Error> Axml::oddities() const {
  auto out = oddities_;
  if (strings_.damage()) out.push_back(*strings_.damage());
  return out;
}

}  // namespace bridle
