#include "format/apk_v1.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "format/jar_manifest.h"
#include "format/pkcs7.h"

namespace bridle {
namespace {

using enum SigningVerdict;

constexpr std::string_view kFolder = "META-INF/";
constexpr std::size_t kMostSigners = 10;
constexpr std::size_t kMostText = 64 << 20;  // a manifest of 400,000 members

struct SignerFile {
  std::string text;
  JarManifest manifest;
};

Result<std::string> read_text(const ApkMembers& members, const zip::Entry& entry) {
  if (entry.size > kMostText) return fail(Errc::too_large, "a manifest of more than 64 MiB");
  std::string out;
  TRY(members.read(entry, [&](Bytes part) {
    if (out.size() <= kMostText) out += as_text(part);
  }));
  if (out.size() > kMostText) return fail(Errc::too_large, "a manifest of more than 64 MiB");
  return out;
}

const zip::Entry* find(const ApkMembers& members, std::string_view path) {
  const auto found = std::ranges::find(members.entries, path, &zip::Entry::path);
  return found == members.entries.end() ? nullptr : &*found;
}

// Signature blocks that have a file of signatures beside them.
std::vector<std::pair<const zip::Entry*, const zip::Entry*>> find_signers(
    const ApkMembers& members) {
  std::vector<std::pair<const zip::Entry*, const zip::Entry*>> out;
  for (const zip::Entry& entry : members.entries) {
    const std::string_view path = entry.path;
    if (!path.starts_with(kFolder) || path.find('/', kFolder.size()) != std::string_view::npos)
      continue;
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || out.size() > kMostSigners) continue;
    const std::string ending = lower(path.substr(dot));
    if (ending != ".rsa" && ending != ".dsa" && ending != ".ec") continue;
    const auto* const signatures = find(members, std::string(path.substr(0, dot)) + ".SF");
    if (signatures) out.emplace_back(signatures, &entry);
  }
  return out;
}

enum class Compared : std::uint8_t { absent, same, different };

Compared compare(const JarSection& section, std::string_view ending, Bytes bytes) {
  const auto stated = strongest_digest(section, ending);
  if (!stated) return Compared::absent;
  return hash(stated->hash, bytes) == stated->bytes ? Compared::same : Compared::different;
}

// Signtool hashed a section without its last line end.
bool section_is_same(const JarSection& stated, Bytes section, bool by_signtool) {
  if (compare(stated, "-digest", section) == Compared::same) return true;
  return by_signtool && as_text(section).ends_with("\n\n") &&
         compare(stated, "-digest", section.first(section.size() - 1)) == Compared::same;
}

SigningVerdict check_manifest(const JarManifest& signatures, const JarManifest& manifest,
                              Bytes text) {
  const JarSection& main = signatures.main;
  const bool by_signtool = contains(main.find("created-by"), "signtool");
  const auto whole = compare(main, by_signtool ? "-digest" : "-digest-manifest", text);
  if (whole == Compared::same) return valid;
  if (!by_signtool &&
      compare(main, "-digest-manifest-main-attributes", manifest.main.bytes) == Compared::different)
    return wrong_digest;
  for (const JarSection& stated : signatures.sections) {
    const JarSection* const section = manifest.find(stated.name);
    if (!section) return missing_member;
    if (!section_is_same(stated, section->bytes, by_signtool)) return wrong_digest;
  }
  return valid;
}

// "X-Android-APK-Signed: 2, 3" says which newer schemes the app was signed with too.
bool newer_is_gone(const JarManifest& signatures, NewerSchemes newer) {
  const auto is_gone = [&](std::string_view one) {
    const auto scheme = number(trim(one));
    return (scheme == 2 && !newer.v2) || (scheme == 3 && !newer.v3);
  };
  return std::ranges::any_of(split(signatures.main.find("x-android-apk-signed"), ','), is_gone);
}

SigningVerdict from(Pkcs7Verdict verdict) {
  switch (verdict) {
    case Pkcs7Verdict::valid:
      return valid;
    case Pkcs7Verdict::does_not_verify:
      return does_not_verify;
    case Pkcs7Verdict::unsupported:
      return unsupported;
    case Pkcs7Verdict::malformed:
      break;
  }
  return malformed;
}

// One pass over an app's first scheme.
class V1 {
 public:
  V1(const ApkMembers& members, NewerSchemes newer) : members_(members), newer_(newer) {}

