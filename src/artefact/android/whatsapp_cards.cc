// Cards of contacts that were sent, as they are.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"card", Kind::content, "the card", "bytes_text(e.vcard)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_vcard e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "e._id"},
    {.from = "message_vcard e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id, NULL AS vcard, NULL AS message_row_id FROM jid WHERE 0) e LEFT JOIN "
             "(SELECT NULL AS timestamp, NULL AS from_me) m LEFT JOIN (SELECT NULL AS raw_string) "
             "p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e._id"},
    {.from =
         "(SELECT _id, NULL AS vcard, NULL AS message_row_id FROM messages WHERE 0) e LEFT JOIN "
         "(SELECT NULL AS timestamp, NULL AS from_me) m LEFT JOIN (SELECT NULL AS raw_string) p "
         "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_cards) = {
    .id = "android_whatsapp_cards",
    .title = "Contact cards sent by WhatsApp (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of message_vcard",
    .table = "message_vcard",
};

}  // namespace bridle
