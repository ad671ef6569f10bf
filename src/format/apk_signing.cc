#include "format/apk_signing.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/reader.h"
#include "format/apk_digest.h"
#include "format/apk_layout.h"

namespace bridle {
namespace {

using enum SigningVerdict;

constexpr std::size_t kMostSigners = 10;
constexpr std::size_t kMostIds = 100;

struct Block {
  std::uint32_t id;
  ApkScheme scheme;
};
constexpr std::array<Block, 3> kBlocks = {{{apk_block::kV31, ApkScheme::v31},
                                           {apk_block::kV3, ApkScheme::v3},
                                           {apk_block::kV2, ApkScheme::v2}}};

// Scheme 3 may have several signers, but each Android version finds only one of them.
bool share_a_version(const std::vector<ApkSigner>& signers) {
  for (std::size_t i = 0; i < signers.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (signers[i].min_sdk <= signers[j].max_sdk && signers[j].min_sdk <= signers[i].max_sdk)
        return true;
  return false;
}

Result<ApkSchemeSigning> verify_block(ApkScheme scheme, Bytes value, const ApkBlocks& blocks,
                                      ApkDigests& digests) {
  ApkSchemeSigning out{.scheme = scheme, .verdict = valid, .signers = {}};
  const auto add = [&](SigningVerdict verdict) {
    if (out.verdict == valid) out.verdict = verdict;
  };
  Reader outer(value);
  Reader in(outer.take(outer.u32le()));
  while (!in.at_end() && out.signers.size() < kMostSigners) {
    const Bytes signer = in.take(in.u32le());
    if (in.failed()) break;
    add(TRY(verify_signer(scheme, signer, blocks, digests, out.signers.emplace_back())));
  }
  if (outer.failed() || in.failed()) add(malformed);
  if (!in.at_end()) add(too_many_signers);
  if (out.signers.empty()) add(no_signature);
  if (scheme != ApkScheme::v2 && share_a_version(out.signers)) add(versions_differ);
  return out;
}

void list_blocks(const ApkLayout& layout, ApkSigning& out) {
  for (const auto& pair : layout.pairs) {
    switch (pair.id) {
      case apk_block::kFrosting:
        out.play_frosting = true;
        break;
      case apk_block::kStamp1:
      case apk_block::kStamp2:
        out.source_stamp = true;
        break;
      case apk_block::kDependencies:
        out.dependencies = true;
        break;
      case apk_block::kV2:
      case apk_block::kV3:
      case apk_block::kV31:
      case apk_block::kPadding:
        break;
      default:
        if (out.other_blocks.size() < kMostIds) out.other_blocks.push_back(pair.id);
    }
  }
}

}  // namespace

Result<ApkSigning> apk_signing(const Content& apk, const zip::End& end, const ApkMembers& members,
                               V1Depth depth) {
  const ApkLayout layout = TRY(apk_layout(apk, end));
  ApkDigests digests(apk, layout);
  const ApkBlocks blocks{.v3 = layout.find(apk_block::kV3).has_value(),
                         .v31 = layout.find(apk_block::kV31).has_value()};
  ApkSigning out;
  list_blocks(layout, out);
  for (const auto& [id, scheme] : kBlocks)
    if (const auto value = layout.find(id))
      out.schemes.push_back(TRY(verify_block(scheme, *value, blocks, digests)));
  const NewerSchemes newer{.v2 = layout.find(apk_block::kV2).has_value(), .v3 = blocks.v3};
  auto v1 = TRY(verify_v1(members, newer, out.schemes.empty() ? V1Depth::members : depth));
  if (v1.present)
    out.schemes.push_back(
        {.scheme = ApkScheme::v1, .verdict = v1.verdict, .signers = std::move(v1.signers)});
  return out;
}

}  // namespace bridle
