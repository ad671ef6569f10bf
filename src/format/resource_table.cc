#include "format/resource_table.h"

#include <algorithm>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::uint16_t kTable = 0x0002, kStrings = 0x0001, kPackage = 0x0200, kType = 0x0201;
constexpr std::uint64_t kHead = 8;
constexpr std::uint64_t kPackageFields = 276;  // up to the offset of the entries' names
constexpr std::uint64_t kConfiguration = 20;   // in the header of a type
constexpr std::uint8_t kSparse = 1, kShort = 2;
constexpr std::uint16_t kBag = 1, kCompact = 8;
constexpr int kMostReferences = 20;

struct Chunk {
  std::uint16_t type = 0;
  std::uint16_t head = 0;
  Bytes all;
};

// The chunk at `pos` of these bytes, which stand at `at` in the file.
Result<Chunk> chunk_at(Bytes bytes, std::uint64_t pos, std::uint64_t at) {
  Reader in(bytes);
  in.seek(pos);
  Chunk out{.type = in.u16le(), .head = in.u16le(), .all = {}};
  const std::uint32_t size = in.u32le();
  if (in.failed()) return fail(Errc::truncated, "a chunk that ends early", at + pos);
  if (out.head < kHead || out.head > size)
    return fail(Errc::malformed, "a chunk whose header has a wrong size", at + pos + 2);
  if (size > bytes.size() - pos)
    return fail(Errc::truncated, "a chunk that reaches past the end", at + pos + 4);
  out.all = bytes.subspan(static_cast<std::size_t>(pos), size);
  return out;
}

bool all_zero(Bytes bytes) {
  return std::ranges::all_of(bytes, [](std::byte b) { return b == std::byte{0}; });
}

}  // namespace

Result<ResourceTable> ResourceTable::parse(Bytes bytes, Arena& arena) {
  Reader in(bytes);
  const std::uint16_t type = in.u16le(), head = in.u16le();
  if (in.failed() || type != kTable || head < kHead)
    return fail(Errc::malformed, "not a table of resources");
  ResourceTable out;
  bool strings = false;
  for (std::uint64_t pos = head; pos < bytes.size();) {
    const auto chunk = chunk_at(bytes, pos, 0);
    Result<void> done;
    if (!chunk) {
      done = std::unexpected(chunk.error());
    } else if (chunk->type == kStrings && !strings) {
      out.strings_ = TRY(ResourceStrings::parse(chunk->all, pos, arena));
      strings = true;
    } else if (chunk->type == kPackage) {
      done = out.read_package(chunk->all, pos, arena);
    }
    if (!done && !out.damage_) out.damage_ = done.error();
    if (!chunk) break;
    pos += chunk->all.size();
  }
  return out;
}

Result<void> ResourceTable::read_package(Bytes chunk, std::uint64_t at, Arena& arena) {
  Reader in(chunk);
  in.u16le();
  const std::uint16_t head = in.u16le();
  in.u32le();
  Package package{.id = in.u32le()};
  in.take(256);  // name
  const std::uint32_t types = in.u32le();
  in.u32le();
  const std::uint32_t keys = in.u32le();
  in.u32le();
  if (head >= kPackageFields + kHead + 4) package.added = in.u32le();
  if (in.failed()) return fail(Errc::truncated, "a package that ends early", at);
  for (auto [offset, pool] : {std::pair(types, &package.types), std::pair(keys, &package.keys)})
    if (const auto names = chunk_at(chunk, offset, at); names && names->type == kStrings)
      *pool = TRY(ResourceStrings::parse(names->all, at + offset, arena));
  packages_.push_back(std::move(package));
  for (std::uint64_t pos = head; pos < chunk.size();) {
    const Chunk part = TRY(chunk_at(chunk, pos, at));
    if (part.type == kType) TRY(read_type(part.all, at + pos));
    pos += part.all.size();
  }
  return {};
}

