// What WhatsApp told the owner about groups, contacts and keys: who was added by whom, who left,
// whose security code changed.
//
// message_system.action_type: 4, 11 and 12 added or created, 5 left, 14 removed, 18 security code
// changed, 58 blocked, 129 the sender is in no address book.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "unix_ms(m.timestamp)"},
    {"what", Kind::text, "what happened; a number is as stored",
     "CASE y.action_type WHEN 4 THEN 'added' WHEN 5 THEN 'left' WHEN 11 THEN 'created' WHEN 12 "
     "THEN 'added' WHEN 14 THEN 'removed' WHEN 18 THEN 'security_code' WHEN 58 THEN 'blocked' "
     "WHEN 129 THEN 'unknown_sender' ELSE CAST(y.action_type AS TEXT) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"chat_name", Kind::content, "name of the group", "bytes_text(c.subject)"},
    {"who", Kind::phone, "WhatsApp id of who did it", "s.raw_string"},
    {"whom", Kind::content, "WhatsApp ids of those it was done to, one on each line", "k.ids"},
    {"joined", Kind::number, "1 if the owner came into the group by it", "g.is_me_joined"},
    {"message", Kind::number, "_id of the message that notes it", "y.message_row_id"},
};

constexpr Query kQueries[] = {
    {.from = "message_system y LEFT JOIN message m ON m._id = y.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT t.message_row_id AS id, "
             "group_concat(i.raw_string, char(10)) AS ids FROM message_system_chat_participant t "
             "LEFT JOIN jid i ON i._id = t.user_jid_row_id GROUP BY t.message_row_id) k ON k.id = "
             "y.message_row_id LEFT JOIN message_system_group g ON g.message_row_id = "
             "y.message_row_id",
     .row = "y.message_row_id"},
    // Without what came beside it later.
    {.from = "message_system y LEFT JOIN message m ON m._id = y.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS ids) k LEFT JOIN (SELECT NULL "
             "AS is_me_joined) g",
     .row = "y.message_row_id"},
    // Until 2021 in `messages`, in a form that is not read.
    {.from = "(SELECT _id AS message_row_id, NULL AS action_type FROM jid WHERE 0) y LEFT JOIN "
             "(SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS subject) c LEFT JOIN (SELECT "
             "NULL AS raw_string) j LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL "
             "AS ids) k LEFT JOIN (SELECT NULL AS is_me_joined) g",
     .row = "y.message_row_id"},
    {.from = "(SELECT _id AS message_row_id, NULL AS action_type FROM messages WHERE 0) y LEFT "
             "JOIN (SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS subject) c LEFT JOIN "
             "(SELECT NULL AS raw_string) j LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN "
             "(SELECT NULL AS ids) k LEFT JOIN (SELECT NULL AS is_me_joined) g",
     .row = "y.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_group_changes) = {
    .id = "android_whatsapp_group_changes",
    .title = "Changes of WhatsApp groups and keys (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_system",
    .table = "message_system",
};

}  // namespace bridle
