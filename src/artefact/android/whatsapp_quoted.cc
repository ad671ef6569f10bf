// Messages as answers quote them: a copy of the text that stays where the message itself was
// erased.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when the quoted message was sent",
     "unix_ms(CASE WHEN e.timestamp > 0 THEN e.timestamp END)"},
    {"text", Kind::content, "what it said", "bytes_text(e.text_data)"},
    {"direction", Kind::text, "received or sent",
     "CASE e.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who wrote it",
     "CASE e.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"type", Kind::number, "its sort, as stored", "e.message_type"},
    {"stanza", Kind::text, "its id on the network", "e.key_id"},
    {"answered", Kind::time, "when the answer was sent",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"message", Kind::number, "_id of the message that quotes it", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_quoted e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = e.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "e.message_row_id"},
    {.from = "message_quoted e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = e.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e.message_row_id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id AS message_row_id, NULL AS timestamp, NULL AS text_data, NULL AS "
             "from_me, NULL AS message_type, NULL AS key_id FROM jid WHERE 0) e LEFT JOIN (SELECT "
             "NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL "
             "AS raw_string) j LEFT JOIN (SELECT NULL AS timestamp) m",
     .row = "e.message_row_id"},
    {.from = "(SELECT _id AS message_row_id, NULL AS timestamp, NULL AS text_data, NULL AS "
             "from_me, NULL AS message_type, NULL AS key_id FROM messages WHERE 0) e LEFT JOIN "
             "(SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN "
             "(SELECT NULL AS raw_string) j LEFT JOIN (SELECT NULL AS timestamp) m",
     .row = "e.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_quoted) = {
    .id = "android_whatsapp_quoted",
    .title = "Quoted WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_quoted",
    .table = "message_quoted",
};

}  // namespace bridle
