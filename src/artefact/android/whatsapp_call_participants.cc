// Everybody who was in a WhatsApp call, also those of calls that are gone.
//
// call_result: as in android_whatsapp_calls.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when the call began",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"peer", Kind::phone, "WhatsApp id", "coalesce(p.raw_string, s.raw_string)"},
    {"outcome", Kind::text, "how it ended for the participant",
     "CASE e.call_result WHEN 0 THEN 'ended' WHEN 2 THEN 'missed' WHEN 3 THEN 'unavailable' WHEN 4 "
     "THEN 'rejected' WHEN 5 THEN 'answered' WHEN 7 THEN 'busy' WHEN 8 THEN 'joined' ELSE "
     "CAST(e.call_result AS TEXT) END"},
    {"call", Kind::number, "_id of the call", "e.call_log_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "call_log_participant_v2 e LEFT JOIN call_log m ON m._id = e.call_log_row_id LEFT "
             "JOIN jid s ON s._id = e.jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT "
             "JOIN jid p ON p._id = a.jid_row_id",
     .row = "e._id"},
    {.from = "call_log_participant_v2 e LEFT JOIN call_log m ON m._id = e.call_log_row_id LEFT "
             "JOIN jid s ON s._id = e.jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id, NULL AS call_result, NULL AS call_log_row_id FROM jid WHERE 0) e LEFT "
             "JOIN (SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN "
             "(SELECT NULL AS raw_string) s",
     .row = "e._id"},
    {.from = "(SELECT _id, NULL AS call_result, NULL AS call_log_row_id FROM messages WHERE 0) e "
             "LEFT JOIN (SELECT NULL AS timestamp) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT "
             "JOIN (SELECT NULL AS raw_string) s",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_call_participants) = {
    .id = "android_whatsapp_call_participants",
    .title = "Participants of WhatsApp calls (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of call_log_participant_v2",
    .table = "call_log_participant_v2",
};

}  // namespace bridle
