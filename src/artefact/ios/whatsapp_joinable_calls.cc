// Group calls and call links, with who opened them.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when it began", "apple_time0(e.ZDATE)"},
    {"seconds", Kind::real, "how long it lasted", "e.ZDURATION"},
    {"creator", Kind::phone, "who opened it", "e.ZCALLCREATORJIDSTRING"},
    {"from", Kind::phone, "who offered it", "e.ZFROMJIDSTRING"},
    {"group", Kind::phone, "WhatsApp id of the group", "e.ZGROUPJIDSTRING"},
    {"call_id", Kind::text, "its id on the network", "e.ZCALLIDSTRING"},
    {"outcome", Kind::number, "as stored", "e.ZCURRENTOUTCOME"},
    {"video", Kind::number, "1 for a video call", "e.ZVIDEO"},
    {"bytes_received", Kind::number, "data that arrived in it", "e.ZBYTESRECEIVED"},
    {"bytes_sent", Kind::number, "data that left in it", "e.ZBYTESSENT"},
    {"link", Kind::content, "token of a call link", "e.ZLINKTOKEN"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAJOINABLECALLEVENT e", .row = "e.Z_PK"},
    // Before there were such calls.
    {.from = "(SELECT Z_PK, NULL AS ZDATE, NULL AS ZDURATION, NULL AS ZCALLCREATORJIDSTRING, "
             "NULL AS ZFROMJIDSTRING, NULL AS ZGROUPJIDSTRING, NULL AS ZCALLIDSTRING, NULL "
             "AS ZCURRENTOUTCOME, NULL AS ZVIDEO, NULL AS ZBYTESRECEIVED, NULL AS "
             "ZBYTESSENT, NULL AS ZLINKTOKEN FROM ZWACDCALLEVENT WHERE 0) e",
     .row = "e.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_joinable_calls) = {
    .id = "ios_whatsapp_joinable_calls",
    .title = "WhatsApp calls that one could join",
    .reads = kWhatsAppCalls,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAJOINABLECALLEVENT",
    .table = "ZWAJOINABLECALLEVENT",
};

}  // namespace bridle
