// Whom WhatsApp knows, with the names that the owner and they themselves gave. May be empty on
// phones where nothing is wrong.

#include "artefact/android/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr Field kFields[] = {
    {"whatsapp_id", Kind::phone, "WhatsApp id", "c.jid"},
    {"phone", Kind::phone, "number as it stands in the address book", "c.number"},
    {"name", Kind::content, "name in the address book", "bytes_text(c.display_name)"},
    {"given_name", Kind::content, "first name", "bytes_text(c.given_name)", Need::sometimes},
    {"last_name", Kind::content, "last name", "bytes_text(c.family_name)", Need::sometimes},
    {"own_name", Kind::content, "name that the person chose", "bytes_text(c.wa_name)",
     Need::sometimes},
    {"about", Kind::content, "what the person says", "bytes_text(c.status)"},
    {"about_time", Kind::time, "when that was said", "unix_ms(c.status_timestamp)",
     Need::sometimes},
    {"uses_whatsapp", Kind::number, "1 if the person has WhatsApp", "c.is_whatsapp_user"},
    {"blocked", Kind::number, "1 if the owner blocked them", "b.jid IS NOT NULL"},
};

constexpr Query kQueries[] = {
    {.from = "wa_contacts c LEFT JOIN wa_block_list b ON b.jid = c.jid", .row = "c._id"},
    {.from = "wa_contacts c LEFT JOIN (SELECT NULL AS jid) b", .row = "c._id"},
};

}  // namespace

ARTEFACT(android_whatsapp_contacts) = {
    .id = "android_whatsapp_contacts",
    .title = "Contacts in WhatsApp (Android)",
    .reads = kWhatsAppAddresses,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "_id of wa_contacts",
    .table = "wa_contacts",
};

}  // namespace bridle