Result<void> ResourceTable::read_type(Bytes chunk, std::uint64_t at) {
  Reader in(chunk);
  in.u16le();
  const std::uint16_t head = in.u16le();
  in.u32le();
  const Package& package = packages_.back();
  Type out{.package = static_cast<std::uint32_t>(packages_.size() - 1)};
  out.id = package.id << 8 | ((in.u8() + package.added) & 0xff);
  out.flags = in.u8();
  in.u16le();
  out.count = in.u32le();
  const std::uint32_t entries = in.u32le();
  const std::uint32_t size = in.u32le();
  if (in.failed() || size < 4 || head < kConfiguration || size > head - kConfiguration)
    return fail(Errc::malformed, "a type whose configuration has a wrong size", at);
  out.is_default = all_zero(in.take(size - 4));
  const std::uint64_t each = (out.flags & (kShort | kSparse)) == kShort ? 2 : 4;
  if (out.count > (chunk.size() - head) / each || entries > chunk.size())
    return fail(Errc::malformed, "more entries than the type can hold", at + 12);
  out.offsets = chunk.subspan(head, static_cast<std::size_t>(out.count * each));
  out.entries = chunk.subspan(entries);
  types_.push_back(out);
  return {};
}

std::optional<std::uint64_t> ResourceTable::offset(const Type& type, std::uint32_t entry) {
  const auto at = [&](std::size_t pos, std::size_t bytes) {
    return little_endian(type.offsets.subspan(pos), bytes);
  };
  if ((type.flags & kSparse) != 0) {
    for (std::size_t i = 0; i < type.count; ++i)
      if (at(4 * i, 2) == entry) return 4 * at(4 * i + 2, 2);
    return {};
  }
  if (entry >= type.count) return {};
  const bool is_short = (type.flags & kShort) != 0;
  const std::uint64_t stated =
      is_short ? at(std::size_t{entry} * 2, 2) : at(std::size_t{entry} * 4, 4);
  if (stated == (is_short ? 0xffff : 0xffffffff)) return {};
  return is_short ? 4 * stated : stated;
}

std::optional<ResourceTable::Entry> ResourceTable::read_entry(const Type& type,
                                                              std::uint64_t offset) {
  Reader in(type.entries);
  in.seek(offset);
  const std::uint16_t size = in.u16le(), flags = in.u16le();
  Entry out{.type = &type, .key = in.u32le(), .value = {}};
  ResourceValue value;
  if ((flags & kCompact) !=
      0) {  // the name stands where the size else does, the data where the name
    value.type = ResourceType{static_cast<std::uint8_t>(flags >> 8)};
    value.data = out.key;
    out.key = size;
  } else if ((flags & kBag) == 0) {
    in.seek(offset + size);
    in.take(3);
    value.type = ResourceType{in.u8()};
    value.data = in.u32le();
  }
  if (in.failed()) return {};
  if ((flags & (kCompact | kBag)) != kBag) out.value = value;
  return out;
}

std::optional<ResourceTable::Entry> ResourceTable::entry(std::uint32_t id) const {
  std::optional<Entry> out;
  for (const Type& type : types_) {
    if (type.id != id >> 16 || (out && !type.is_default)) continue;
    const auto at = offset(type, id & 0xffff);
    const auto found = at ? read_entry(type, *at) : std::nullopt;
    if (!found) continue;
    out = found;
    if (type.is_default) break;
  }
  return out;
}

std::optional<ResourceValue> ResourceTable::find(std::uint32_t id) {
  for (int i = 0; i < kMostReferences; ++i) {
    const auto found = entry(id);
    if (!found || !found->value) return {};
    ResourceValue out = *found->value;
    if (out.type == ResourceType::string) out.string = strings_.at(out.data);
    if (out.type != ResourceType::reference && out.type != ResourceType::dynamic_reference)
      return out;
    id = out.data;
  }
  return {};
}

std::optional<std::string_view> ResourceTable::text(std::uint32_t id) {
  const auto found = find(id);
  return found ? found->string : std::nullopt;
}

std::optional<bool> ResourceTable::boolean(std::uint32_t id) {
  const auto found = find(id);
  if (!found || found->type < ResourceType::decimal || found->type > ResourceType::last_number)
    return {};
  return found->data != 0;
}

std::string ResourceTable::name(std::uint32_t id) {
  const auto found = entry(id);
  if (!found) return {};
  Package& package = packages_[found->type->package];
  const std::uint32_t type = ((found->type->id & 0xff) - package.added) & 0xff;
  return std::string(package.types.at(type - 1).value_or("?")) + "/" +
         std::string(package.keys.at(found->key).value_or("?"));
}

}  // namespace bridle
