// How an Android app is signed: every scheme that is there, verified as Android does, and who
// signed.
//
// Schemes 2, 3 and 3.1 stand in the APK Signing Block (apk_layout.h, apk_signer.h), 1 in META-INF
// (apk_v1.h), 4 in a file of its own (apk_idsig.h). Android goes by the newest one that it finds
// and never falls back to an older one if that is wrong.
#pragma once

#include <cstdint>
#include <vector>

#include "base/content.h"
#include "base/result.h"
#include "format/apk_signer.h"
#include "format/apk_v1.h"
#include "format/zip.h"

namespace bridle {

struct ApkSchemeSigning {
  ApkScheme scheme;
  SigningVerdict verdict;
  std::vector<ApkSigner> signers;
};

struct ApkSigning {
  std::vector<ApkSchemeSigning> schemes;  // those that are there, newest first
  bool play_frosting = false;             // it went through Google Play
  bool source_stamp = false;
  bool dependencies = false;                // encrypted list of libraries, as Gradle adds for Play
  std::vector<std::uint32_t> other_blocks;  // ids that no Android version knows

  // The one that Android 13 and later go by; null if it is not signed.
  const ApkSchemeSigning* decisive() const { return schemes.empty() ? nullptr : &schemes.front(); }
};

// The members are looked at for scheme 1 alone. Their digests are compared if it decides, or always
// with V1Depth::members; else a good signature leaves it unchecked. Errc::malformed if the archive
// has no proper end, other errors if it cannot be read.
Result<ApkSigning> apk_signing(const Content& apk, const zip::End& end, const ApkMembers& members,
                               V1Depth depth);

}  // namespace bridle
