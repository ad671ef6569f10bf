// Whether the files that WhatsApp received are still what came: the SHA-256 that it noted of each
// is compared with the file at the path that it noted, and with all other media of the case.
//
// Shared storage can be written by any app that may use it: one that replaces a picture, a document
// or a voice message after it came changes what the owner sees (Media File Jacking). What was sent
// is told apart: its row may stand for the original, while the app sent a smaller copy.
// Source: Symantec, Media File Jacking (2019).

#include "artefact/android/whatsapp_media_rows.h"
#include "artefact/verified_media.h"

namespace bridle {
namespace {

constexpr Field kSaid[] = {
    {"time", Kind::time, "when its message was sent or received", "unix_ms(m.timestamp)"},
    {"received", Kind::time, "when it came, by the phone's clock",
     "unix_ms(nullif(m.received_timestamp, -1))"},
    {"path", Kind::path, "where the store says that the file lies", "d.file_path"},
    {"bytes", Kind::number, "its size as recorded",
     "coalesce(nullif(d.file_length, 0), nullif(d.file_size, 0))"},
    {"mime", Kind::text, "what it is said to be", "d.mime_type"},
    {"name", Kind::content, "its name", "bytes_text(d.media_name)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was recorded", "base64_hex(d.file_hash)"},
    {"sha256_partial", Kind::hash, "SHA-256 of the first part of a picture that comes in parts",
     "base64_hex(d.partial_media_hash)", Need::sometimes},
    {"loaded", Kind::number, "1 if it was loaded", "d.transferred"},
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

}  // namespace

ARTEFACT(android_whatsapp_media_files) = {
    .id = "android_whatsapp_media_files",
    .title = "Files of WhatsApp messages, compared with what was received (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = verified_media<kWhatsAppMediaRows, kSaid>,
    .row = "message_row_id of message_media",
    .table = "message_media",
    .turn = Turn::hashed,
};

}  // namespace bridle
