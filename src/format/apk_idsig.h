// Scheme 4: a file of its own beside an APK, app.apk.idsig, which `adb install --incremental`
// needs.
//
//   u32 version (2), hashing, signing, [hash tree]; each of the three is u32 size and bytes
//   hashing: u32 algorithm (1 = SHA-256), u8 log2 of the page (12), salt, root of the tree
//   (merkle.h) signing: digest of the APK as in scheme 3 or 2, certificate, additional data, public
//   key,
//            u32 algorithm, signature; then { u32 id, size and bytes } of others, for scheme 3.1
// What is signed: u32 size of all this, u64 size of the APK, the fields of hashing, digest,
// certificate, additional data.
// Source: https://source.android.com/docs/security/features/apksigning/v4 and AOSP's
// V4Signature.java
#pragma once

#include <cstdint>
#include <string>

#include "base/bytes.h"
#include "base/content.h"
#include "base/result.h"
#include "format/apk_signer.h"
#include "format/certificate.h"

namespace bridle {

struct ApkIdsig {
  std::uint32_t version = 0;
  std::uint32_t hash_algorithm = 0;
  std::uint8_t page_log2 = 0;
  Bytes salt, root;
  Bytes apk_digest;  // ApkSigner::digest of the APK's scheme 3 or 2, if they belong together
  Bytes certificate, additional, public_key;
  std::uint32_t algorithm = 0;
  Bytes signature;
};

// Views into the bytes.
Result<ApkIdsig> apk_idsig(Bytes bytes);

// Whether the signature is right and the APK has this root. An error if the APK cannot be read.
Result<SigningVerdict> verify_idsig(const ApkIdsig& idsig, const Content& apk);

}  // namespace bridle
