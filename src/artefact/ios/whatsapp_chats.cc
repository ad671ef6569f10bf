// Who the owner had a WhatsApp chat with, also where all messages of it are gone.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "time of the last message", "apple_time0(s.ZLASTMESSAGEDATE)"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"name", Kind::content, "its name", "s.ZPARTNERNAME"},
    {"type", Kind::number, "0 a person, 1 a group, as stored", "s.ZSESSIONTYPE"},
    {"archived", Kind::number, "1 if archived", "s.ZARCHIVED"},
    {"removed", Kind::number, "1 if removed", "s.ZREMOVED"},
    {"counter", Kind::number, "how many messages it ever had", "s.ZMESSAGECOUNTER"},
    {"messages", Kind::number, "how many are left", "k.n"},
    {"group_created", Kind::time, "when the group was made", "apple_time0(i.ZCREATIONDATE)"},
    {"group_creator", Kind::phone, "WhatsApp id of who made it", "i.ZCREATORJID"},
};

constexpr Query kQueries[] = {
    {.from = "ZWACHATSESSION s LEFT JOIN ZWAGROUPINFO i ON i.Z_PK = s.ZGROUPINFO LEFT JOIN "
             "(SELECT ZCHATSESSION, count(*) AS n FROM ZWAMESSAGE GROUP BY ZCHATSESSION) k "
             "ON k.ZCHATSESSION = s.Z_PK",
     .row = "s.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_chats) = {
    .id = "ios_whatsapp_chats",
    .title = "WhatsApp chats",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWACHATSESSION",
    .table = "ZWACHATSESSION",
};

}  // namespace bridle