  Result<V1Signing> verify(V1Depth depth);

 private:
  Result<SigningVerdict> signer(const zip::Entry& signatures, const zip::Entry& block,
                                V1Signing& out);
  SigningVerdict check_members();
  SigningVerdict check_member(const zip::Entry& entry);
  std::vector<bool> signers_of(std::string_view path) const;

  const ApkMembers& members_;
  NewerSchemes newer_;
  std::string text_;
  JarManifest manifest_;
  std::vector<SignerFile> files_;
  std::vector<bool> signers_;  // of the first member
};

Result<SigningVerdict> V1::signer(const zip::Entry& signatures, const zip::Entry& block,
                                  V1Signing& out) {
  const std::string signature = TRY(read_text(members_, block));
  SignerFile& file = files_.emplace_back();
  file.text = TRY(read_text(members_, signatures));
  const auto signed_data = pkcs7(as_bytes(signature), as_bytes(file.text));
  if (!signed_data) return malformed;
  out.signers.push_back(
      {.certificates = signed_data->chain.empty() ? signed_data->certificates : signed_data->chain,
       .lineage = {},
       .digest = {}});
  if (signed_data->verdict != Pkcs7Verdict::valid) return from(signed_data->verdict);
  auto read = jar_manifest(as_bytes(file.text));
  if (!read || !read->main.attributes.contains("signature-version")) return malformed;
  file.manifest = std::move(*read);
  if (newer_is_gone(file.manifest, newer_)) return stripped;
  return check_manifest(file.manifest, manifest_, as_bytes(text_));
}

std::vector<bool> V1::signers_of(std::string_view path) const {
  std::vector<bool> out;
  out.reserve(files_.size());
  for (const SignerFile& file : files_) out.push_back(file.manifest.find(path) != nullptr);
  return out;
}

SigningVerdict V1::check_member(const zip::Entry& entry) {
  const JarSection* const section = manifest_.find(entry.path);
  const auto signers = signers_of(entry.path);
  if (!section || std::ranges::find(signers, true) == signers.end()) return unsigned_member;
  if (signers_.empty()) signers_ = signers;
  if (signers != signers_) return unsigned_member;
  const auto stated = strongest_digest(*section, "-digest");
  if (!stated) return unsigned_member;
  Hasher hasher(stated->hash);
  if (!members_.read(entry, [&](Bytes part) { hasher.add(part); })) return malformed;
  return hasher.finish() == stated->bytes ? valid : wrong_digest;
}

SigningVerdict V1::check_members() {
  std::set<std::string_view> there;
  for (const zip::Entry& entry : members_.entries) {
    if (!there.insert(entry.path).second) return malformed;  // two members of one name
    if (entry.path.ends_with('/') || entry.path.starts_with(kFolder)) continue;
    if (const auto verdict = check_member(entry); verdict != valid) return verdict;
  }
  for (const JarSection& section : manifest_.sections)
    if (!there.contains(section.name) && !section.name.ends_with('/')) return missing_member;
  return valid;
}

Result<V1Signing> V1::verify(V1Depth depth) {
  V1Signing out;
  const zip::Entry* const manifest = find(members_, "META-INF/MANIFEST.MF");
  const auto signers = find_signers(members_);
  if (!manifest || signers.empty()) return out;
  out.present = true;
  text_ = TRY(read_text(members_, *manifest));
  auto read = jar_manifest(as_bytes(text_));
  out.verdict = read ? unchecked : malformed;
  if (read) manifest_ = std::move(*read);
  if (signers.size() > kMostSigners) out.verdict = too_many_signers;
  for (const auto& [signatures, block] : signers) {
    const auto verdict = TRY(signer(*signatures, *block, out));
    if (verdict != valid && out.verdict == unchecked) out.verdict = verdict;
  }
  if (out.verdict == unchecked && depth == V1Depth::members) out.verdict = check_members();
  return out;
}

}  // namespace

Result<V1Signing> verify_v1(const ApkMembers& members, NewerSchemes newer, V1Depth depth) {
  return V1(members, newer).verify(depth);
}

}  // namespace bridle
