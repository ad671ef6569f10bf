// Links that attackers sent as SMS or iMessage, with the account that sent them.
//
// The text may stand in `text`, or only in `attributedBody` (an archived NSAttributedString), in
// `payload_data` (the archive of a rich link) or in `message_summary_info` (earlier forms of an
// edited message). Times are seconds since 2001, nanoseconds from iOS 11 on. Messages with
// handle_id 0 have no handle row; their chat names the other side.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/SMS/sms.db",
    "private/var/mobile/Library/SMS/sms.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was sent or received", "apple_any(m.date)"},
    {"text", Kind::content, "what was written", "m.text"},
    {"attributed_text", Kind::content, "the text of attributedBody, where it differs from `text`",
     "nullif(attributed_text(m.attributedBody), m.text)"},
    {"subject", Kind::content, "its subject", "m.subject"},
    {"payload", Kind::content, "texts of the rich link or app that came with it",
     "plist_text(m.payload_data)", Need::sometimes},
    {"edits", Kind::content, "texts of earlier forms, and of its summary",
     "plist_text(m.message_summary_info)", Need::sometimes},
    {"handle", Kind::account, "the other side; taken from the chat if the message has no handle",
     "coalesce(h.id, c.chat_identifier)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.is_from_me WHEN 1 THEN 'sent' ELSE 'received' END"},
    {"service", Kind::text, "iMessage, SMS or RCS", "m.service"},
    {"account", Kind::account, "the owner's account that it went through", "m.account",
     Need::sometimes},
    {"called", Kind::account, "the owner's number or address that it was sent to",
     "m.destination_caller_id", Need::sometimes},
    {"chat", Kind::account, "the chat's identifier, where it is not the handle",
     "nullif(c.chat_identifier, h.id)"},
    {"chat_name", Kind::content, "the chat's name", "c.display_name"},
    {"group_title", Kind::content, "new name of the group, in a message that renames it",
     "m.group_title", Need::sometimes},
    {"plugin", Kind::app, "app that made the message", "m.balloon_bundle_id", Need::sometimes},
    {"read", Kind::time, "when it was read", "apple_any(m.date_read)"},
    {"delivered", Kind::time, "when it was delivered", "apple_any(m.date_delivered)"},
    {"played", Kind::time, "when its sound was played", "apple_any(m.date_played)",
     Need::sometimes},
    {"edited", Kind::time, "when it was edited", "apple_any(m.date_edited)", Need::sometimes},
    {"retracted", Kind::time, "when it was taken back", "apple_any(m.date_retracted)",
     Need::sometimes},
    {"deleted", Kind::time, "when the owner deleted it", "apple_any(r.delete_date)",
     Need::sometimes},
    {"guid", Kind::text, "its id on all devices", "m.guid"},
    {"reply_to", Kind::text, "guid of the message before it in its chat", "m.reply_to_guid",
     Need::sometimes},
    {"thread", Kind::text, "guid of the message that it answers", "m.thread_originator_guid",
     Need::sometimes},
    {"about", Kind::text, "guid of the message that it reacts to", "m.associated_message_guid",
     Need::sometimes},
    {"is_read", Kind::number, "1 if read", "m.is_read"},
    {"item_type", Kind::number, "0 message, else a change of the group", "m.item_type",
     Need::sometimes},
    {"has_attachments", Kind::number, "1 if files came with it", "m.cache_has_attachments",
     Need::sometimes},
    {"spam", Kind::number, "1 if filtered as spam", "m.is_spam", Need::sometimes},
    {"error", Kind::number, "error of sending or receiving", "m.error", Need::sometimes},
};

constexpr Query kQueries[] = {
    // From iOS 16 on, deleted messages stay for 30 days under a join of their own.
    {.from = "message m LEFT JOIN handle h ON h.ROWID = m.handle_id LEFT JOIN (SELECT "
             "message_id, min(chat_id) AS chat_id FROM chat_message_join GROUP BY "
             "message_id) j ON j.message_id = m.ROWID LEFT JOIN (SELECT message_id, "
             "min(chat_id) AS chat_id, max(delete_date) AS delete_date FROM "
             "chat_recoverable_message_join GROUP BY message_id) r ON r.message_id = m.ROWID "
             "LEFT JOIN chat c ON c.ROWID = coalesce(j.chat_id, r.chat_id)",
     .row = "m.ROWID"},
    {.from = "message m LEFT JOIN handle h ON h.ROWID = m.handle_id LEFT JOIN (SELECT "
             "message_id, min(chat_id) AS chat_id FROM chat_message_join GROUP BY "
             "message_id) j ON j.message_id = m.ROWID LEFT JOIN chat c ON c.ROWID = "
             "j.chat_id",
     .row = "m.ROWID"},
    {.from = "message m LEFT JOIN handle h ON h.ROWID = m.handle_id LEFT JOIN (SELECT NULL "
             "AS chat_identifier, NULL AS display_name) c",
     .row = "m.ROWID"},
};

}  // namespace

ARTEFACT(ios_sms) = {
    .id = "ios_sms",
    .title = "Messages: SMS and iMessage",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::core,
    .row = "rowid of message",
    .table = "message",
};

}  // namespace bridle
