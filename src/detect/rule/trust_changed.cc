// What the phone trusts was changed: a certificate authority was added, with whose key encrypted
// traffic can be read, the integrity of its keys was violated, or it started a system that its
// maker did not sign.
//
// Source: AOSP SecurityLog (TAG_CERT_AUTHORITY_INSTALLED, TAG_KEY_INTEGRITY_VIOLATION,
// TAG_OS_STARTUP). Known false alarms: employers and schools that add an authority, owners with a
// system of their own (those start "yellow", which does not count).

#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_intrusion_security"};
constexpr std::string_view kBenign[] = {
    "an employer, a school or a filter of advertising added the authority, and the owner knows",
    "the owner unlocked the phone's boot loader themselves"};

bool says(std::string_view details, std::string_view word) {
  return details.find(word) != std::string_view::npos;
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto tag = r.text("tag");
  const auto add = [&](std::string_view field, std::string_view what) {
    notes.push_back(sign(r, field, what, r.time("time")));
  };
  if (tag == "cert_authority_installed" && r.number("success") != 0)
    add("subject", "a certificate authority was added: with its key encrypted traffic can be read");
  if (tag == "key_integrity_violation") add("tag", "the integrity of a key was violated");
  const auto details = r.text("details");
  if (tag == "os_startup" && (says(details, "\"orange\"") || says(details, "\"red\"")))
    add("details", "the phone started a system that nobody it trusts had signed");
}

}  // namespace

RULE(trust_changed) = {
    .id = "trust_changed",
    .sees = "certificate authorities that were added, and signs that keys or system were changed",
    .source = "AOSP, SecurityLog; Mobile Verification Toolkit, intrusion logs",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "whom the certificate names, and what was installed or opened at that time",
    .watch = watch,
    .judge = each_by_itself<Class::posture>,
};

}  // namespace bridle
