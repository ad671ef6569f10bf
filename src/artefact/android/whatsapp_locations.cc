// Places that were sent, and where somebody was who shared that for a while.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received",
     "unix_ms(CASE WHEN m.timestamp > 0 THEN m.timestamp END)"},
    {"latitude", Kind::real, "degrees north; where a shared one began", "e.latitude"},
    {"longitude", Kind::real, "degrees east", "e.longitude"},
    {"place", Kind::content, "its name", "bytes_text(e.place_name)"},
    {"address", Kind::content, "its address", "bytes_text(e.place_address)"},
    {"url", Kind::url, "a page about it", "bytes_text(e.url)"},
    {"live_seconds", Kind::number, "how long a live place was shared",
     "nullif(e.live_location_share_duration, 0)"},
    {"last_latitude", Kind::real, "where that ended", "e.live_location_final_latitude"},
    {"last_longitude", Kind::real, "where that ended", "e.live_location_final_longitude"},
    {"last_time", Kind::time, "when that ended",
     "unix_ms(CASE WHEN e.live_location_final_timestamp > 0 THEN e.live_location_final_timestamp "
     "END)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"message", Kind::number, "_id of its message", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_location e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "e.message_row_id"},
    {.from = "message_location e LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c "
             "ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e.message_row_id"},
    // Stores that know no such thing.
    {.from =
         "(SELECT _id AS message_row_id, NULL AS latitude, NULL AS longitude, NULL AS place_name, "
         "NULL AS place_address, NULL AS url, NULL AS live_location_share_duration, NULL AS "
         "live_location_final_latitude, NULL AS live_location_final_longitude, NULL AS "
         "live_location_final_timestamp FROM jid WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, "
         "NULL AS from_me) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS "
         "raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
    {.from =
         "(SELECT _id AS message_row_id, NULL AS latitude, NULL AS longitude, NULL AS place_name, "
         "NULL AS place_address, NULL AS url, NULL AS live_location_share_duration, NULL AS "
         "live_location_final_latitude, NULL AS live_location_final_longitude, NULL AS "
         "live_location_final_timestamp FROM messages WHERE 0) e LEFT JOIN (SELECT NULL AS "
         "timestamp, NULL AS from_me) m LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN (SELECT "
         "NULL AS raw_string) s LEFT JOIN (SELECT NULL AS raw_string) j",
     .row = "e.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_locations) = {
    .id = "android_whatsapp_locations",
    .title = "Places sent by WhatsApp (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_location",
    .table = "message_location",
};

}  // namespace bridle
