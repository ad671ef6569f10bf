// WhatsApp messages of the table `messages`, as phones kept them until 2021: with the files that
// came with them in the same row. During the change both tables hold messages; each is read.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was sent; of what was received, by the server's clock",
     "unix_ms(m.timestamp)"},
    {"received", Kind::time, "when it came, by the phone's clock",
     "unix_ms(nullif(m.received_timestamp, -1))"},
    {"text", Kind::content, "what was written", "bytes_text(m.data)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.key_from_me WHEN 1 THEN 'sent' ELSE 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who wrote it",
     "CASE m.key_from_me WHEN 1 THEN NULL ELSE coalesce(nullif(m.remote_resource, ''), "
     "nullif(m.key_remote_jid, '-1')) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group",
     "nullif(m.key_remote_jid, '-1')"},
    {"type", Kind::text, "what it is",
     "CASE CAST(m.media_wa_type AS INTEGER) WHEN 0 THEN CASE m.status WHEN 6 THEN 'system' ELSE "
     "'text' END WHEN 1 THEN 'image' WHEN 2 THEN 'audio' WHEN 3 THEN 'video' WHEN 4 THEN "
     "'contact' WHEN 5 THEN 'location' WHEN 8 THEN 'call' WHEN 9 THEN 'document' WHEN 10 THEN "
     "'call' WHEN 13 THEN 'gif' WHEN 15 THEN 'deleted' WHEN 16 THEN 'location' WHEN 20 THEN "
     "'sticker' ELSE CAST(m.media_wa_type AS TEXT) END"},
    {"stanza", Kind::text, "its id on the network", "m.key_id"},
    {"status", Kind::number, "state of sending, as stored", "m.status"},
    {"starred", Kind::number, "1 if the owner marked it", "m.starred", Need::sometimes},
    {"url", Kind::url, "where its file was fetched from", "bytes_text(m.media_url)"},
    {"mime", Kind::text, "what the file is said to be", "m.media_mime_type"},
    {"name", Kind::content, "the file's name", "bytes_text(m.media_name)"},
    {"caption", Kind::content, "what was written under it", "bytes_text(m.media_caption)"},
    {"bytes", Kind::number, "its size", "CASE WHEN m.media_size > 0 THEN m.media_size END"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was received", "base64_hex(m.media_hash)"},
    {"sha256_sealed", Kind::hash, "SHA-256 of the file as it lay on the server",
     "base64_hex(m.media_enc_hash)", Need::sometimes},
    {"latitude", Kind::real, "of a place that was sent, degrees north",
     "CASE WHEN m.latitude <> 0 OR m.longitude <> 0 THEN m.latitude END", Need::sometimes},
    {"longitude", Kind::real, "degrees east",
     "CASE WHEN m.latitude <> 0 OR m.longitude <> 0 THEN m.longitude END", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "messages m", .row = "m._id"},
    // Since they are gone: android_whatsapp_messages reads the new ones.
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS received_timestamp, NULL AS data, NULL AS "
             "key_from_me, NULL AS remote_resource, NULL AS key_remote_jid, NULL AS media_wa_type, "
             "NULL AS key_id, NULL AS status, NULL AS starred, NULL AS media_url, NULL AS "
             "media_mime_type, NULL AS media_name, NULL AS media_caption, NULL AS media_size, NULL "
             "AS media_hash, NULL AS media_enc_hash FROM message WHERE 0) m",
     .row = "m._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_old_messages) = {
    .id = "android_whatsapp_old_messages",
    .title = "WhatsApp messages in the table of until 2021 (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of messages",
    .table = "messages",
};

}  // namespace bridle
