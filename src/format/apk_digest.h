// The digests of an APK's content that schemes 2 and 3 sign.
//
// Three parts: members, directory, and the end record as if the directory began where the signing
// block does. chunked: each part in chunks of 1 MiB; a chunk's digest is that of a5, u32 size,
// bytes; the digest of all is that of 5a, u32 number of chunks, their digests. tree: the root of a
// hash tree over the three parts one after the other, with a salt of eight zeros, and the u64 size.
// Source: https://source.android.com/docs/security/features/apksigning/v2
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/content.h"
#include "format/apk_layout.h"

namespace bridle {

enum class ApkDigestKind : std::uint8_t { chunked_sha256, chunked_sha512, tree_sha256 };

class ApkDigests {
 public:
  ApkDigests(const Content& apk, const ApkLayout& layout) : apk_(apk), layout_(layout) {}

  // Read once for each kind that is asked for.
  Result<std::string> of(ApkDigestKind kind);

 private:
  Result<void> read(std::uint64_t at, std::span<std::byte> out) const;
  Result<std::string> chunked(ApkDigestKind kind) const;
  Result<std::string> tree() const;
  std::array<std::uint64_t, 3> parts() const;

  const Content& apk_;
  const ApkLayout& layout_;
  std::array<std::optional<std::string>, 3> known_;
};

}  // namespace bridle
