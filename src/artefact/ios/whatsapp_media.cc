// Files and contact cards of WhatsApp messages, also those whose message is gone; and whether each
// file is still what was received: compared with the one at the path that WhatsApp noted, below
// Message/ in its folder, and with all other media of the case.
//
// ZVCARDSTRING holds the MIME type of a file or the card of a contact; ZVCARDNAME the base64
// SHA-256 of the file or the name on the card.

#include "artefact/ios/whatsapp_stores.h"
#include "artefact/verified_media.h"

namespace bridle {
namespace {

constexpr Field kSaid[] = {
    {"time", Kind::time, "when its message was sent or received", "apple_time0(m.ZMESSAGEDATE)"},
    {"url", Kind::url, "where it was fetched from", "bytes_text(d.ZMEDIAURL)"},
    {"url_time", Kind::time, "when that address was given",
     "CASE WHEN d.ZMEDIAURLDATE > -63000000000 THEN apple_time0(d.ZMEDIAURLDATE) END"},
    {"path", Kind::path, "where the store says that the file lies", "d.ZMEDIALOCALPATH"},
    {"bytes", Kind::number, "its size as it was received", "d.ZFILESIZE"},
    {"title", Kind::content, "caption, or title of a linked page", "bytes_text(d.ZTITLE)"},
    {"author", Kind::content, "who made it", "bytes_text(d.ZAUTHORNAME)"},
    {"card", Kind::content, "MIME type, or the card of a contact", "bytes_text(d.ZVCARDSTRING)"},
    {"name", Kind::content, "base64 SHA-256, or the name on the card", "bytes_text(d.ZVCARDNAME)"},
    {"sha256", Kind::hash, "SHA-256 of the file as it was received",
     "CASE length(d.ZVCARDNAME) WHEN 44 THEN base64_hex(d.ZVCARDNAME) END"},
    {"mime", Kind::text, "what it is said to be",
     "CASE WHEN d.ZVCARDSTRING LIKE '%_/_%' AND length(d.ZVCARDSTRING) < 100 THEN d.ZVCARDSTRING "
     "END"},
    {"transferred", Kind::number, "1 if it was loaded", "d.ZMEDIALOCALPATH IS NOT NULL"},
    {"direction", Kind::text, "received or sent",
     "CASE m.ZISFROMME WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"latitude", Kind::real, "of a place that was sent, degrees north",
     "CASE m.ZMESSAGETYPE WHEN 5 THEN d.ZLATITUDE END", Need::sometimes},
    {"longitude", Kind::real, "degrees east", "CASE m.ZMESSAGETYPE WHEN 5 THEN d.ZLONGITUDE END",
     Need::sometimes},
    {"preview", Kind::path, "where a small picture of it lies", "d.ZXMPPTHUMBPATH",
     Need::sometimes},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "CASE m.ZISFROMME WHEN 1 THEN NULL ELSE coalesce(g.ZMEMBERJID, m.ZFROMJID) END"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"message", Kind::number, "Z_PK of its message", "d.ZMESSAGE"},
};

constexpr auto kFields = with_found(kSaid);

constexpr Query kQueries[] = {
    {.from = "ZWAMEDIAITEM d LEFT JOIN ZWAMESSAGE m ON m.Z_PK = d.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN ZWAGROUPMEMBER g ON g.Z_PK = "
             "m.ZGROUPMEMBER",
     .row = "d.Z_PK"},
    {.from = "ZWAMEDIAITEM d LEFT JOIN ZWAMESSAGE m ON m.Z_PK = d.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION LEFT JOIN (SELECT NULL AS ZMEMBERJID) g",
     .row = "d.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_media) = {
    .id = "ios_whatsapp_media",
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
