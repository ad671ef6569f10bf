// Cards of contacts in the table of until 2021. During the change a store holds both; each is read.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"card", Kind::content, "the card", "bytes_text(e.vcard)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.key_from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.key_from_me WHEN 1 THEN NULL ELSE coalesce(nullif(e.sender_jid, ''), e.chat_jid) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "e.chat_jid"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    {.from = "messages_vcards e LEFT JOIN messages m ON m._id = e.message_row_id", .row = "e._id"},
    // The messages are gone.
    {.from = "messages_vcards e LEFT JOIN (SELECT NULL AS timestamp, NULL AS key_from_me) m",
     .row = "e._id"},
    // Stores that know no such thing.
    {.from =
         "(SELECT _id, NULL AS vcard, NULL AS sender_jid, NULL AS chat_jid, NULL AS message_row_id "
         "FROM jid WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS key_from_me) m",
     .row = "e._id"},
    {.from =
         "(SELECT _id, NULL AS vcard, NULL AS sender_jid, NULL AS chat_jid, NULL AS message_row_id "
         "FROM messages WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS key_from_me) m",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_old_cards) = {
    .id = "android_whatsapp_old_cards",
    .title = "Contact cards in the WhatsApp table of until 2021 (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of messages_vcards",
    .table = "messages_vcards",
};

}  // namespace bridle
