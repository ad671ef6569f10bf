// Who got and read what the owner sent, and when: of each member of a group.
//
// receipt_user; until 2021 receipts, which names the message by its id on the network.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it came to the other side",
     "unix_ms(CASE WHEN e.receipt_timestamp > 0 THEN e.receipt_timestamp END)"},
    {"read", Kind::time, "when it was read",
     "unix_ms(CASE WHEN e.read_timestamp > 0 THEN e.read_timestamp END)"},
    {"played", Kind::time, "when its sound or film was played",
     "unix_ms(CASE WHEN e.played_timestamp > 0 THEN e.played_timestamp END)"},
    {"sent", Kind::time, "when the message was sent",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"who", Kind::phone, "WhatsApp id of who got it", "coalesce(p.raw_string, s.raw_string)"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"stanza", Kind::text, "the message's id on the network", "m.key_id"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "receipt_user e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = e.receipt_user_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT "
             "JOIN jid p ON p._id = a.jid_row_id",
     .row = "e._id"},
    {.from = "receipt_user e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = e.receipt_user_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Until 2021.
    {.from = "(SELECT _id, key_remote_jid, key_id, remote_resource, receipt_device_timestamp AS "
             "receipt_timestamp, read_device_timestamp AS read_timestamp, played_device_timestamp "
             "AS played_timestamp, NULL AS message_row_id FROM receipts) e LEFT JOIN (SELECT "
             "r._id, r.key_id, t.timestamp FROM receipts r LEFT JOIN messages t ON t.key_id = "
             "r.key_id AND t.key_remote_jid = r.key_remote_jid) m ON m._id = e._id LEFT JOIN "
             "(SELECT _id, key_remote_jid AS raw_string FROM receipts) j ON j._id = e._id LEFT "
             "JOIN (SELECT _id, nullif(remote_resource, '') AS raw_string FROM receipts) s ON "
             "s._id = e._id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id, NULL AS receipt_timestamp, NULL AS read_timestamp, NULL AS "
             "played_timestamp, NULL AS message_row_id FROM jid WHERE 0) e LEFT JOIN (SELECT NULL "
             "AS timestamp, NULL AS key_id) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN "
             "(SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e._id"},
    {.from = "(SELECT _id, NULL AS receipt_timestamp, NULL AS read_timestamp, NULL AS "
             "played_timestamp, NULL AS message_row_id FROM messages WHERE 0) e LEFT JOIN (SELECT "
             "NULL AS timestamp, NULL AS key_id) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT "
             "JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_receipts) = {
    .id = "android_whatsapp_receipts",
    .title = "Receipts of WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of receipt_user, or of receipts in older stores",
    .table = "receipt_user",
};

}  // namespace bridle
