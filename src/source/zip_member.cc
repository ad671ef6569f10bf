#include "source/zip_member.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <span>

#include "source/archive_store.h"
#include "source/inflate.h"

namespace bridle {
namespace {

std::uint32_t crc32(std::uint32_t crc, Bytes bytes) {
  return libdeflate_crc32(crc, bytes.data(), bytes.size());
}

Result<void> check(const ZipMember& member, std::uint32_t crc) {
  if (!member.unchecked && crc != member.entry.crc)
    return fail(Errc::malformed, "the member's checksum is wrong", member.data_at);
  return {};
}

// Hands the file's bytes over in pieces and checks them.
template <class Take>
Result<void> pass(const Content& archive, const ZipMember& member, Take take) {
  const zip::Entry& entry = member.entry;
  ContentStream plain(archive, member.data_at, entry.packed);
  InflateStream inflated(archive, member.data_at, entry.packed, Wrap::raw);
  Stream& in = entry.method == zip::Method::stored ? static_cast<Stream&>(plain) : inflated;
  std::vector<std::byte> block(256 << 10);
  std::uint64_t done = 0;
  std::uint32_t crc = 0;
  while (done < entry.size) {
    const auto part = std::span(block).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(block.size(), entry.size - done)));
    const std::size_t got = TRY(in.read(part));
    if (got == 0) return fail(Errc::malformed, "the member is shorter than stated", done);
    crc = crc32(crc, part.first(got));
    TRY(take(part.first(got)));
    done += got;
  }
  return check(member, crc);
}

}  // namespace

Result<std::vector<std::byte>> whole(const Content& archive, const ZipMember& member) {
  const zip::Entry& entry = member.entry;
  std::vector<std::byte> packed(static_cast<std::size_t>(entry.packed));
  TRY(archive.read(member.data_at, packed));
  std::vector<std::byte> out(static_cast<std::size_t>(entry.size));
  if (entry.method == zip::Method::stored) {
    out = std::move(packed);
  } else {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflate(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (libdeflate_deflate_decompress(inflate.get(), packed.data(), packed.size(), out.data(),
                                      out.size(), nullptr) != LIBDEFLATE_SUCCESS)
      return fail(Errc::malformed, "the packed data is damaged", member.data_at);
  }
  TRY(check(member, crc32(0, out)));
  return out;
}

Result<Descriptor> unpacked(const Content& archive, const ZipMember& member) {
  Descriptor into = TRY(memory_file());
  TRY(pass(archive, member, [&](Bytes part) { return append(into, part); }));
  return into;
}

Result<Digest> digest_of(const Content& archive, const ZipMember& member) {
  Sha256 hash;
  TRY(pass(archive, member, [&](Bytes part) { return hash.add(part), Result<void>(); }));
  return hash.finish();
}

}  // namespace bridle
