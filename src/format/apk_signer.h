// One signer of an APK in scheme 2, 3 or 3.1, and the words for what verifying gives.
//
// All fields are u32 size and bytes, and so is each element of a sequence.
//   signer: signed data, [v3: u32 lowest and u32 highest SDK], signatures, public key
//   signed data: digests, certificates, [v3: the two SDKs again], attributes
//   digest, signature: u32 algorithm, bytes        attribute: u32 id, value to its end
// Attributes: beeff00d in v2: «also signed with scheme 3»; 3ba06f8c in v3: the lineage; 559f8b02 in
// v3: «also signed with 3.1, for this SDK and later». The lineage: u32 version (1), then per
// certificate: signed data { certificate, u32 algorithm }, u32 capabilities of it, u32 algorithm of
// the next signature, signature by the certificate before. Source:
// https://source.android.com/docs/security/features/apksigning/v3
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "format/apk_digest.h"
#include "format/certificate.h"

namespace bridle {

enum class SigningVerdict : std::uint8_t {
  valid,
  unchecked,        // nobody asked for it
  wrong_digest,     // the content is another than the one that was signed
  does_not_verify,  // the signature is not that of the key
  stripped,         // a newer signature that was there is gone
  no_signature,
  unsupported,  // no signature of a kind that Android knows
  algorithms_differ,
  no_certificate,
  key_mismatch,  // the certificate is for another key
  broken_lineage,
  versions_differ,  // two statements of the SDKs, or two signers for the same
  too_many_signers,
  unsigned_member,  // v1: a file without a digest, or not signed by all
  missing_member,   // v1: a signed file that is not there
  malformed
};
std::string_view word(SigningVerdict verdict);

struct ApkSigner {
  std::vector<Certificate> certificates;   // the first is the signer's
  std::vector<Certificate> lineage;        // oldest first; the last one is the signer's
  std::uint32_t min_sdk = 0, max_sdk = 0;  // v3
  std::uint32_t algorithm = 0;             // that was verified
  std::string digest;                      // of the content, as stated for that algorithm
};

enum class ApkScheme : std::uint8_t { v1 = 1, v2 = 2, v3 = 3, v31 = 31 };

// What other blocks there are, against stripping.
struct ApkBlocks {
  bool v3 = false, v31 = false;
};

// Fills `out` as far as it can be read. An error only if the file cannot be read.
Result<SigningVerdict> verify_signer(ApkScheme scheme, Bytes signer, const ApkBlocks& blocks,
                                     ApkDigests& digests, ApkSigner& out);

}  // namespace bridle
