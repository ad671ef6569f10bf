// WhatsApp calls: when, with whom, and how each one ended. Numbers that are in no address book
// count most here: CVE-2019-3568 came from such, so nothing is joined that a call could be missing
// from.
//
// call_result: 0 ended by the caller, 2 not answered, 3 could not be reached, 4 rejected,
// 5 answered, 7 busy, 8 a voice chat that was joined. call_unknown_caller is WhatsApp's own mark.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it began", "unix_ms(e.timestamp)"},
    {"seconds", Kind::real, "how long it lasted", "CAST(e.duration AS REAL)"},
    {"peer", Kind::phone, "WhatsApp id of the other side", "coalesce(p.raw_string, j.raw_string)"},
    {"peer_lid", Kind::account, "id that hides its number",
     "CASE WHEN j.server = 'lid' THEN j.raw_string END"},
    {"peers", Kind::content, "all participants of a group call, one on each line", "k.ids"},
    {"participants", Kind::number, "how many", "k.n"},
    {"direction", Kind::text, "received or sent",
     "CASE e.from_me WHEN 0 THEN 'received' WHEN 1 THEN 'sent' END"},
    {"outcome", Kind::text, "how it ended",
     "CASE e.call_result WHEN 0 THEN 'ended' WHEN 2 THEN 'missed' WHEN 3 THEN 'unavailable' WHEN 4 "
     "THEN 'rejected' WHEN 5 THEN 'answered' WHEN 7 THEN 'busy' WHEN 8 THEN 'joined' ELSE "
     "CAST(e.call_result AS TEXT) END"},
    {"video", Kind::number, "1 for a video call", "e.video_call"},
    {"bytes", Kind::number, "data that went in it", "e.bytes_transferred"},
    {"group", Kind::phone, "WhatsApp id of the group", "g.raw_string"},
    {"creator", Kind::phone, "device of who opened a group call", "d.raw_string"},
    {"call_id", Kind::text, "its id on the network", "e.call_id"},
    {"unknown_caller", Kind::number, "1 if WhatsApp did not know the caller",
     "u.call_log_row_id IS NOT NULL"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "call_log e LEFT JOIN jid j ON j._id = e.jid_row_id LEFT JOIN jid_map a ON "
             "a.lid_row_id = j._id LEFT JOIN jid p ON p._id = a.jid_row_id LEFT JOIN jid g ON "
             "g._id = e.group_jid_row_id LEFT JOIN jid d ON d._id = "
             "e.call_creator_device_jid_row_id LEFT JOIN (SELECT c.call_log_row_id AS id, count(*) "
             "AS n, group_concat(i.raw_string, char(10)) AS ids FROM call_log_participant_v2 c "
             "LEFT JOIN jid i ON i._id = c.jid_row_id GROUP BY c.call_log_row_id) k ON k.id = "
             "e._id LEFT JOIN call_unknown_caller u ON u.call_log_row_id = e._id",
     .row = "e._id"},
    {.from = "call_log e LEFT JOIN jid j ON j._id = e.jid_row_id LEFT JOIN (SELECT NULL AS "
             "raw_string) p LEFT JOIN jid g ON g._id = e.group_jid_row_id LEFT JOIN jid d ON d._id "
             "= e.call_creator_device_jid_row_id LEFT JOIN (SELECT c.call_log_row_id AS id, "
             "count(*) AS n, group_concat(i.raw_string, char(10)) AS ids FROM "
             "call_log_participant_v2 c LEFT JOIN jid i ON i._id = c.jid_row_id GROUP BY "
             "c.call_log_row_id) k ON k.id = e._id LEFT JOIN call_unknown_caller u ON "
             "u.call_log_row_id = e._id",
     .row = "e._id"},
    // Until 2022: without WhatsApp's own mark of unknown callers.
    {.from = "call_log e LEFT JOIN jid j ON j._id = e.jid_row_id LEFT JOIN (SELECT NULL AS "
             "raw_string) p LEFT JOIN jid g ON g._id = e.group_jid_row_id LEFT JOIN jid d ON d._id "
             "= e.call_creator_device_jid_row_id LEFT JOIN (SELECT c.call_log_row_id AS id, "
             "count(*) AS n, group_concat(i.raw_string, char(10)) AS ids FROM "
             "call_log_participant_v2 c LEFT JOIN jid i ON i._id = c.jid_row_id GROUP BY "
             "c.call_log_row_id) k ON k.id = e._id LEFT JOIN (SELECT NULL AS call_log_row_id) u",
     .row = "e._id"},
    // The calls alone.
    {.from = "call_log e LEFT JOIN jid j ON j._id = e.jid_row_id LEFT JOIN (SELECT NULL AS "
             "raw_string) p LEFT JOIN (SELECT NULL AS raw_string) g LEFT JOIN (SELECT NULL AS "
             "raw_string) d LEFT JOIN (SELECT NULL AS n, NULL AS ids) k LEFT JOIN (SELECT NULL AS "
             "call_log_row_id) u",
     .row = "e._id"},
    // Before 2019 there were none.
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS duration, NULL AS from_me, NULL AS "
             "call_result, NULL AS video_call, NULL AS bytes_transferred, NULL AS call_id FROM "
             "messages WHERE 0) e LEFT JOIN (SELECT NULL AS raw_string, NULL AS server) j LEFT "
             "JOIN (SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) g LEFT JOIN "
             "(SELECT NULL AS raw_string) d LEFT JOIN (SELECT NULL AS n, NULL AS ids) k LEFT JOIN "
             "(SELECT NULL AS call_log_row_id) u",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_calls) = {
    .id = "android_whatsapp_calls",
    .title = "WhatsApp calls (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of call_log",
    .table = "call_log",
};

}  // namespace bridle
