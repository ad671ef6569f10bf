// Files sent to the owner with SMS and iMessage: exploits arrived as such files.
//
// A file whose message is gone is kept too. `created_date` counts seconds since 2001, `start_date`
// seconds or nanoseconds.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/SMS/sms.db",
    "private/var/mobile/Library/SMS/sms.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received", "apple_any(m.date)"},
    {"created", Kind::time, "when the file was made on this phone", "apple_any(a.created_date)"},
    {"started", Kind::time, "when its transfer began", "apple_any(a.start_date)", Need::sometimes},
    {"path", Kind::path, "where the file lies", "a.filename"},
    {"name", Kind::path, "the file's name as it was sent", "a.transfer_name"},
    {"uti", Kind::text, "Apple's name of its type", "a.uti"},
    {"mime", Kind::text, "its MIME type", "a.mime_type"},
    {"bytes", Kind::number, "its size as told by the sender", "a.total_bytes"},
    {"handle", Kind::account, "the other side", "h.id"},
    {"direction", Kind::text, "received or sent",
     "CASE coalesce(a.is_outgoing, m.is_from_me) WHEN 1 THEN 'sent' ELSE 'received' "
     "END"},
    {"service", Kind::text, "iMessage, SMS or RCS", "m.service"},
    {"message", Kind::number, "rowid of its message", "m.ROWID"},
    {"state", Kind::number, "state of the transfer; 5 is done", "a.transfer_state"},
    {"hidden", Kind::number, "1 if it is not shown", "a.hide_attachment", Need::sometimes},
    {"sticker", Kind::number, "1 if it is a sticker", "a.is_sticker", Need::sometimes},
    {"transfer", Kind::content, "texts of the transfer's data: where it was fetched from",
     "plist_text(a.user_info)", Need::sometimes},
    {"guid", Kind::text, "its id on all devices", "a.guid"},
};

constexpr Query kQueries[] = {
    {.from = "attachment a LEFT JOIN (SELECT attachment_id, min(message_id) AS message_id "
             "FROM message_attachment_join GROUP BY attachment_id) j ON j.attachment_id = "
             "a.ROWID LEFT JOIN message m ON m.ROWID = j.message_id LEFT JOIN handle h ON "
             "h.ROWID = m.handle_id",
     .row = "a.ROWID"},
    // A store without the join: the files alone.
    {.from = "attachment a LEFT JOIN (SELECT NULL AS ROWID, NULL AS date, NULL AS service, "
             "NULL AS is_from_me) m LEFT JOIN (SELECT NULL AS id) h",
     .row = "a.ROWID"},
};

}  // namespace

ARTEFACT(ios_sms_attachments) = {
    .id = "ios_sms_attachments",
    .title = "Files that came with messages",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "rowid of attachment",
    .table = "attachment",
};

}  // namespace bridle
