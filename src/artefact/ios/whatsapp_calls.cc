// WhatsApp calls: when, with whom, and how each one ended.
//
// CVE-2019-3568 arrived as a call, so calls that nobody answered matter as much as the others, the
// more so if bytes were received.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it began", "apple_time0(e.ZDATE)"},
    {"seconds", Kind::real, "how long it lasted", "e.ZDURATION"},
    {"peer", Kind::phone, "WhatsApp id of the first participant", "p.ZJIDSTRING"},
    {"peers", Kind::content, "all participants, one on each line", "k.ids"},
    {"participants", Kind::number, "how many", "k.n"},
    {"direction", Kind::text, "received or sent",
     "CASE a.ZINCOMING WHEN 1 THEN 'received' WHEN 0 THEN 'sent' END"},
    {"outcome", Kind::text, "how it ended",
     "CASE e.ZOUTCOME WHEN 0 THEN 'ended' WHEN 1 THEN 'missed' WHEN 2 THEN 'failed' "
     "WHEN 4 THEN 'rejected' ELSE CAST(e.ZOUTCOME AS TEXT) END"},
    {"missed", Kind::number, "1 if missed", "a.ZMISSED"},
    {"missed_reason", Kind::number, "why, as stored", "a.ZMISSEDREASON"},
    {"video", Kind::number, "1 for a video call", "a.ZVIDEO"},
    {"bytes_received", Kind::number, "data that arrived in it", "e.ZBYTESRECEIVED"},
    {"bytes_sent", Kind::number, "data that left in it", "e.ZBYTESSENT"},
    {"creator", Kind::phone, "who opened the group call", "e.ZGROUPCALLCREATORUSERJIDSTRING"},
    {"group", Kind::phone, "WhatsApp id of the group", "e.ZGROUPJIDSTRING"},
    {"scheduled", Kind::content, "id of the plan for it", "e.ZSCHEDULEDID", Need::sometimes},
    {"call_id", Kind::text, "its id on the network", "e.ZCALLIDSTRING", Need::sometimes},
    {"first", Kind::time, "first call of the row that the app shows", "apple_time0(a.ZFIRSTDATE)"},
    {"link", Kind::content, "token of a call link", "a.ZLINKTOKEN"},
};

constexpr Query kQueries[] = {
    {.from = "ZWACDCALLEVENT e LEFT JOIN (SELECT Z1PARTICIPANTS, count(*) AS n, min(Z_PK) AS "
             "first, group_concat(ZJIDSTRING, char(10)) AS ids FROM "
             "ZWACDCALLEVENTPARTICIPANT GROUP BY Z1PARTICIPANTS) k ON k.Z1PARTICIPANTS = "
             "e.Z_PK LEFT JOIN ZWACDCALLEVENTPARTICIPANT p ON p.Z_PK = k.first LEFT JOIN "
             "ZWAAGGREGATECALLEVENT a ON a.Z_PK = e.Z1CALLEVENTS",
     .row = "e.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_calls) = {
    .id = "ios_whatsapp_calls",
    .title = "WhatsApp calls",
    .reads = kWhatsAppCalls,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWACDCALLEVENT",
    .table = "ZWACDCALLEVENT",
    .core_of = "whatsapp-database",
};

}  // namespace bridle
