// Files of WhatsApp messages, with the SHA-256 that WhatsApp noted of each when it received it, and
// whether the file is still what it was: compared with the one at the path that WhatsApp noted, and
// with all other media of the case.
//
// Shared storage can be written by any app that may use it: one that replaces a picture, a document
// or a voice message after it came changes what the owner sees (Media File Jacking). What was sent
// is told apart: its row may stand for the original, while the app sent a smaller copy.
// Source: Symantec, Media File Jacking (2019).

#include "artefact/android/whatsapp_stores.h"
#include "artefact/verified_media.h"

namespace bridle {
namespace {

constexpr Field kSaid[] = {
    {"time", Kind::time, "when its message was sent or received", "unix_ms(m.timestamp)"},
    {"received", Kind::time, "when it came, by the phone's clock",
     "unix_ms(nullif(m.received_timestamp, -1))"},
    {"url", Kind::url, "where it was fetched from", "bytes_text(d.message_url)"},
    {"direct_path", Kind::content, "the same without its host", "d.direct_path"},
    {"path", Kind::path, "where the store says that the file lies", "d.file_path"},
    {"bytes", Kind::number, "its size as it was received",
     "coalesce(nullif(d.file_length, 0), nullif(d.file_size, 0))"},
    {"mime", Kind::text, "what it is said to be", "d.mime_type"},
    {"name", Kind::content, "its name", "bytes_text(d.media_name)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was received", "base64_hex(d.file_hash)"},
    {"sha256_original", Kind::hash, "SHA-256 of it before the sender's app made it smaller",
     "base64_hex(d.original_file_hash)", Need::sometimes},
    {"sha256_partial", Kind::hash, "SHA-256 of the first part of a picture that comes in parts",
     "base64_hex(d.partial_media_hash)", Need::sometimes},
    {"sha256_sealed", Kind::hash, "SHA-256 of it as it lay on the server",
     "base64_hex(d.enc_file_hash)"},
    {"transferred", Kind::number, "1 if it was loaded", "d.transferred"},
    {"transcoded", Kind::number, "1 if the app made it smaller before it was sent", "d.transcoded",
     Need::sometimes},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"message", Kind::number, "_id of its message", "d.message_row_id"},
};
constexpr auto kFields = with_found(kSaid);

constexpr Query kQueries[] = {
    {.from = "message_media d LEFT JOIN message m ON m._id = d.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "d.message_row_id"},
    {.from = "message_media d LEFT JOIN message m ON m._id = d.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "d.message_row_id"},
    // In the rows of messages until 2021: android_whatsapp_old_messages reads those.
    {.from = "(SELECT _id AS message_row_id, NULL AS message_url, NULL AS direct_path, NULL AS "
             "file_path, NULL AS file_length, NULL AS file_size, NULL AS mime_type, NULL AS "
             "media_name, NULL AS file_hash, NULL AS original_file_hash, NULL AS enc_file_hash, "
             "NULL AS transferred FROM messages WHERE 0) d LEFT JOIN (SELECT NULL AS timestamp, "
             "NULL AS from_me, NULL AS received_timestamp) m LEFT JOIN (SELECT NULL AS raw_string) "
             "j LEFT JOIN (SELECT NULL AS "
             "raw_string) s LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "d.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_media) = {
    .id = "android_whatsapp_media",
    .title = "Files of WhatsApp messages, compared with what was received (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = verified_media<kQueries, kSaid>,
    .row = "message_row_id of message_media",
    .table = "message_media",
    .turn = Turn::hashed,
};

}  // namespace bridle
