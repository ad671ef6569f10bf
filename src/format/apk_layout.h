// Where an APK's parts lie: members, the APK Signing Block, the directory, its end.
//
//   members · block · directory · end record · comment
// The block: u64 size of all that follows, pairs { u64 size, u32 id, value }, u64 the same size,
// "APK Sig Block 42". Android looks at it only where the directory begins that the end record
// states. Source: https://source.android.com/docs/security/features/apksigning/v2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/content.h"
#include "base/result.h"
#include "format/zip.h"

namespace bridle {

namespace apk_block {
constexpr std::uint32_t kV2 = 0x7109871a, kV3 = 0xf05368c0, kV31 = 0x1b93ad61;
constexpr std::uint32_t kStamp1 = 0x2b09189e, kStamp2 = 0x6dff800d;
constexpr std::uint32_t kDependencies = 0x504b4453, kPadding = 0x42726577, kFrosting = 0x2146444e;
}  // namespace apk_block

struct ApkLayout {
  std::uint64_t members_end = 0;  // where the block begins, or the directory if there is none
  std::uint64_t directory_at = 0, end_at = 0, size = 0;

  struct Pair {
    std::uint32_t id;
    Bytes value;
  };
  std::vector<std::byte> block;  // all of it; empty if there is none
  std::vector<Pair> pairs;       // views into it, in their order

  ApkLayout() = default;
  ApkLayout(ApkLayout&&) = default;
  ApkLayout& operator=(ApkLayout&&) = default;

  // The value of the first pair of this id.
  std::optional<Bytes> find(std::uint32_t id) const;
};

// `end` is that of zip::end(). A block that Android would not find is none. Errc::malformed if the
// directory is not followed by an end record that reaches to the end of the file.
Result<ApkLayout> apk_layout(const Content& apk, const zip::End& end);

}  // namespace bridle
