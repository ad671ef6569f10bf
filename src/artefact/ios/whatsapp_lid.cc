// Which number stands behind an id that hides it (LID).

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomainGroup-group.net.whatsapp.WhatsApp.shared:LID.sqlite",
    "whatsapp:*/LID.sqlite",
    "private/var/mobile/Containers/Shared/AppGroup/*/LID.sqlite",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was learnt", "apple_time0(p.ZTIMESTAMP)"},
    {"lid", Kind::account, "the id", "bytes_text(p.ZLID)"},
    {"phone", Kind::phone, "the number", "bytes_text(p.ZPHONENUMBER)"},
};

constexpr Query kQueries[] = {
    {.from = "ZWAPHONENUMBERLIDPAIR p", .row = "p.Z_PK"},
};

}  // namespace

ARTEFACT(ios_whatsapp_lid) = {
    .id = "ios_whatsapp_lid",
    .title = "WhatsApp ids and numbers",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZWAPHONENUMBERLIDPAIR",
    .table = "ZWAPHONENUMBERLIDPAIR",
};

}  // namespace bridle
