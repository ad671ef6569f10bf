#include "format/apk_signer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/reader.h"
#include "format/apk_algorithm.h"

namespace bridle {
namespace {

using enum SigningVerdict;

constexpr std::uint32_t kAlsoV3 = 0xbeeff00d, kLineage = 0x3ba06f8c, kAlsoV31 = 0x559f8b02;
constexpr std::size_t kMostCertificates = 100, kMostAlgorithms = 1000;

Bytes sized(Reader& in) {
  return in.take(in.u32le());
}

struct Parts {
  Bytes signed_data, signatures, public_key;
  Bytes digests, certificates, attributes;
  std::uint32_t min_sdk = 0, max_sdk = 0;
  bool same_sdks = true;
};

std::optional<Parts> read_parts(ApkScheme scheme, Bytes signer) {
  const bool has_sdks = scheme != ApkScheme::v2;
  Reader in(signer);
  Parts out;
  out.signed_data = sized(in);
  if (has_sdks) out.min_sdk = in.u32le();
  if (has_sdks) out.max_sdk = in.u32le();
  out.signatures = sized(in);
  out.public_key = sized(in);
  Reader data(out.signed_data);
  out.digests = sized(data);
  out.certificates = sized(data);
  if (has_sdks) out.same_sdks = data.u32le() == out.min_sdk;
  if (has_sdks) out.same_sdks = data.u32le() == out.max_sdk && out.same_sdks;
  out.attributes = sized(data);
  if (in.failed() || data.failed()) return {};
  return out;
}

struct Numbered {
  std::uint32_t algorithm;
  Bytes bytes;
};

// Digests or signatures.
std::optional<std::vector<Numbered>> read_numbered(Bytes sequence) {
  std::vector<Numbered> out;
  Reader in(sequence);
  while (!in.at_end() && out.size() < kMostAlgorithms) {
    Reader one(sized(in));
    out.push_back({.algorithm = one.u32le(), .bytes = sized(one)});
    if (one.failed()) return {};
  }
  if (!in.at_end() || in.failed()) return {};
  return out;
}

std::optional<ApkAlgorithm> strongest(const std::vector<Numbered>& signatures) {
  std::optional<ApkAlgorithm> out;
  for (const Numbered& one : signatures) {
    const auto known = apk_algorithm(one.algorithm);
    if (known && (!out || is_stronger(known->digest, out->digest))) out = known;
  }
  return out;
}

SigningVerdict read_certificates(const Parts& parts, ApkSigner& out) {
  Reader in(parts.certificates);
  while (!in.at_end() && out.certificates.size() < kMostCertificates) {
    auto one = certificate(sized(in));
    if (!one) return malformed;
    out.certificates.push_back(std::move(*one));
  }
  if (in.failed() || !in.at_end()) return malformed;
  return out.certificates.empty() ? no_certificate : valid;
}

// Each certificate vouches for the next.
SigningVerdict verify_lineage(Bytes bytes, ApkSigner& out) {
  Reader in(bytes);
  in.u32le();  // version
  std::uint32_t by = 0;
  while (!in.at_end() && out.lineage.size() < kMostCertificates) {
    Reader level(sized(in));
    const Bytes signed_data = sized(level);
    level.u32le();  // capabilities
    const std::uint32_t next = level.u32le();
    const Bytes signature = sized(level);
    Reader data(signed_data);
    auto one = certificate(sized(data));
    const std::uint32_t stated = data.u32le();
    if (level.failed() || data.failed() || !one) return broken_lineage;
    if (!out.lineage.empty()) {
      const auto known = apk_algorithm(by);
      if (stated != by || !known ||
          !verifies(*known, as_bytes(out.lineage.back().public_key), signed_data, signature))
        return broken_lineage;
    }
    for (const Certificate& before : out.lineage)
      if (before.bytes == one->bytes) return broken_lineage;
    out.lineage.push_back(std::move(*one));
    by = next;
  }
  const bool ends_in_signer = !in.failed() && in.at_end() && !out.lineage.empty() &&
                              out.lineage.back().bytes == out.certificates.front().bytes;
  return ends_in_signer ? valid : broken_lineage;
}

SigningVerdict check_attributes(ApkScheme scheme, Bytes attributes, const ApkBlocks& blocks,
                                ApkSigner& out) {
  Reader in(attributes);
  while (!in.at_end()) {
    Reader one(sized(in));
    const std::uint32_t id = one.u32le();
    const Bytes value = one.take(one.left());
    if (in.failed() || one.failed()) return malformed;
    if (scheme == ApkScheme::v2) {
      const bool also_v3 = id == kAlsoV3 && value.size() >= 4 && little_endian(value, 4) == 3;
      if (also_v3 && !blocks.v3) return stripped;
      continue;
    }
    if (id == kAlsoV31 && scheme == ApkScheme::v3 && !blocks.v31) return stripped;
    if (id != kLineage || !out.lineage.empty()) continue;
    if (const auto verdict = verify_lineage(value, out); verdict != valid) return verdict;
  }
  return valid;
}

SigningVerdict verify_signature(const Parts& parts, ApkSigner& out) {
  const auto signatures = read_numbered(parts.signatures);
  const auto digests = read_numbered(parts.digests);
  if (!signatures || !digests) return malformed;
  if (signatures->empty()) return no_signature;
  const auto best = strongest(*signatures);
  if (!best) return unsupported;
  out.algorithm = best->number;
  const auto signature = std::ranges::find(*signatures, best->number, &Numbered::algorithm);
  if (!verifies(*best, parts.public_key, parts.signed_data, signature->bytes))
    return does_not_verify;
  if (!std::ranges::equal(*signatures, *digests, {}, &Numbered::algorithm, &Numbered::algorithm))
    return algorithms_differ;
  return valid;
}

}  // namespace

Result<SigningVerdict> verify_signer(ApkScheme scheme, Bytes signer, const ApkBlocks& blocks,
                                     ApkDigests& digests, ApkSigner& out) {
  const auto parts = read_parts(scheme, signer);
  if (!parts) return malformed;
  out.min_sdk = parts->min_sdk;
  out.max_sdk = parts->max_sdk;
  // Certificates are wanted of what does not verify too.
  const auto certificates = read_certificates(*parts, out);
  if (const auto verdict = verify_signature(*parts, out); verdict != valid) return verdict;
  if (certificates != valid) return certificates;
  if (out.certificates.front().public_key != as_text(parts->public_key)) return key_mismatch;
  if (!parts->same_sdks) return versions_differ;
  const auto attributes = check_attributes(scheme, parts->attributes, blocks, out);
  if (attributes != valid) return attributes;
  const auto stated = read_numbered(parts->digests);
  const auto best = apk_algorithm(out.algorithm);
  for (const Numbered& digest : *stated) {
    const auto known = apk_algorithm(digest.algorithm);
    if (!known || known->digest != best->digest) continue;
    out.digest = as_text(digest.bytes);
    if (out.digest != TRY(digests.of(best->digest))) return wrong_digest;
  }
  return valid;
}

std::string_view word(SigningVerdict verdict) {
  constexpr std::array<std::string_view, 16> kWords = {
      "valid",          "unchecked",       "wrong digest",      "does not verify", "stripped",
      "no signature",   "unsupported",     "algorithms differ", "no certificate",  "key mismatch",
      "broken lineage", "versions differ", "too many signers",  "unsigned member", "missing member",
      "malformed"};
  return kWords[static_cast<std::size_t>(verdict)];
}

}  // namespace bridle
