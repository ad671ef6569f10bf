// The first scheme of app signing (JAR signing), verified as Android 7 and later do: META-INF/*.SF
// signs the digests of MANIFEST.MF, which holds the digests of all members outside of META-INF.
// Source: https://docs.oracle.com/javase/8/docs/technotes/guides/jar/jar.html and AOSP's
// android.util.jar.StrictJarVerifier
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "format/apk_signer.h"
#include "format/zip.h"

namespace bridle {

// Hands the bytes of a member over in pieces. Android takes every method but `stored` for deflate.
using ReadMember =
    std::function<Result<void>(const zip::Entry& member, const std::function<void(Bytes)>& sink)>;

struct ApkMembers {
  std::span<const zip::Entry> entries;  // of the directory
  ReadMember read;
};

// Whether the digests of all members are compared, which means to inflate them.
enum class V1Depth : std::uint8_t { signatures, members };

struct V1Signing {
  bool present = false;
  SigningVerdict verdict = SigningVerdict::unchecked;
  std::vector<ApkSigner> signers;
};

// Other schemes that are there, against stripping.
struct NewerSchemes {
  bool v2 = false, v3 = false;
};

// An error if META-INF cannot be read. A member that cannot be is malformed.
Result<V1Signing> verify_v1(const ApkMembers& members, NewerSchemes newer, V1Depth depth);

}  // namespace bridle
