// Signs that people set under messages, with when.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it came", "unix_ms(CASE WHEN e.timestamp > 0 THEN e.timestamp END)"},
    {"sent", Kind::time, "when it was set, by the sender's clock",
     "unix_ms(CASE WHEN r.sender_timestamp > 0 THEN r.sender_timestamp END)"},
    {"reaction", Kind::content, "the sign", "bytes_text(r.reaction)"},
    {"direction", Kind::text, "received or sent",
     "CASE e.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who set it",
     "CASE e.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"stanza", Kind::text, "its id on the network", "e.key_id"},
    {"message", Kind::number, "_id of the message that it is set under", "e.parent_message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_add_on_reaction r LEFT JOIN message_add_on e ON e._id = "
             "r.message_add_on_row_id LEFT JOIN chat c ON c._id = e.chat_row_id LEFT JOIN jid j ON "
             "j._id = c.jid_row_id LEFT JOIN jid s ON s._id = e.sender_jid_row_id LEFT JOIN "
             "jid_map a ON a.lid_row_id = s._id LEFT JOIN jid p ON p._id = a.jid_row_id",
     .row = "r.message_add_on_row_id"},
    {.from =
         "message_add_on_reaction r LEFT JOIN message_add_on e ON e._id = r.message_add_on_row_id "
         "LEFT JOIN chat c ON c._id = e.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT "
         "JOIN jid s ON s._id = e.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "r.message_add_on_row_id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id AS message_add_on_row_id, NULL AS sender_timestamp, NULL AS reaction "
             "FROM jid WHERE 0) r LEFT JOIN (SELECT NULL AS timestamp, NULL AS from_me, NULL AS "
             "key_id, NULL AS parent_message_row_id) e LEFT JOIN (SELECT NULL AS raw_string) p "
             "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "r.message_add_on_row_id"},
    {.from = "(SELECT _id AS message_add_on_row_id, NULL AS sender_timestamp, NULL AS reaction "
             "FROM messages WHERE 0) r LEFT JOIN (SELECT NULL AS timestamp, NULL AS from_me, NULL "
             "AS key_id, NULL AS parent_message_row_id) e LEFT JOIN (SELECT NULL AS raw_string) p "
             "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "r.message_add_on_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_reactions) = {
    .id = "android_whatsapp_reactions",
    .title = "Reactions to WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_add_on_row_id of message_add_on_reaction",
    .table = "message_add_on_reaction",
};

}  // namespace bridle
