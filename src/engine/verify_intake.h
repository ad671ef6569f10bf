// Parts of `verify` about what was taken in: the manifest against the rest of the case, and against
// the exhibits themselves.
#pragma once

#include <string>
#include <vector>

#include "base/sha256.h"
#include "engine/verify.h"

namespace bridle {

// One line of intake/manifest.jsonl.
struct ManifestLine {
  std::string path;  // bytes; empty for an exhibit that is one file
  std::uint64_t size = 0;
  Digest sha256 = {};
};

// The manifest by exhibits: E-001 is the first.
struct IntakeManifest {
  std::vector<std::vector<ManifestLine>> exhibits;
};

// Reads the manifest and holds it against SHA256SUMS, case.json and result.json, which each state
// parts of it. What does not agree is a fault.
IntakeManifest verify_manifest(const VerifyOptions& options, Verified& into);

// Hashes the given exhibits anew. The error is a sentence.
std::expected<void, std::string> verify_exhibits(const VerifyOptions& options,
                                                 const IntakeManifest& manifest, Verified& into);

}  // namespace bridle
