// Accounts that the phone's messaging services looked up: an attacker's account stands here even if
// its message was removed.
//
// A dictionary of services; each has a dictionary of users, "tel:+1…" or "mailto:…", with the time
// (seconds since 2001) and the answer. NUL characters in a user are kept: attacks used them.

#include "artefact/property_list.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Preferences/com.apple.identityservices.idstatuscache.plist",
    "HomeDomain:Library/IdentityServices/idstatuscache.plist",
    "private/var/mobile/Library/Preferences/com.apple.identityservices.idstatuscache.plist",
    "private/var/mobile/Library/IdentityServices/idstatuscache.plist",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was looked up"},
    {"user", Kind::account, "who: a number or an address"},
    {"service", Kind::text, "for which service; empty if the list is damaged"},
    {"status", Kind::number, "1 if the user can be reached by it, 2 if not"},
    {"valid_seconds", Kind::real, "how long the answer holds"},
};

Result<void> parse(const File& file, Rows& out) {
  std::uint64_t row = 0;
  const auto read = [&](const PlistNode& services) {
    for (std::uint64_t i = 0; i < services.size() && !out.stopped(); ++i) {
      const PlistNode users = services.at(i);
      if (users.type() != PlistNode::Type::dictionary) continue;
      for (std::uint64_t k = 0; k < users.size(); ++k) {
        const PlistNode answer = users.at(k);
        out.row<kFields>(row++, moment(answer.find("LookupDate")), users.key(k).text(),
                         services.key(i).text(), answer.find("IDStatus").integer(),
                         answer.find("ValidExpiry").real());
      }
    }
  };
  const auto rest = [&](std::uint64_t, std::string_view text) {
    if (text.starts_with("mailto:") || text.starts_with("tel:"))
      out.row<kFields>(row++, std::nullopt, text, std::nullopt, std::nullopt, std::nullopt);
  };
  return read_list(file, out, read, rest);
}

}  // namespace

ARTEFACT(ios_id_status_cache) = {
    .id = "ios_id_status_cache",
    .title = "Accounts that messaging looked up",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::looked_up,
    .parse = parse,
    .expect = Expect::usual,
    .row = "place of the user in the list",
};

}  // namespace bridle
