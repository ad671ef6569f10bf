// Links that attackers sent by WhatsApp, with the account that sent them.
//
// The table `message`; who wrote in a group is sender_jid_row_id, else the other side of the chat.
// message_text holds what WhatsApp showed of a link, also where the text was changed since.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was sent; of what was received, by the server's clock",
     "unix_ms(m.timestamp)"},
    {"received", Kind::time, "when it came, by the phone's clock",
     "unix_ms(nullif(m.received_timestamp, -1))"},
    {"text", Kind::content, "what was written", "bytes_text(m.text_data)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.from_me WHEN 1 THEN 'sent' ELSE 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who wrote it",
     "CASE m.from_me WHEN 1 THEN NULL ELSE coalesce(p.raw_string, s.raw_string, q.raw_string, "
     "j.raw_string) END"},
    {"sender_lid", Kind::account, "id that hides the sender's number",
     "CASE WHEN s.server = 'lid' THEN s.raw_string END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group",
     "coalesce(q.raw_string, j.raw_string)"},
    {"chat_name", Kind::content, "name of the group", "bytes_text(c.subject)"},
    {"type", Kind::text, "what it is",
     "CASE m.message_type WHEN 0 THEN 'text' WHEN 1 THEN 'image' WHEN 2 THEN 'audio' WHEN 3 THEN "
     "'video' WHEN 4 THEN 'contact' WHEN 5 THEN 'location' WHEN 7 THEN 'system' WHEN 9 THEN "
     "'document' WHEN 10 THEN 'call' WHEN 13 THEN 'gif' WHEN 15 THEN 'deleted' WHEN 16 THEN "
     "'location' WHEN 20 THEN 'sticker' WHEN 42 THEN 'view_once' WHEN 43 THEN 'view_once' WHEN 64 "
     "THEN 'deleted' WHEN 66 THEN 'poll' WHEN 81 THEN 'video_note' WHEN 82 THEN 'view_once' WHEN "
     "90 THEN 'call' WHEN 92 THEN 'event' WHEN 99 THEN 'album' ELSE CAST(m.message_type AS TEXT) "
     "END"},
    {"link", Kind::url, "link that WhatsApp showed a preview of", "bytes_text(t.url)"},
    {"page_title", Kind::content, "title of that page", "bytes_text(t.page_title)"},
    {"page_text", Kind::content, "first words of that page", "bytes_text(t.description)"},
    {"stanza", Kind::text, "its id on the network", "m.key_id"},
    {"status", Kind::number, "state of sending, as stored", "m.status"},
    {"starred", Kind::number, "1 if the owner marked it", "m.starred"},
    {"chat_archived", Kind::number, "1 if the chat is archived", "c.archived"},
    {"group_created", Kind::time, "when the group was made", "unix_ms(c.created_timestamp)"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from = "message m LEFT JOIN chat c ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = "
             "c.jid_row_id LEFT JOIN jid s ON s._id = m.sender_jid_row_id LEFT JOIN jid_map a ON "
             "a.lid_row_id = s._id LEFT JOIN jid p ON p._id = a.jid_row_id LEFT JOIN jid_map b ON "
             "b.lid_row_id = j._id LEFT JOIN jid q ON q._id = b.jid_row_id LEFT JOIN message_text "
             "t ON t.message_row_id = m._id",
     .row = "m._id"},
    {.from = "message m LEFT JOIN chat c ON c._id = m.chat_row_id LEFT JOIN jid j ON j._id = "
             "c.jid_row_id LEFT JOIN jid s ON s._id = m.sender_jid_row_id LEFT JOIN (SELECT NULL "
             "AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) q LEFT JOIN message_text t ON "
             "t.message_row_id = m._id",
     .row = "m._id"},
    // Before there was such a table: android_whatsapp_old_messages reads those.
    {.from = "(SELECT _id, NULL AS timestamp, NULL AS received_timestamp, NULL AS text_data, NULL "
             "AS from_me, NULL AS message_type, NULL AS key_id, NULL AS status, NULL AS starred "
             "FROM messages WHERE 0) m LEFT JOIN (SELECT NULL AS subject, NULL AS archived, NULL "
             "AS created_timestamp) c LEFT JOIN (SELECT NULL AS raw_string) j LEFT JOIN (SELECT "
             "NULL AS raw_string, NULL AS server) s LEFT JOIN (SELECT NULL AS raw_string) p LEFT "
             "JOIN (SELECT NULL AS raw_string) q LEFT JOIN (SELECT NULL AS url, NULL AS "
             "page_title, NULL AS description) t",
     .row = "m._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_messages) = {
    .id = "android_whatsapp_messages",
    .title = "WhatsApp messages (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of message",
    .table = "message",
    .core_of = "whatsapp-database",
};

}  // namespace bridle
