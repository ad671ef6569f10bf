// Who the owner had a WhatsApp chat with, also where all messages of it are gone.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "time of the last message", "unix_ms(c.sort_timestamp)"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "j.raw_string"},
    {"name", Kind::content, "its name", "bytes_text(c.subject)"},
    {"type", Kind::text, "person, group, or another sort as stored",
     "CASE WHEN j.server = 'g.us' THEN 'group' WHEN j.server IN ('s.whatsapp.net', 'lid') THEN "
     "'person' ELSE j.server END"},
    {"archived", Kind::number, "1 if archived", "c.archived"},
    {"hidden", Kind::number, "1 if not shown", "c.hidden"},
    {"messages", Kind::number, "how many messages are left", "coalesce(k.n, 0)"},
    {"group_created", Kind::time, "when the group was made", "unix_ms(c.created_timestamp)"},
    {"unseen_calls", Kind::number, "missed calls that were not looked at",
     "c.unseen_missed_calls_count", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "chat c LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN (SELECT chat_row_id, "
             "count(*) AS n FROM message GROUP BY chat_row_id) k ON k.chat_row_id = c._id",
     .row = "c._id"},
    {.from = "chat c LEFT JOIN jid j ON j._id = c.jid_row_id LEFT JOIN (SELECT NULL AS n) k",
     .row = "c._id"},
    // Until 2018.
    {.from = "(SELECT _id, key_remote_jid, subject, archived, NULL AS hidden, creation AS "
             "created_timestamp, sort_timestamp, NULL AS unseen_missed_calls_count FROM chat_list) "
             "c LEFT JOIN (SELECT _id, key_remote_jid AS raw_string, substr(key_remote_jid, "
             "instr(key_remote_jid, '@') + 1) AS server FROM chat_list) j ON j._id = c._id LEFT "
             "JOIN (SELECT key_remote_jid, count(*) AS n FROM messages GROUP BY key_remote_jid) k "
             "ON k.key_remote_jid = c.key_remote_jid",
     .row = "c._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_chats) = {
    .id = "android_whatsapp_chats",
    .title = "WhatsApp chats (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of chat",
    .table = "chat",
};

}  // namespace bridle
