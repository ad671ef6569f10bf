#include "detect/indicator/stix_object.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace bridle {
namespace {

using enum IndicatorType;

struct Known {
  std::string_view path;
  IndicatorType type;
};

constexpr Known kKnown[] = {
    {"domain-name:value", domain},
    {"url:value", url},
    {"ipv4-addr:value", ip},
    {"ipv6-addr:value", ip},
    {"network-traffic:dst_ref.value", domain},
    {"email-addr:value", email},
    {"email-message:from_ref.value", email},
    {"email-message:sender_ref.value", email},
    {"phone-number:value", phone},
    {"process:name", process},
    {"file:name", IndicatorType::name},
    {"file:path", path},
    {"directory:path", path},
    {"app:id", app},
    {"configuration-profile:id", profile},
    {"android-property:name", property},
};

constexpr std::string_view kFileHashes = "file:hashes.";
constexpr std::string_view kCertificates[] = {"app:cert.", "app:cert_", "x509-certificate:hashes."};

std::optional<IndicatorType> hash_type(std::string_view algorithm) {
  if (algorithm == "md5") return md5;
  if (algorithm == "sha1") return sha1;
  if (algorithm == "sha256") return sha256;
  return {};
}

// The algorithm's name without quotes and hyphens: 'SHA-256', SHA256, sha-256 are one.
std::string bare(std::string_view s) {
  std::string out;
  for (const char c : s)
    if (is_alnum(c)) out += lower(c);
  return out;
}

}  // namespace

std::optional<IndicatorType> stix_object(std::string_view path) {
  const std::string plain = lower(path);
  const auto* known = std::ranges::find(kKnown, plain, &Known::path);
  if (known != std::end(kKnown)) return known->type;
  if (plain.starts_with(kFileHashes)) return hash_type(bare(plain.substr(kFileHashes.size())));
  for (const std::string_view prefix : kCertificates)
    if (plain.starts_with(prefix) && hash_type(bare(plain.substr(prefix.size()))))
      return certificate;
  return {};
}

}  // namespace bridle
