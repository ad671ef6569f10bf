// Numbers that were given to calls and messages and that no row has: rows were deleted. Core Data
// counts them for each table and notes the highest one.
//
// Messages go for many reasons: chats are emptied, others let messages disappear. Single calls are
// rarely deleted, and the calls of CVE-2019-3568 were said to vanish from the list.

#include "artefact/erased_numbers.h"
#include "artefact/ios/whatsapp_stores.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    kWhatsAppChats[0], kWhatsAppChats[1], kWhatsAppChats[2],
    kWhatsAppCalls[0], kWhatsAppCalls[1], kWhatsAppCalls[2],
};

#define BRIDLE_INNER(what, table, time) \
  BRIDLE_ERASED_BETWEEN(what, table, "Z_PK", "apple_time0(l." time ")", "apple_time0(n." time ")")
#define BRIDLE_LAST(what, table, time, entity)                   \
  "SELECT '" what "', 0, coalesce((SELECT max(Z_PK) FROM " table \
  "), 0), Z_MAX + 1, "                                           \
  "(SELECT apple_time0(" time ") FROM " table                    \
  " ORDER BY Z_PK DESC LIMIT 1), NULL FROM "                     \
  "Z_PRIMARYKEY WHERE Z_NAME = '" entity "'"
#define BRIDLE_GAPS(rows) "(" rows ") g WHERE g.next - g.last > 1"

constexpr Query kQueries[] = {
    {.from = BRIDLE_GAPS(
         BRIDLE_INNER("messages", "ZWAMESSAGE", "ZMESSAGEDATE") " UNION ALL " BRIDLE_LAST(
             "messages", "ZWAMESSAGE", "ZMESSAGEDATE", "WAMessage")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(BRIDLE_INNER("calls", "ZWACDCALLEVENT", "ZDATE") " UNION ALL " BRIDLE_LAST(
         "calls", "ZWACDCALLEVENT", "ZDATE", "WACDCallEvent")),
     .row = "g.last + 1"},
    // Without the counters.
    {.from = BRIDLE_GAPS(BRIDLE_INNER("messages", "ZWAMESSAGE", "ZMESSAGEDATE")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(BRIDLE_INNER("calls", "ZWACDCALLEVENT", "ZDATE")), .row = "g.last + 1"},
};

#undef BRIDLE_INNER
#undef BRIDLE_LAST
#undef BRIDLE_GAPS

}  // namespace

ARTEFACT(ios_whatsapp_erased) = {
    .id = "ios_whatsapp_erased",
    .title = "Numbers of calls and messages that are missing in WhatsApp",
    .reads = kReads,
    .fields = kErasedFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kErasedFields>,
    .row = "the first number that is missing",
};

}  // namespace bridle
