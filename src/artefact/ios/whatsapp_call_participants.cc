// Everybody who was in a WhatsApp call, also those of calls that are gone.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when the call began", "apple_time0(e.ZDATE)"},
    {"peer", Kind::phone, "WhatsApp id", "p.ZJIDSTRING"},
    {"outcome", Kind::text, "how it ended for the participant",
     "CASE p.ZOUTCOME WHEN 0 THEN 'ended' WHEN 1 THEN 'missed' WHEN 2 THEN 'failed' "
     "WHEN 4 THEN 'rejected' ELSE CAST(p.ZOUTCOME AS TEXT) END"},
    {"call", Kind::number, "Z_PK of the call", "p.Z1PARTICIPANTS"},
};

constexpr Query kQueries[] = {
    {.from = "ZWACDCALLEVENTPARTICIPANT p LEFT JOIN ZWACDCALLEVENT e ON e.Z_PK = "
             "p.Z1PARTICIPANTS",
     .row = "p.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_call_participants) = {
    .id = "ios_whatsapp_call_participants",
    .title = "Participants of WhatsApp calls",
    .reads = kWhatsAppCalls,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWACDCALLEVENTPARTICIPANT",
    .table = "ZWACDCALLEVENTPARTICIPANT",
};

}  // namespace bridle
