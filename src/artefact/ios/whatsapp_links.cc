// What WhatsApp kept of links: their previews, also where the message is gone.

#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"time", Kind::time, "when its message was sent or received",
     "coalesce(apple_time0(m.ZMESSAGEDATE), apple_time0(d.ZDATE))"},
    {"noted", Kind::time, "when the preview was made", "apple_time0(d.ZDATE)"},
    {"matched", Kind::content, "the link as it stands in the text", "bytes_text(d.ZMATCHEDTEXT)"},
    {"content1", Kind::content, "the link",
     "nullif(bytes_text(d.ZCONTENT1), bytes_text(d.ZMATCHEDTEXT))"},
    {"content2", Kind::content, "where it leads to",
     "nullif(bytes_text(d.ZCONTENT2), bytes_text(d.ZCONTENT1))"},
    {"title", Kind::content, "title of the page", "bytes_text(d.ZTITLE)"},
    {"summary", Kind::content, "first words of the page", "bytes_text(d.ZSUMMARY)"},
    {"sender", Kind::phone, "WhatsApp id of who sent it",
     "coalesce(d.ZSENDERJID, CASE m.ZISFROMME WHEN 1 THEN NULL ELSE m.ZFROMJID END)"},
    {"chat", Kind::phone, "WhatsApp id of the other side or the group", "s.ZCONTACTJID"},
    {"message", Kind::number, "Z_PK of its message", "d.ZMESSAGE"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAMESSAGEDATAITEM d LEFT JOIN ZWAMESSAGE m ON m.Z_PK = d.ZMESSAGE LEFT JOIN "
             "ZWACHATSESSION s ON s.Z_PK = m.ZCHATSESSION",
     .row = "d.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_links) = {
    .id = "ios_whatsapp_links",
    .title = "Links in WhatsApp messages",
    .reads = kWhatsAppChats,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAMESSAGEDATAITEM",
    .table = "ZWAMESSAGEDATAITEM",
};

}  // namespace bridle
