// Calls that nobody answered, as messages note them: a trace of a call beside the list of calls,
// and left where a row of that list was removed.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it came", "unix_ms(coalesce(e.timestamp, m.timestamp))"},
    {"peer", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"video", Kind::number, "1 for a video call", "e.video_call"},
    {"message", Kind::number, "_id of the message that notes it", "e.message_row_id"},
    {"call", Kind::number, "_id of the call in the list of calls", "k.call_log_row_id"},
};

constexpr Query kQueries[] = {
    {.from = "missed_call_logs e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN "
             "message_call_log k ON k.message_row_id = e.message_row_id",
     .row = "e._id"},
    {.from = "missed_call_logs e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN (SELECT "
             "NULL AS call_log_row_id) k",
     .row = "e._id"},
    {.from = "missed_call_logs e LEFT JOIN (SELECT _id, timestamp, key_remote_jid AS raw_string "
             "FROM messages) m ON m._id = e.message_row_id LEFT JOIN (SELECT _id, key_remote_jid "
             "AS raw_string FROM messages) j ON j._id = e.message_row_id LEFT JOIN (SELECT NULL AS "
             "call_log_row_id) k",
     .row = "e._id"},
    // No table for them.
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS video_call, NULL AS message_row_id FROM jid "
             "WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS "
             "raw_string) j LEFT JOIN (SELECT NULL AS call_log_row_id) k",
     .row = "e._id"},
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS video_call, NULL AS message_row_id FROM "
             "messages WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS "
             "raw_string) j LEFT JOIN (SELECT NULL AS call_log_row_id) k",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_missed_calls) = {
    .id = "android_whatsapp_missed_calls",
    .title = "WhatsApp calls that messages say were missed (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of missed_call_logs",
    .table = "missed_call_logs",
};

}  // namespace bridle
