// Everybody whom the phone noted as sender or recipient, with first and last times.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/CoreDuet/People/interactionC.db",
    "private/var/mobile/Library/CoreDuet/People/interactionC.db",
};

constexpr Field kFields[] = {
    {"account", Kind::account, "number, address or other handle", "c.ZIDENTIFIER"},
    {"name", Kind::content, "as shown", "c.ZDISPLAYNAME"},
    {"person", Kind::text, "id of the contact", "c.ZPERSONID"},
    {"custom_id", Kind::account, "as the app calls the person", "c.ZCUSTOMIDENTIFIER",
     Need::sometimes},
    {"created", Kind::time, "when first noted", "apple_time0(c.ZCREATIONDATE)"},
    {"first_in", Kind::time, "first time that the person wrote",
     "apple_time0(c.ZFIRSTINCOMINGSENDERDATE)"},
    {"last_in", Kind::time, "last time", "apple_time0(c.ZLASTINCOMINGSENDERDATE)"},
    {"first_with", Kind::time, "first time that the person received something with the owner",
     "apple_time0(c.ZFIRSTINCOMINGRECIPIENTDATE)"},
    {"last_with", Kind::time, "last time", "apple_time0(c.ZLASTINCOMINGRECIPIENTDATE)"},
    {"first_out", Kind::time, "first time that the owner wrote to the person",
     "apple_time0(c.ZFIRSTOUTGOINGRECIPIENTDATE)"},
    {"last_out", Kind::time, "last time", "apple_time0(c.ZLASTOUTGOINGRECIPIENTDATE)"},
    {"in_count", Kind::number, "how often the person wrote", "c.ZINCOMINGSENDERCOUNT"},
    {"with_count", Kind::number, "how often the person received something with the owner",
     "c.ZINCOMINGRECIPIENTCOUNT"},
    {"out_count", Kind::number, "how often the owner wrote to the person",
     "c.ZOUTGOINGRECIPIENTCOUNT"},
};

constexpr Query kQueries[] = {
    {.from = "ZCONTACTS c", .row = "c.Z_PK"},
};

}  // namespace

ARTEFACT(ios_interaction_c_contacts) = {
    .id = "ios_interaction_c_contacts",
    .title = "People that the phone noted",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZCONTACTS",
    .table = "ZCONTACTS",
};

}  // namespace bridle
