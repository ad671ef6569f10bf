// Numbers that were given to calls and messages and that no row has: rows were deleted. The store
// never gives a number twice and notes the highest one.
//
// Messages go for many reasons: chats are emptied, others let messages disappear. Single calls are
// rarely deleted, and the calls of CVE-2019-3568 were said to vanish from the list.

#include "artefact/android/whatsapp_stores.h"
#include "artefact/erased_numbers.h"

namespace bridle {
namespace {

#define BRIDLE_INNER(what, table) \
  BRIDLE_ERASED_BETWEEN(what, table, "_id", "unix_ms(l.timestamp)", "unix_ms(n.timestamp)")
#define BRIDLE_LAST(what, table)                                  \
  "SELECT '" what "', 0, coalesce((SELECT max(_id) FROM " table   \
  "), 0), seq + 1, (SELECT "                                      \
  "unix_ms(timestamp) FROM " table                                \
  " ORDER BY _id DESC LIMIT 1), NULL FROM sqlite_sequence WHERE " \
  "name = '" table "'"
#define BRIDLE_GAPS(rows) "(" rows ") g WHERE g.next - g.last > 1"

constexpr Query kQueries[] = {
    {.from = BRIDLE_GAPS(BRIDLE_INNER("calls", "call_log") " UNION ALL " BRIDLE_LAST(
         "calls",
         "call_log") " UNION ALL " BRIDLE_INNER("messages",
                                                "message") " UNION ALL " BRIDLE_LAST("messages",
                                                                                     "message")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(BRIDLE_INNER("calls", "call_log") " UNION ALL " BRIDLE_LAST(
         "calls",
         "call_log") " UNION ALL " BRIDLE_INNER("messages",
                                                "messages") " UNION ALL " BRIDLE_LAST("messages",
                                                                                      "messages")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(
         BRIDLE_INNER("messages", "message") " UNION ALL " BRIDLE_LAST("messages", "message")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(
         BRIDLE_INNER("messages", "messages") " UNION ALL " BRIDLE_LAST("messages", "messages")),
     .row = "g.last + 1"},
    // Without the counters.
    {.from = BRIDLE_GAPS(
         BRIDLE_INNER("calls", "call_log") " UNION ALL " BRIDLE_INNER("messages", "message")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(
         BRIDLE_INNER("calls", "call_log") " UNION ALL " BRIDLE_INNER("messages", "messages")),
     .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(BRIDLE_INNER("messages", "message")), .row = "g.last + 1"},
    {.from = BRIDLE_GAPS(BRIDLE_INNER("messages", "messages")), .row = "g.last + 1"},
};

#undef BRIDLE_INNER
#undef BRIDLE_LAST
#undef BRIDLE_GAPS

}  // namespace

ARTEFACT(android_whatsapp_erased) = {
    .id = "android_whatsapp_erased",
    .title = "Numbers of calls and messages that are missing in WhatsApp (Android)",
    .reads = kWhatsAppMessages,
    .fields = kErasedFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kErasedFields>,
    .row = "the first number that is missing",
};

}  // namespace bridle
