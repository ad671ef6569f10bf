// What the phone's owner agreed to, as a file that they or the helpdesk filled in. The tool obeys
// it: an exhibit that it does not name is not read, and nothing leaves the case beyond it.
//
//   {"schema": "bridle-consent/1", "owner": "who", "given": "2026-11-20", "purpose": "what for",
//    "language": "ar",                       language in which it was explained; optional
//    "exhibits": ["ios-backup"],             kinds that may be examined; absent: all
//    "share": {"level": "matched",           the most that may leave: verdict, matched, context,
//    full
//              "with": ["court", "cert"]},   for whom besides the owner; absent: nothing leaves
//    "keep_until": "2027-11-20"}             the last day on which it may be used; optional
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "sink/json.h"
#include "sink/share.h"

namespace bridle {

struct Consent {
  std::string owner, purpose, language = {};
  Time given{};
  std::optional<std::vector<std::string>> exhibits = {};  // kinds
  std::optional<Share> level = {};                        // nothing: nothing may leave
  std::vector<std::string> with = {};  // "analyst", "court", "cert", "publication"
  std::optional<Time> ends = {};       // the first moment at which it holds no more
};

// Errc::malformed, with what is wrong.
Result<Consent> consent(std::string_view json);

// A consent, and the very text that was given.
struct GivenConsent {
  Consent consent;
  std::string text;
};

// Errc::io, and what consent() gives.
Result<GivenConsent> read_consent(const std::filesystem::path& file);

// The consent that a case was made under; nothing if none was given. Errc::malformed.
Result<std::optional<Consent>> consent_of(const std::filesystem::path& folder);

// As case.json holds it, with the hash of the file that was given.
void write_consent(Json& out, const GivenConsent& given);

// Why a kind of exhibit may not be examined now; nothing if it may.
std::optional<std::string> refuses_exhibit(const Consent& consent, std::string_view kind, Time now);

// Why so much may not be given to such a reader now; nothing if it may. The owner may have all.
std::optional<std::string> refuses_sharing(const Consent& consent, Share level,
                                           std::string_view reader, Time now);

}  // namespace bridle
