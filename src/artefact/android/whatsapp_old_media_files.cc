// Whether the files of messages as phones kept them until 2021 are still what was received, as
// android_whatsapp_media tells it of later ones. The file's path stands in an object of Java: a
// java.io.File ends its text with 77 02 00 2f.

#include "artefact/android/whatsapp_stores.h"
#include "artefact/verified_media.h"

namespace bridle {
namespace {

// x'4D656469612F' is "Media/".
constexpr Field kSaid[] = {
    {"time", Kind::time, "when its message was sent or received", "unix_ms(m.timestamp)"},
    {"received", Kind::time, "when it came, by the phone's clock",
     "unix_ms(nullif(m.received_timestamp, -1))"},
    {"path", Kind::path, "where the store says that the file lies",
     "CASE WHEN instr(m.thumb_image, x'4D656469612F') > 0 THEN bytes_text(substr(m.thumb_image, "
     "instr(m.thumb_image, x'4D656469612F'), max(0, instr(substr(m.thumb_image, "
     "instr(m.thumb_image, x'4D656469612F')), x'7702002F') - 1))) END"},
    {"bytes", Kind::number, "its size as recorded",
     "CASE WHEN m.media_size > 0 THEN m.media_size END"},
    {"mime", Kind::text, "what it is said to be", "m.media_mime_type"},
    {"name", Kind::content, "its name", "bytes_text(m.media_name)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was recorded", "base64_hex(m.media_hash)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.key_from_me WHEN 1 THEN 'sent' ELSE 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.key_from_me WHEN 1 THEN NULL ELSE coalesce(nullif(m.remote_resource, ''), "
     "nullif(m.key_remote_jid, '-1')) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group",
     "nullif(m.key_remote_jid, '-1')"},
    {"message", Kind::number, "_id of its message", "m._id"},
};
constexpr auto kFields = with_found(kSaid);

constexpr Query kQueries[] = {
    {.from = "messages m WHERE m.media_hash IS NOT NULL", .row = "m._id"},
    // Since they are gone: android_whatsapp_media reads the new ones.
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS received_timestamp, NULL AS thumb_image, "
             "NULL AS key_from_me, NULL AS remote_resource, NULL AS key_remote_jid, NULL AS "
             "media_mime_type, NULL AS media_name, NULL AS media_size, NULL AS media_hash FROM "
             "message WHERE 0) m",
     .row = "m._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_old_media_files) = {
    .id = "android_whatsapp_old_media_files",
    .title = "Files of WhatsApp messages of until 2021, compared with what was received (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = verified_media<kQueries, kSaid>,
    .row = "_id of messages",
    .table = "messages",
    .turn = Turn::hashed,
};

}  // namespace bridle
