// First words of mails in the phone's mail store, with the links in them.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Mail/Protected Index",
    "private/var/mobile/Library/Mail/Protected Index",
};

constexpr Field kFields[] = {
    {"summary", Kind::content, "what was written", "s.summary"},
};

constexpr Query kQueries[] = {
    {.from = "summaries s", .row = "s.ROWID"},
};

}  // namespace

ARTEFACT(ios_mail_summaries) = {
    .id = "ios_mail_summaries",
    .title = "First words of mails",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of summaries",
    .table = "summaries",
};

}  // namespace bridle
