// SIM cards that the phone held, and the numbers they had: a number that moved to another card is
// how accounts, and WhatsApp with them, are taken over.
//
// Times are seconds since 2001. One row a card; a later use of it changes the row.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "WirelessDomain:Library/Databases/CellularUsage.db",
    "private/var/wireless/Library/Databases/CellularUsage.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the row was last changed", "apple_time0(s.last_update_time)"},
    {"card", Kind::text, "the card's number (ICCID)", "s.subscriber_id"},
    {"number", Kind::phone, "the telephone number that it had", "s.subscriber_mdn"},
    {"slot", Kind::number, "the slot that it was in", "s.slot_id", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "subscriber_info s", .row = "s.ROWID"},
};

}  // namespace

ARTEFACT(ios_sim_cards) = {
    .id = "ios_sim_cards",
    .title = "SIM cards and their numbers",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of subscriber_info",
    .table = "subscriber_info",
};

}  // namespace bridle
