// Who is in the owner's groups. A stranger whom nobody knows there may have come to send something.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"group", Kind::phone, "WhatsApp id of the group", "s.ZCONTACTJID"},
    {"name", Kind::content, "its name", "bytes_text(s.ZPARTNERNAME)"},
    {"member", Kind::phone, "WhatsApp id of the member", "e.ZMEMBERJID"},
    {"admin", Kind::number, "1 an administrator, as stored", "e.ZISADMIN"},
    {"active", Kind::number, "0 if no longer in it", "e.ZISACTIVE"},
    {"member_name", Kind::content, "name of the member", "bytes_text(e.ZCONTACTNAME)"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAGROUPMEMBER e LEFT JOIN ZWACHATSESSION s ON s.Z_PK = e.ZCHATSESSION",
     .row = "e.Z_PK"},
    // Stores that know no such thing.
    {.from = "(SELECT Z_PK, NULL AS ZMEMBERJID, NULL AS ZISADMIN, NULL AS ZISACTIVE, NULL AS "
             "ZCONTACTNAME FROM ZWAMESSAGE WHERE 0) e LEFT JOIN (SELECT NULL AS ZCONTACTJID, NULL "
             "AS ZPARTNERNAME) s",
     .row = "e.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_members) = {
    .id = "ios_whatsapp_members",
    .title = "Members of WhatsApp groups",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAGROUPMEMBER",
    .table = "ZWAGROUPMEMBER",
};

}  // namespace bridle
