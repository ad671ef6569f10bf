// Messages that callers left.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Voicemail/voicemail.db",
    "private/var/mobile/Library/Voicemail/voicemail.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was left", "unix_time0(v.date)"},
    {"sender", Kind::account, "number of the caller", "v.sender"},
    {"callback", Kind::account, "number to call back", "v.callback_num"},
    {"seconds", Kind::number, "how long it is", "v.duration"},
    {"expires", Kind::time, "when it is removed", "unix_time0(v.expiration)"},
    {"trashed", Kind::time, "when the owner removed it", "apple_time0(v.trashed_date)"},
};

constexpr Query kQueries[] = {
    {.from = "voicemail v", .row = "v.ROWID"},
};

}  // namespace

ARTEFACT(ios_voicemail) = {
    .id = "ios_voicemail",
    .title = "Voice mails",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of voicemail",
    .table = "voicemail",
};

}  // namespace bridle
