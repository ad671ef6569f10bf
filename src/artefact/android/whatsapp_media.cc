// Files of WhatsApp messages, with the SHA-256 that WhatsApp noted of each when it received it.

#include "artefact/android/whatsapp_media_rows.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received", "unix_ms(m.timestamp)"},
    {"url", Kind::url, "where it was fetched from", "bytes_text(d.message_url)"},
    {"direct_path", Kind::content, "the same without its host", "d.direct_path"},
    {"path", Kind::path, "where the file lies", "d.file_path"},
    {"bytes", Kind::number, "its size",
     "coalesce(nullif(d.file_length, 0), nullif(d.file_size, 0))"},
    {"mime", Kind::text, "what it is said to be", "d.mime_type"},
    {"name", Kind::content, "its name", "bytes_text(d.media_name)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was received", "base64_hex(d.file_hash)"},
    {"sha256_original", Kind::hash, "SHA-256 of it before the sender's app made it smaller",
     "base64_hex(d.original_file_hash)", Need::sometimes},
    {"sha256_sealed", Kind::hash, "SHA-256 of it as it lay on the server",
     "base64_hex(d.enc_file_hash)"},
    {"transferred", Kind::number, "1 if it was loaded", "d.transferred"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, j.raw_string) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"message", Kind::number, "_id of its message", "d.message_row_id"},
};

}  // namespace

ARTEFACT(android_whatsapp_media) = {
    .id = "android_whatsapp_media",
    .title = "Files sent by WhatsApp (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kWhatsAppMediaRows, kFields>,
    .row = "message_row_id of message_media",
    .table = "message_media",
};

}  // namespace bridle
