// Calls by telephone, FaceTime and apps that report theirs to the system, answered or not.
//
// Older systems kept them in `call`, with Unix times and a bit for the direction.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/CallHistoryDB/CallHistory.storedata",
    "private/var/mobile/Library/CallHistoryDB/CallHistory.storedata",
    "WirelessDomain:Library/CallHistory/call_history.db",
    "private/var/wireless/Library/CallHistory/call_history.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it began", "apple_time0(c.ZDATE)"},
    {"seconds", Kind::real, "how long it lasted", "c.ZDURATION"},
    {"handle", Kind::account, "the other side", "bytes_text(c.ZADDRESS)"},
    {"people", Kind::content, "all who took part, one on each line", "r.people", Need::sometimes},
    {"name", Kind::content, "name of the other side as shown", "c.ZNAME", Need::sometimes},
    {"direction", Kind::text, "received or sent",
     "CASE c.ZORIGINATED WHEN 1 THEN 'sent' WHEN 0 THEN 'received' END"},
    {"answered", Kind::number, "1 if answered", "c.ZANSWERED"},
    {"service", Kind::app, "app or service that carried it", "c.ZSERVICE_PROVIDER"},
    {"call_type", Kind::number, "as stored; seen: 1 telephone, 8 FaceTime video, 16 FaceTime audio",
     "c.ZCALLTYPE"},
    {"cause", Kind::number, "why it ended, as stored", "c.ZDISCONNECTED_CAUSE", Need::sometimes},
    {"location", Kind::content, "place of the number, from its prefix", "c.ZLOCATION"},
    {"country", Kind::text, "country of the other side", "c.ZISO_COUNTRY_CODE", Need::sometimes},
    {"read", Kind::number, "1 if the owner has seen it in the list", "c.ZREAD", Need::sometimes},
    {"bytes", Kind::real, "data used by it", "c.ZBYTES_OF_DATA_USED", Need::sometimes},
    {"junk", Kind::number, "how sure the system was that it is spam", "c.ZJUNKCONFIDENCE",
     Need::sometimes},
    {"unique_id", Kind::text, "its id", "c.ZUNIQUE_ID"},
};

constexpr Query kQueries[] = {
    {.from = "ZCALLRECORD c LEFT JOIN (SELECT p.Z_2REMOTEPARTICIPANTCALLS AS id, "
             "group_concat(h.ZVALUE, char(10)) AS people FROM Z_2REMOTEPARTICIPANTHANDLES p "
             "JOIN ZHANDLE h ON h.Z_PK = p.Z_4REMOTEPARTICIPANTHANDLES GROUP BY "
             "p.Z_2REMOTEPARTICIPANTCALLS) r ON r.id = c.Z_PK",
     .row = "c.Z_PK"},
    {.from = "ZCALLRECORD c", .row = "c.Z_PK"},
    // Up to iOS 7.
    {.from = "(SELECT ROWID AS Z_PK, date - 978307200 AS ZDATE, duration AS ZDURATION, "
             "address AS ZADDRESS, flags & 1 AS ZORIGINATED, CASE WHEN duration > 0 THEN 1 "
             "ELSE 0 END AS ZANSWERED, read AS ZREAD, 'com.apple.Telephony' AS "
             "ZSERVICE_PROVIDER, NULL AS ZLOCATION, flags AS ZCALLTYPE, NULL AS ZUNIQUE_ID "
             "FROM call) c",
     .row = "c.Z_PK"},
};

}  // namespace

ARTEFACT(ios_calls) = {
    .id = "ios_calls",
    .title = "Calls",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "Z_PK of ZCALLRECORD, rowid of call in older stores",
    .table = "ZCALLRECORD",
};

}  // namespace bridle
