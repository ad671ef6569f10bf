// Links that attackers sent by WhatsApp, with the account that sent them.
//
// Core Data. In a group, ZGROUPMEMBER tells who wrote; ZFROMJID is then the group.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was sent or received", "apple_time0(m.ZMESSAGEDATE)"},
    {"sent", Kind::time, "when the sender sent it", "apple_time0(m.ZSENTDATE)"},
    {"text", Kind::content, "what was written", "bytes_text(m.ZTEXT)"},
    {"direction", Kind::text, "received or sent",
     "CASE m.ZISFROMME WHEN 1 THEN 'sent' ELSE 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who wrote it",
     "CASE m.ZISFROMME WHEN 1 THEN NULL ELSE coalesce(g.ZMEMBERJID, m.ZFROMJID) END"},
    {"recipient", Kind::phone, "WhatsApp id that it was sent to", "m.ZTOJID"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"chat_name", Kind::content, "name of the chat", "s.ZPARTNERNAME"},
    {"member_name", Kind::content, "name of who wrote it in a group", "g.ZCONTACTNAME"},
    {"push_name", Kind::content, "what the sender calls himself", "bytes_text(m.ZPUSHNAME)"},
    {"type", Kind::text, "what it is",
     "CASE m.ZMESSAGETYPE WHEN 0 THEN 'text' WHEN 1 THEN 'image' WHEN 2 THEN 'video' "
     "WHEN 3 THEN 'audio' WHEN 4 THEN 'contact' WHEN 5 THEN 'location' WHEN 6 THEN "
     "'system' WHEN 7 THEN 'url' WHEN 8 THEN 'document' WHEN 10 THEN 'system' WHEN "
     "11 THEN 'gif' WHEN 14 THEN 'deleted' WHEN 15 THEN 'sticker' WHEN 38 THEN "
     "'view_once' WHEN 39 THEN 'view_once' WHEN 46 THEN 'poll' WHEN 53 THEN "
     "'view_once' WHEN 54 THEN 'video_note' WHEN 59 THEN 'call' WHEN 63 THEN 'event' "
     "WHEN 66 THEN 'album' ELSE CAST(m.ZMESSAGETYPE AS TEXT) END"},
    {"status", Kind::number, "state of sending, as stored", "m.ZMESSAGESTATUS"},
    {"group_event", Kind::number, "kind of change of the group, as stored", "m.ZGROUPEVENTTYPE"},
    {"flags", Kind::number, "as stored", "m.ZFLAGS"},
    {"starred", Kind::number, "1 if the owner marked it", "m.ZSTARRED"},
    {"stanza", Kind::text, "its id on the network", "m.ZSTANZAID"},
    {"chat_type", Kind::number, "0 a person, 1 a group, as stored", "s.ZSESSIONTYPE"},
    {"chat_archived", Kind::number, "1 if the chat is archived", "s.ZARCHIVED"},
    {"chat_removed", Kind::number, "1 if the chat was removed", "s.ZREMOVED"},
    {"chat_last", Kind::time, "time of the chat's last message", "apple_time0(s.ZLASTMESSAGEDATE)"},
    {"group_created", Kind::time, "when the group was made", "apple_time0(i.ZCREATIONDATE)"},
    {"group_creator", Kind::phone, "WhatsApp id of who made it", "i.ZCREATORJID"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAMESSAGE m LEFT JOIN ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN "
             "ZWAGROUPMEMBER g ON g.Z_PK = m.ZGROUPMEMBER LEFT JOIN ZWAGROUPINFO i ON i.Z_PK "
             "= s.ZGROUPINFO",
     .row = "m.Z_PK"},
    {.from = "ZWAMESSAGE m LEFT JOIN ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN "
             "(SELECT NULL AS ZMEMBERJID, NULL AS ZCONTACTNAME) g LEFT JOIN ZWAGROUPINFO i "
             "ON i.Z_PK = s.ZGROUPINFO",
     .row = "m.Z_PK"},
    // The messages alone.
    {.from = "ZWAMESSAGE m LEFT JOIN (SELECT NULL AS ZMEMBERJID, NULL AS ZCONTACTNAME) g "
             "LEFT JOIN (SELECT NULL AS ZCONTACTJID, NULL AS ZPARTNERNAME, NULL AS "
             "ZSESSIONTYPE, NULL AS ZARCHIVED, NULL AS ZREMOVED, NULL AS ZLASTMESSAGEDATE) s "
             "LEFT JOIN (SELECT NULL AS ZCREATIONDATE, NULL AS ZCREATORJID) i",
     .row = "m.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_messages) = {
    .id = "ios_whatsapp_messages",
    .title = "WhatsApp messages",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAMESSAGE",
    .table = "ZWAMESSAGE",
    .core_of = "whatsapp-database",
};

}  // namespace bridle
