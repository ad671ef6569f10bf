// Questions that were put to a chat, with their answers and how many chose each.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was asked",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"question", Kind::content, "what was asked", "bytes_text(m.text_data)"},
    {"options", Kind::content,
     "the answers, one on each line, with the votes that the phone counted", "k.options"},
    {"answers", Kind::number, "how many answers there are", "k.n"},
    {"selectable", Kind::number, "how many one may choose; 0 for any",
     "e.selectable_options_count"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who asked",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"stanza", Kind::text, "its id on the network", "m.key_id"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_poll e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id LEFT JOIN (SELECT message_row_id AS id, count(*) AS n, "
             "group_concat(option_name || coalesce(': ' || vote_total, ''), char(10)) AS options "
             "FROM message_poll_option GROUP BY message_row_id) k ON k.id = e.message_row_id",
     .row = "e.message_row_id"},
    {.from = "message_poll e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN "
             "(SELECT message_row_id AS id, count(*) AS n, group_concat(option_name || coalesce(': "
             "' || vote_total, ''), char(10)) AS options FROM message_poll_option GROUP BY "
             "message_row_id) k ON k.id = e.message_row_id",
     .row = "e.message_row_id"},
    // Stores that know no such thing.
    {.from =
         "(SELECT _id AS message_row_id, NULL AS selectable_options_count FROM jid WHERE 0) e LEFT "
         "JOIN (SELECT NULL AS timestamp, NULL AS text_data, NULL AS from_me, NULL AS key_id) m "
         "LEFT JOIN (SELECT NULL AS options, NULL AS n) k LEFT JOIN (SELECT NULL AS raw_string) p "
         "LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
    {.from =
         "(SELECT _id AS message_row_id, NULL AS selectable_options_count FROM messages WHERE 0) e "
         "LEFT JOIN (SELECT NULL AS timestamp, NULL AS text_data, NULL AS from_me, NULL AS key_id) "
         "m LEFT JOIN (SELECT NULL AS options, NULL AS n) k LEFT JOIN (SELECT NULL AS raw_string) "
         "p LEFT JOIN (SELECT NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_polls) = {
    .id = "android_whatsapp_polls",
    .title = "WhatsApp polls (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_poll",
    .table = "message_poll",
};

}  // namespace bridle
