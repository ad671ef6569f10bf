// Whether the files that WhatsApp received are still what came: the SHA-256 that it noted of each
// (ZVCARDNAME, base64) is compared with the file at the path that it noted, below Message/ in its
// folder, and with all other media of the case. What was sent is told apart.

#include "artefact/ios/whatsapp_stores.h"
#include "artefact/verified_media.h"

namespace bridle {
namespace {

constexpr Field kSaid[] = {
    {"time", Kind::time, "when its message was sent or received", "apple_time0(m.ZMESSAGEDATE)"},
    {"path", Kind::path, "where the store says that the file lies", "d.ZMEDIALOCALPATH"},
    {"bytes", Kind::number, "its size as recorded", "nullif(d.ZFILESIZE, 0)"},
    {"mime", Kind::text, "what it is said to be",
     "CASE WHEN d.ZVCARDSTRING LIKE '%/%' THEN d.ZVCARDSTRING END"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was recorded",
     "CASE length(d.ZVCARDNAME) WHEN 44 THEN base64_hex(d.ZVCARDNAME) END"},
    {"loaded", Kind::number, "1 if it was loaded", "d.ZMEDIALOCALPATH IS NOT NULL"},
    {"direction", Kind::text, "received or sent",
     "CASE m.ZISFROMME WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.ZISFROMME WHEN 1 THEN NULL ELSE coalesce(g.ZMEMBERJID, m.ZFROMJID) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"message", Kind::number, "Z_PK of its message", "d.ZMESSAGE"},
};
constexpr auto kFields = with_found(kSaid);

// Rows of contact cards and of linked pages have neither a path nor a hash.
constexpr Query kQueries[] = {
    {.from = "ZWAMEDIAITEM d LEFT JOIN ZWAMESSAGE m ON m.Z_PK = d.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN ZWAGROUPMEMBER g ON g.Z_PK = "
             "m.ZGROUPMEMBER WHERE d.ZMEDIALOCALPATH IS NOT NULL OR length(d.ZVCARDNAME) = 44",
     .row = "d.Z_PK"},
    {.from = "ZWAMEDIAITEM d LEFT JOIN ZWAMESSAGE m ON m.Z_PK = d.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN (SELECT NULL AS ZMEMBERJID) g "
             "WHERE d.ZMEDIALOCALPATH IS NOT NULL OR length(d.ZVCARDNAME) = 44",
     .row = "d.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_media_files) = {
    .id = "ios_whatsapp_media_files",
    .title = "Files of WhatsApp messages, compared with what was received",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = verified_media<kQueries, kSaid>,
    .row = "Z_PK of ZWAMEDIAITEM",
    .table = "ZWAMEDIAITEM",
    .turn = Turn::hashed,
};

}  // namespace bridle
