// Files of messages that answers quote: their hashes and names stay here where the message itself
// was erased, or was to be seen only once.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when the quoted message was sent",
     "unix_ms(CASE WHEN q.timestamp > 0 THEN q.timestamp END)"},
    {"url", Kind::url, "where it was fetched from", "bytes_text(e.message_url)"},
    {"direct_path", Kind::content, "the same without its host", "e.direct_path"},
    {"path", Kind::path, "where the store says that the file lies", "e.file_path"},
    {"bytes", Kind::number, "its size as it was received",
     "coalesce(nullif(e.file_length, 0), nullif(e.file_size, 0))"},
    {"mime", Kind::text, "what it is said to be", "e.mime_type"},
    {"name", Kind::content, "its name", "bytes_text(e.media_name)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was received", "base64_hex(e.file_hash)"},
    {"sha256_sealed", Kind::hash, "SHA-256 of it as it lay on the server",
     "base64_hex(e.enc_file_hash)"},
    {"direction", Kind::text, "received or sent",
     "CASE q.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE q.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"type", Kind::number, "sort of the quoted message, as stored", "q.message_type"},
    {"stanza", Kind::text, "the quoted message's id on the network", "q.key_id"},
    {"message", Kind::number, "_id of the message that quotes it", "e.message_row_id"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message_quoted_media e LEFT JOIN message_quoted q ON q.message_row_id = "
             "e.message_row_id LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = q.sender_jid_row_id LEFT JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN "
             "jid p ON p._id = a.jid_row_id",
     .row = "e.message_row_id"},
    {.from = "message_quoted_media e LEFT JOIN message_quoted q ON q.message_row_id = "
             "e.message_row_id LEFT JOIN message m ON m._id = e.message_row_id LEFT JOIN chat c ON "
             "c._id = m.chat_row_id LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN jid s ON "
             "s._id = q.sender_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e.message_row_id"},
#define BRIDLE_NONE(table)                                                                        \
  "(SELECT _id AS message_row_id, NULL AS message_url, NULL AS direct_path, NULL AS file_path, "  \
  "NULL AS file_length, NULL AS file_size, NULL AS mime_type, NULL AS media_name, NULL AS "       \
  "file_hash, NULL AS enc_file_hash FROM " table                                                  \
  " WHERE 0) e LEFT JOIN (SELECT NULL AS timestamp, NULL AS from_me, NULL AS message_type, NULL " \
  "AS key_id) q LEFT JOIN (SELECT NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s " \
  "LEFT JOIN (SELECT NULL AS raw_string) j"
    // Stores that know no such thing.
    {.from = BRIDLE_NONE("jid"), .row = "e.message_row_id"},
    {.from = BRIDLE_NONE("messages"), .row = "e.message_row_id"},
#undef BRIDLE_NONE
};

}  // namespace

ARTEFACT(android_whatsapp_quoted_media) = {
    .id = "android_whatsapp_quoted_media",
    .title = "Files of quoted WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "message_row_id of message_quoted_media",
    .table = "message_quoted_media",
};

}  // namespace bridle
