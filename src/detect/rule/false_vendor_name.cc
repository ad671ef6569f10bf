// An app that is named as if it were the maker's of phone or system, and is signed by somebody that
// has signed nothing of the system on the same phone.
//
// A dump prints a 32-bit hash of the certificate that signed each app. The true apps of a vendor
// share few certificates with what came with the phone, so the one that only bears the name stands
// out without any indicator. Hash: java.util.Arrays.hashCode of the certificate (AOSP
// PackageSignatures).
//
// Source: RSF and RESIDENT.NGO (2025), ResidentBat: com.google.android.service,
// com.android.framework.safety, com.huaweisettingsapp.mkz, com.oneplussync.bat; Lookout (2023),
// WyrmSpy: com.android.system.configs.service. Known false alarms: an app of the vendor that is
// signed with a key of its own and that the owner installed from a file.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "detect/rule/android_apps.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_package_dump"};
constexpr std::string_view kBenign[] = {
    "an app of the vendor with a certificate of its own, installed from a file",
    "an app for developers that was named after the system it works with"};

constexpr std::string_view kSystem = "system", kNamed = "named";

// "com.google.x" and "com.huaweisettingsapp": the second word begins with a vendor's name.
bool bears_a_vendors_name(std::string_view package) {
  constexpr std::array<std::string_view, 14> kVendors = {
      "android", "google", "samsung", "sec",    "huawei",  "hihonor",  "xiaomi",
      "miui",    "oppo",   "vivo",    "realme", "oneplus", "motorola", "qualcomm"};
  const std::size_t dot = package.find('.');
  if (package.substr(0, dot) == "android") return true;
  if (dot == std::string_view::npos) return false;
  const std::string_view rest = package.substr(dot + 1);
  const std::string_view second = rest.substr(0, rest.find('.'));
  // "sec" and "android" begin many words: these must be the whole one.
  return std::ranges::any_of(kVendors, [&](std::string_view vendor) {
    return vendor == "sec" || vendor == "android" ? second == vendor : second.starts_with(vendor);
  });
}

void watch(const Record& r, std::vector<Note>& notes) {
  const auto signatures = r.text("signatures");
  if (signatures.empty()) return;
  const auto note = [&](std::string_view what) {
    Note out = sign(r, "package", what, r.time("installed"));
    out.extra.emplace_back(signatures);
    notes.push_back(std::move(out));
  };
  if (r.number("system") == 1)
    note(kSystem);
  else if (is_sideloaded(r) && bears_a_vendors_name(r.text("package")))
    note(kNamed);
}

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  std::map<std::size_t, std::set<std::string_view>> systems;
  for (const Note& n : notes)
    if (n.what == kSystem)
      for (const std::string_view signature : split(n.extra[0], '\n'))
        systems[n.exhibit].insert(signature);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& n = notes[i];
    const auto& system = systems[n.exhibit];
    if (n.what != kNamed || system.empty()) continue;
    const auto own = split(n.extra[0], '\n');
    if (std::ranges::any_of(own, [&](std::string_view s) { return system.contains(s); })) continue;
    claims.push_back({.note = i,
                      .claim = Class::posture,
                      .why = "an app from no store bears a vendor's name and is signed by nobody "
                             "that signed the phone's system (" +
                             n.extra[0] + ")"});
  }
}

}  // namespace

RULE(false_vendor_name) = {
    .id = "false_vendor_name",
    .sees = "sideloaded apps with the name of a vendor and the signature of somebody else",
    .source = "RSF and RESIDENT.NGO (2025), ResidentBat; Lookout (2023), WyrmSpy",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the app's file: whom its certificate names, and whether the vendor publishes it",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
