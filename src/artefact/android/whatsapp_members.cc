// Who is in the owner's groups. A stranger whom nobody knows there may have come to send something.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"group", Kind::phone, "WhatsApp id of the group", "j.raw_string"},
    {"name", Kind::content, "its name", "bytes_text(c.subject)"},
    {"member", Kind::phone, "WhatsApp id of the member", "coalesce(p.raw_string, s.raw_string)"},
    {"admin", Kind::number, "0 a member, above it an administrator, as stored", "e.rank"},
    {"pending", Kind::number, "1 if not yet accepted", "e.pending"},
};

constexpr Query kQueries[] = {
    // Since 2024: the number behind an id.
    {.from =
         "group_participant_user e LEFT JOIN jid j ON j._id = e.group_jid_row_id LEFT JOIN chat c "
         "ON c.jid_row_id = e.group_jid_row_id LEFT JOIN jid s ON s._id = e.user_jid_row_id LEFT "
         "JOIN jid_map a ON a.lid_row_id = s._id LEFT JOIN jid p ON p._id = a.jid_row_id",
     .row = "e._id"},
    {.from = "group_participant_user e LEFT JOIN jid j ON j._id = e.group_jid_row_id LEFT JOIN "
             "chat c ON c.jid_row_id = e.group_jid_row_id LEFT JOIN jid s ON s._id = "
             "e.user_jid_row_id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Until 2021; a row without a name is the owner's own.
    {.from = "(SELECT _id, gjid, jid, admin AS rank, pending FROM group_participants) e LEFT JOIN "
             "(SELECT _id, gjid AS raw_string FROM group_participants) j ON j._id = e._id LEFT "
             "JOIN (SELECT key_remote_jid, subject FROM chat_list) c ON c.key_remote_jid = e.gjid "
             "LEFT JOIN (SELECT _id, nullif(jid, '') AS raw_string FROM group_participants) s ON "
             "s._id = e._id LEFT JOIN (SELECT NULL AS raw_string) p",
     .row = "e._id"},
    // Stores that know no such thing.
    {.from = "(SELECT _id, NULL AS rank, NULL AS pending FROM jid WHERE 0) e LEFT JOIN (SELECT "
             "NULL AS raw_string) j LEFT JOIN (SELECT NULL AS subject) c LEFT JOIN (SELECT NULL AS "
             "raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s",
     .row = "e._id"},
    {.from = "(SELECT _id, NULL AS rank, NULL AS pending FROM messages WHERE 0) e LEFT JOIN "
             "(SELECT NULL AS raw_string) j LEFT JOIN (SELECT NULL AS subject) c LEFT JOIN (SELECT "
             "NULL AS raw_string) p LEFT JOIN (SELECT NULL AS raw_string) s",
     .row = "e._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_members) = {
    .id = "android_whatsapp_members",
    .title = "Members of WhatsApp groups (Android)",
    .reads = kWhatsAppMessages,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of group_participant_user, or of group_participants in older stores",
    .table = "group_participant_user",
};

}  // namespace bridle
