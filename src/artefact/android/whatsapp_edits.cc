// Messages that were changed after they were sent. Only the last form is kept.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last changed",
     "unix_ms(CASE WHEN e.edited_timestamp > 0 THEN e.edited_timestamp END)"},
    {"changed", Kind::time, "the same by the sender's clock",
     "unix_ms(CASE WHEN e.sender_timestamp > 0 THEN e.sender_timestamp END)"},
    {"sent", Kind::time, "when the message was sent",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"text", Kind::content, "what it says now", "bytes_text(m.text_data)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"stanza", Kind::text, "its id on the network", "m.key_id"},
    {"first_stanza", Kind::text, "its id before the change", "e.original_key_id"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_edit_info e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "e.message_row_id"},
    {.from = "message_edit_info e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e.message_row_id"},
    // Stores that know no such thing.
    {.from =
         "(SELECT _id AS message_row_id, NULL AS edited_timestamp, NULL AS sender_timestamp, NULL "
         "AS original_key_id FROM jid WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS "
         "text_data, NULL AS from_me, NULL AS key_id) m LEFT JOIN (SELECT NULL AS raw_string) p "
         "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
    {.from =
         "(SELECT _id AS message_row_id, NULL AS edited_timestamp, NULL AS sender_timestamp, NULL "
         "AS original_key_id FROM messages WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS "
         "text_data, NULL AS from_me, NULL AS key_id) m LEFT JOIN (SELECT NULL AS raw_string) p "
         "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_edits) = {
    .id = "android_whatsapp_edits",
    .title = "Changed WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_edit_info",
    .table = "message_edit_info",
};

}  // namespace bridle
