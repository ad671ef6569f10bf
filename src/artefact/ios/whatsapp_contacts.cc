// People whom WhatsApp knows: number, id, and what they say about themselves. The columns vary with
// the version.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomainGroup-group.net.whatsapp.WhatsApp.shared:ContactsV2.sqlite",
    "whatsapp:*/ContactsV2.sqlite",
    "private/var/mobile/Containers/Shared/AppGroup/*/ContactsV2.sqlite",
};

constexpr Field kFields[] = {
    {"whatsapp_id", Kind::phone, "WhatsApp id", "bytes_text(c.ZWHATSAPPID)"},
    {"lid", Kind::account, "id that hides the number", "bytes_text(c.ZLID)", Need::sometimes},
    {"phone", Kind::phone, "number", "bytes_text(c.ZPHONENUMBER)"},
    {"shown_phone", Kind::phone, "number as shown", "bytes_text(c.ZLOCALIZEDPHONENUMBER)",
     Need::sometimes},
    {"name", Kind::content, "full name", "bytes_text(c.ZFULLNAME)"},
    {"given_name", Kind::content, "first name", "bytes_text(c.ZGIVENNAME)"},
    {"last_name", Kind::content, "last name", "bytes_text(c.ZLASTNAME)", Need::sometimes},
    {"user_name", Kind::account, "handle", "bytes_text(c.ZUSERNAME)", Need::sometimes},
    {"business", Kind::content, "name of the business", "bytes_text(c.ZBUSINESSNAME)",
     Need::sometimes},
    {"about", Kind::content, "what the person says", "bytes_text(c.ZABOUTTEXT)"},
    {"about_emoji", Kind::content, "with which sign", "bytes_text(c.ZABOUTEMOJI)", Need::sometimes},
    {"notes", Kind::content, "what the owner wrote", "bytes_text(c.ZNOTES)", Need::sometimes},
    {"about_time", Kind::time, "when that was said", "apple_time0(c.ZABOUTTIMESTAMP)"},
    {"about_expires", Kind::time, "until when it holds", "apple_time0(c.ZABOUTEXPIRATIONTIMESTAMP)",
     Need::sometimes},
    {"updated", Kind::time, "when the entry was last changed", "apple_time0(c.ZLASTUPDATED)",
     Need::sometimes},
    {"disappearing", Kind::number, "seconds after which messages vanish",
     "c.ZDISAPPEARINGMODEDURATION", Need::sometimes},
    {"disappearing_time", Kind::time, "when that was set",
     "apple_time0(c.ZDISAPPEARINGMODETIMESTAMP)", Need::sometimes},
    {"phone_status", Kind::number, "as stored", "c.ZPHONESTATUS", Need::sometimes},
    {"number_status", Kind::number, "the same in newer stores", "c.ZPHONENUMBERSTATUS",
     Need::sometimes},
    {"sync_policy", Kind::number, "as stored", "c.ZSYNCPOLICY", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "ZWAADDRESSBOOKCONTACT c", .row = "c.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_contacts) = {
    .id = "ios_whatsapp_contacts",
    .title = "WhatsApp contacts",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAADDRESSBOOKCONTACT",
    .table = "ZWAADDRESSBOOKCONTACT",
};

}  // namespace bridle
