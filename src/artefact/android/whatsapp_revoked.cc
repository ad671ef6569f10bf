// Messages that their sender or an administrator took back: an attacker's way to leave no text.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was taken back",
     "unix_ms(CASE WHEN e.revoke_timestamp > 0 THEN e.revoke_timestamp END)", Need::sometimes},
    {"sent", Kind::time, "when it was sent",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"admin", Kind::phone, "WhatsApp id of the administrator who took it back", "d.raw_string"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"stanza", Kind::text, "its id on the network", "e.revoked_key_id"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_revoked e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id LEFT JOIN jid d ON d._id = e.admin_jid_row_id",
     .row = "e.message_row_id"},
    {.from = "message_revoked e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN jid d "
             "ON d._id = e.admin_jid_row_id",
     .row = "e.message_row_id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id AS message_row_id, NULL AS revoke_timestamp, NULL AS revoked_key_id FROM "
             "jid WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS from_me) m LEFT JOIN "
             "(SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN "
             "(SELECT NULL AS raw_string) j LEFT JOIN (SELECT NULL AS raw_string) d",
     .row = "e.message_row_id"},
    {.from = "(SELECT _id AS message_row_id, NULL AS revoke_timestamp, NULL AS revoked_key_id FROM "
             "messages WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS from_me) m LEFT "
             "JOIN (SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN "
             "(SELECT NULL AS raw_string) j LEFT JOIN (SELECT NULL AS raw_string) d",
     .row = "e.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_revoked) = {
    .id = "android_whatsapp_revoked",
    .title = "WhatsApp messages that were taken back (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_revoked",
    .table = "message_revoked",
};

}  // namespace bridle
