// For tests: an APK in memory with its members.
#pragma once

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/content.h"
#include "base/reader.h"
#include "format/apk_v1.h"
#include "format/zip.h"

namespace bridle {

struct ApkReader {
  std::string bytes;
  zip::End end;
  std::vector<zip::Entry> entries;

  // An empty one if the archive has no end.
  static Result<ApkReader> open(std::string bytes) {
    ApkReader out{.bytes = std::move(bytes), .end = {}, .entries = {}};
    const Bytes all = as_bytes(out.bytes);
    out.end = TRY(zip::end(all.last(std::min(all.size(), zip::kTail)), all.size()));
    Reader directory(all.subspan(out.end.directory_at, out.end.directory_size));
    for (auto entry = zip::next(directory); entry && *entry; entry = zip::next(directory))
      out.entries.push_back(std::move(**entry));
    return out;
  }

  Result<void> read(const zip::Entry& member, const std::function<void(Bytes)>& sink) const {
    const Bytes all = as_bytes(bytes);
    if (member.header_at > all.size()) return fail(Errc::truncated, "a member behind the end");
    const auto local = TRY(zip::local(all.subspan(member.header_at)));
    const std::uint64_t at = member.header_at + local.head;
    if (at > all.size() || member.packed > all.size() - at || member.size > (64 << 20))
      return fail(Errc::truncated, "a member that reaches past the end");
    const Bytes packed = all.subspan(at, member.packed);
    if (member.method == zip::Method::stored) return sink(packed), Result<void>();
    std::string out(member.size, '\0');
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflate(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    if (libdeflate_deflate_decompress(inflate.get(), packed.data(), packed.size(), out.data(),
                                      out.size(), nullptr) != LIBDEFLATE_SUCCESS)
      return fail(Errc::malformed, "the packed data is damaged");
    return sink(as_bytes(out)), Result<void>();
  }

  // Empty if it is not there or cannot be read.
  std::string member(std::string_view path) const {
    std::string out;
    const auto found = std::ranges::find(entries, path, &zip::Entry::path);
    if (found == entries.end() || !read(*found, [&](Bytes part) { out += as_text(part); }))
      return {};
    return out;
  }

  ApkMembers members() const {
    return {.entries = entries,
            .read = [this](const zip::Entry& member, const std::function<void(Bytes)>& sink) {
              return read(member, sink);
            }};
  }
};

}  // namespace bridle
