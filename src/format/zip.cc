#include "format/zip.h"

#include <algorithm>
#include <cstring>

namespace bridle::zip {
namespace {

constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kLocator64 = 0x07064b50;
constexpr std::string_view kDescriptor = "PK\x07\x08";

// The ZIP64 numbers stand in this order, each only if its 32-bit place is full.
void add_zip64(Bytes field, Entry& entry) {
  Reader in(field);
  for (std::uint64_t* const n : {&entry.size, &entry.packed, &entry.header_at})
    if (*n == 0xffffffff && in.left() >= 8) *n = in.u64le();
}

// Extra fields: id, size, data. Broken ones are left alone: they add nothing that is needed.
void add_extra(Bytes extra, Entry& entry) {
  Reader in(extra);
  while (in.left() >= 4) {
    const std::uint16_t id = in.u16le();
    const Bytes field = in.take(in.u16le());
    if (id == 0x0001) add_zip64(field, entry);
    // «Extended timestamp»: bit 0 says that the first time is that of the last change, in UTC.
    if (id == 0x5455 && field.size() >= 5 && (std::to_integer<unsigned>(field[0]) & 1) != 0)
      entry.mtime_ns = std::int64_t{static_cast<std::int32_t>(little_endian(field.subspan(1), 4))} *
                       1'000'000'000;
  }
}

// ZIP64: a locator of 20 bytes before the end record, and the true end record before it.
std::optional<End> end64(Bytes tail, std::size_t end_at, std::uint64_t tail_at) {
  if (end_at < 20) return {};
  Reader locator(tail.subspan(end_at - 20, 20));
  if (locator.u32le() != kLocator64 || end_at < 20 + 56) return {};
  Reader in(tail.subspan(end_at - 20 - 56, 56));
  if (in.u32le() != kEnd64) return {};
  in.take(20);  // its size, versions, disks
  End out;
  in.take(8);  // entries on this disk
  out.entries = in.u64le();
  out.directory_size = in.u64le();
  const std::uint64_t before = tail_at + end_at - 20 - 56;
  const std::uint64_t stated_at = in.u64le();
  if (out.directory_size > before) return {};
  out.directory_at = before - out.directory_size;
  if (stated_at > out.directory_at) return {};
  out.put_before = out.directory_at - stated_at;
  return out;
}

std::optional<End> end_at(Bytes tail, std::size_t at, std::uint64_t tail_at) {
  Reader in(tail.subspan(at, 22));
  if (in.u32le() != kEnd) return {};
  in.take(6);  // disks, entries on this one
  End out{.entries = in.u16le()};
  out.directory_size = in.u32le();
  const std::uint32_t stated_at = in.u32le();
  if (const auto large = end64(tail, at, tail_at)) return large;
  if (out.directory_size > tail_at + at) return {};
  // The directory ends where this record stands, whatever was put before the archive.
  out.directory_at = tail_at + at - out.directory_size;
  if (stated_at > out.directory_at) return {};
  out.put_before = out.directory_at - stated_at;
  return out;
}

}  // namespace

Result<End> end(Bytes tail, std::uint64_t file_size) {
  const std::uint64_t tail_at = file_size - tail.size();
  // Each picture of a phone is asked for one: a search for its first letter takes a tenth.
  for (std::size_t left = tail.size() < 22 ? 0 : tail.size() - 21; left > 0;) {
    const void* const letter = memrchr(tail.data(), 'P', left);
    if (letter == nullptr) break;
    left = static_cast<std::size_t>(static_cast<const std::byte*>(letter) - tail.data());
    if (const auto found = end_at(tail, left, tail_at)) return *found;
  }
  return fail(Errc::missing, "the archive has no directory at its end", file_size);
}

Result<std::optional<Entry>> next(Reader& in) {
  if (in.at_end()) return std::nullopt;
  const std::uint64_t start = in.pos();
  if (in.u32le() != kCentral) return fail(Errc::malformed, "not an entry of a directory", start);
  in.take(4);  // versions
  Entry out;
  out.flags = in.u16le();
  out.method = Method{in.u16le()};
  in.take(4);  // DOS time
  out.crc = in.u32le();
  out.packed = in.u32le();
  out.size = in.u32le();
  const std::uint16_t name = in.u16le(), extra = in.u16le(), comment = in.u16le();
  in.take(8);  // disk, attributes
  out.header_at = in.u32le();
  out.path = as_text(in.take(name));
  add_extra(in.take(extra), out);
  in.take(comment);
  TRY(in.done());
  return out;
}

Result<Local> local(Bytes bytes) {
  Reader in(bytes);
  if (in.u32le() != kLocal) return fail(Errc::malformed, "not the header of a member");
  in.take(2);  // version
  Local out;
  out.entry.flags = in.u16le();
  out.entry.method = Method{in.u16le()};
  in.take(4);  // DOS time
  out.entry.crc = in.u32le();
  out.entry.packed = in.u32le();
  out.entry.size = in.u32le();
  const std::uint16_t name = in.u16le(), extra = in.u16le();
  out.head = kLocalHead + std::uint64_t{name} + extra;
  out.entry.path = as_text(in.take(name));
  const Bytes fields = in.take(extra);
  TRY(in.done());
  add_extra(fields, out.entry);
  return out;
}

namespace {

struct Descriptor {
  std::uint32_t crc;
  std::uint64_t packed, size;
};

// The wide form of a member below 4 GB begins like a narrow one of size 0: what follows tells.
std::optional<Descriptor> wide_descriptor(Bytes bytes) {
  Reader in(bytes);
  const Descriptor out{.crc = in.u32le(), .packed = in.u64le(), .size = in.u64le()};
  const bool ends = in.left() == 0 || as_text(bytes.subspan(in.pos())).starts_with("PK");
  if (in.failed() || !ends) return {};
  return out;
}

std::optional<Descriptor> narrow_descriptor(Bytes bytes) {
  Reader in(bytes);
  const Descriptor out{.crc = in.u32le(), .packed = in.u32le(), .size = in.u32le()};
  if (in.failed()) return {};
  return out;
}

}  // namespace

bool find_descriptor(Bytes data, Entry& entry) {
  const std::string_view text = as_text(data);
  for (std::size_t at = text.find(kDescriptor); at != std::string_view::npos;
       at = text.find(kDescriptor, at + 1)) {
    for (const auto read : {wide_descriptor, narrow_descriptor}) {
      const auto found = read(data.subspan(at + kDescriptor.size()));
      if (!found || found->packed != at) continue;
      entry.crc = found->crc;
      entry.packed = found->packed;
      entry.size = found->size;
      return true;
    }
  }
  return false;
}

}  // namespace bridle::zip
