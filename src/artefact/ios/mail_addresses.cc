// Senders and recipients of mails in the phone's mail store.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Mail/Protected Index",
    "private/var/mobile/Library/Mail/Protected Index",
};

constexpr Field kFields[] = {
    {"email", Kind::email, "address", "a.address"},
    {"name", Kind::content, "name that stood with it", "a.comment", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "addresses a", .row = "a.ROWID"},
};

}  // namespace

ARTEFACT(ios_mail_addresses) = {
    .id = "ios_mail_addresses",
    .title = "Addresses in Mail",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of addresses",
    .table = "addresses",
};

}  // namespace bridle
