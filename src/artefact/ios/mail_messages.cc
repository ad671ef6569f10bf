// When mails came and in which mailbox. Sender and subject stand in the Protected Index beside it,
// by number.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Mail/Envelope Index",
    "private/var/mobile/Library/Mail/Envelope Index",
};

constexpr Field kFields[] = {
    {"received", Kind::time, "when it came", "unix_time0(m.date_received)"},
    {"sent", Kind::time, "when it was sent", "unix_time0(m.date_sent)"},
    {"mailbox", Kind::content, "address of the mailbox", "b.url"},
    {"sender", Kind::number, "rowid of its sender in the Protected Index", "m.sender",
     Need::sometimes},
    {"subject", Kind::number, "rowid of its subject there", "m.subject", Need::sometimes},
    {"summary", Kind::number, "rowid of its first words there", "m.summary", Need::sometimes},
    {"message_id", Kind::text, "its id", "m.message_id"},
};

constexpr Query kQueries[] = {
    {.from = "messages m LEFT JOIN mailboxes b ON b.ROWID = m.mailbox", .row = "m.ROWID"},
};

}  // namespace

ARTEFACT(ios_mail_messages) = {
    .id = "ios_mail_messages",
    .title = "Mails",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of messages",
    .table = "messages",
};

}  // namespace bridle
