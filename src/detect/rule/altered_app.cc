// An app whose file is not what was signed, or is signed by somebody else than the phone noted when
// it installed it. Android installs neither: the file was changed afterwards, by something with the
// rights to do so, or it is a file that never was installed.
//
// The certificates are compared by the 32-bit hash that a dump prints of them (AOSP
// PackageSignatures), for files and installations of one version.
//
// Source: AOSP, APK signature scheme v2 and v3 (what is refused); Citizen Lab and Talos on
// messengers that were changed and signed again. Known false alarms: a file that was cut or damaged
// when it was copied; an unfinished download.

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "detect/rule.h"

namespace bridle {
namespace {

constexpr std::string_view kWatches[] = {"android_apk", "android_package_dump"};
constexpr std::string_view kBenign[] = {
    "the file was damaged when it was copied from the phone",
    "a file of a newer or older version that was never installed"};

constexpr std::string_view kFile = "file", kInstalled = "installed";

bool is_broken(std::string_view verdict) {
  constexpr std::array<std::string_view, 7> kBroken = {
      "wrong digest",   "does not verify", "stripped",      "key mismatch",
      "broken lineage", "unsigned member", "missing member"};
  return std::ranges::count(kBroken, verdict) > 0;
}

// Package, version and certificates of a file or an installation.
Note signed_by(const Record& r, std::string_view what, std::string_view certificates) {
  Note out = sign(r, "package", what);
  out.extra = {std::to_string(r.number("version_code").value_or(-1)), std::string(certificates)};
  return out;
}

void watch(const Record& r, std::vector<Note>& notes) {
  if (r.text("package").empty()) return;
  if (r.artefact() == "android_package_dump") {
    if (!r.text("signatures").empty() && r.number("replaced") != 1)
      notes.push_back(signed_by(r, kInstalled, r.text("signatures")));
    return;
  }
  const auto verdict = r.text("verdict");
  if (r.text("certificate_role") == "earlier") return;  // the same file again
  if (is_broken(verdict))
    notes.push_back(
        sign(r, "package", "the app's file is not what was signed: " + std::string(verdict)));
  else if (!r.text("java_hash").empty())
    notes.push_back(signed_by(r, kFile, r.text("java_hash")));
}

using Version = std::pair<std::string_view, std::string_view>;  // package and version
using Installed = std::map<Version, std::string_view>;

void judge(std::span<const Note> notes, std::vector<Claim>& claims) {
  Installed installed;  // with which certificates
  for (const Note& n : notes)
    if (n.what == kInstalled) installed.emplace(Version(n.value, n.extra[0]), n.extra[1]);
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const Note& n = notes[i];
    if (n.what == kInstalled) continue;
    if (n.what != kFile) {
      claims.push_back({.note = i, .claim = Class::posture, .why = n.what});
      continue;
    }
    const auto at = installed.find(Version(n.value, n.extra[0]));
    if (at == installed.end()) continue;
    const auto noted = split(at->second, '\n');
    if (std::ranges::count(noted, n.extra[1]) > 0) continue;
    claims.push_back({.note = i,
                      .claim = Class::posture,
                      .why = "the app's file is signed by " + n.extra[1] +
                             ", and the phone noted another signature when it installed it: " +
                             std::string(at->second)});
  }
}

}  // namespace

RULE(altered_app) = {
    .id = "altered_app",
    .sees = "files of apps that are not what was signed, or not what the phone installed",
    .source = "AOSP, APK signature schemes; Talos and Citizen Lab on messengers signed again",
    .watches = kWatches,
    .benign = kBenign,
    .confirm = "the same version of the app from its maker, file by file",
    .watch = watch,
    .judge = judge,
};

}  // namespace bridle
