// One member of a zip archive: where it lies, and its bytes, checked.
#pragma once

#include <cstdint>
#include <vector>

#include "base/content.h"
#include "base/result.h"
#include "base/sha256.h"
#include "format/zip.h"
#include "source/descriptor.h"

namespace bridle {

struct ZipMember {
  zip::Entry entry;
  std::uint64_t data_at = 0;
  bool unchecked = false;  // cut or without a directory: the checksum is not known
};

// All of a small member. All three are Errc::malformed if sizes or checksum are not as stated.
Result<std::vector<std::byte>> whole(const Content& archive, const ZipMember& member);

// The same in a file in memory, and its hash alone: neither holds more than a block of it.
Result<Descriptor> unpacked(const Content& archive, const ZipMember& member);
Result<Digest> digest_of(const Content& archive, const ZipMember& member);

}  // namespace bridle
