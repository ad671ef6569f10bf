// Who the owner had a chat with, also where all messages of it are gone.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/SMS/sms.db",
    "private/var/mobile/Library/SMS/sms.db",
};

constexpr Field kFields[] = {
    {"chat", Kind::account, "the other side, or the group's id", "c.chat_identifier"},
    {"name", Kind::content, "its name", "c.display_name"},
    {"room", Kind::content, "the group's room", "c.room_name"},
    {"people", Kind::content, "who takes part, one on each line", "p.ids"},
    {"service", Kind::text, "iMessage, SMS or RCS", "c.service_name"},
    {"addressed", Kind::account, "the owner's account last used in it", "c.last_addressed_handle",
     Need::sometimes},
    {"filtered", Kind::number, "1 if it stands among unknown senders", "c.is_filtered",
     Need::sometimes},
    {"archived", Kind::number, "1 if archived", "c.is_archived", Need::sometimes},
    {"messages", Kind::number, "how many messages are left of it", "k.n"},
    {"properties", Kind::content, "texts of its properties", "plist_text(c.properties)",
     Need::sometimes},
    {"guid", Kind::text, "its id", "c.guid"},
};

constexpr Query kQueries[] = {
    {.from = "chat c LEFT JOIN (SELECT j.chat_id AS chat_id, group_concat(h.id, char(10)) AS "
             "ids FROM chat_handle_join j JOIN handle h ON h.ROWID = j.handle_id GROUP BY "
             "j.chat_id) p ON p.chat_id = c.ROWID LEFT JOIN (SELECT chat_id, count(*) AS n "
             "FROM chat_message_join GROUP BY chat_id) k ON k.chat_id = c.ROWID",
     .row = "c.ROWID"},
    {.from = "chat c LEFT JOIN (SELECT NULL AS ids) p LEFT JOIN (SELECT chat_id, count(*) AS "
             "n FROM chat_message_join GROUP BY chat_id) k ON k.chat_id = c.ROWID",
     .row = "c.ROWID"},
};

}  // namespace

ARTEFACT(ios_sms_chats) = {
    .id = "ios_sms_chats",
    .title = "Chats of Messages",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of chat",
    .table = "chat",
};

}  // namespace bridle
