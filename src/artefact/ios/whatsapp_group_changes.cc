// Who came into the owner's groups and who left them, as WhatsApp noted it beside the messages.
//
// ZCHANGETYPE is Unknown beyond what it counts: the number is given as stored.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when", "apple_time0(e.ZCHANGEDATE)"},
    {"what", Kind::text, "what happened, as stored", "CAST(e.ZCHANGETYPE AS TEXT)"},
    {"chat", Kind::phone, "WhatsApp id of the group", "e.ZGROUPJID"},
    {"whom", Kind::content, "WhatsApp ids of those it was done to", "bytes_text(e.ZMEMBERJIDS)"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAGROUPMEMBERSCHANGE e", .row = "e.Z_PK"},
    // Stores that know no such thing.
    {.from = "(SELECT Z_PK, NULL AS ZCHANGEDATE, NULL AS ZCHANGETYPE, NULL AS ZGROUPJID, NULL AS "
             "ZMEMBERJIDS FROM ZWAMESSAGE WHERE 0) e",
     .row = "e.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_group_changes) = {
    .id = "ios_whatsapp_group_changes",
    .title = "Changes of the members of WhatsApp groups",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAGROUPMEMBERSCHANGE",
    .table = "ZWAGROUPMEMBERSCHANGE",
};

}  // namespace bridle
