// Everybody who organises an event or is invited to one.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Calendar/Calendar.sqlitedb",
    "private/var/mobile/Library/Calendar/Calendar.sqlitedb",
};

constexpr Field kFields[] = {
    {"modified", Kind::time, "when the entry was last changed", "apple_time0(p.last_modified)"},
    {"email", Kind::email, "address",
     "coalesce(p.email, CASE WHEN lower(n.address) LIKE 'mailto:%' THEN "
     "substr(n.address, 8) END)"},
    {"phone", Kind::phone, "number", "p.phone_number"},
    {"name", Kind::content, "name", "n.display_name"},
    {"address", Kind::content, "address of another sort",
     "CASE WHEN lower(n.address) NOT LIKE 'mailto:%' THEN n.address END"},
    {"comment", Kind::content, "what the person wrote", "p.comment"},
    {"role", Kind::number, "7 invited, 8 organiser, as stored", "p.entity_type", Need::sometimes},
    {"status", Kind::number, "answer, as stored", "p.status", Need::sometimes},
    {"organizer", Kind::number, "1 if the person organises the event", "i.organizer_id = p.ROWID"},
    {"event", Kind::number, "rowid of the event", "i.ROWID"},
    {"summary", Kind::content, "title of the event", "i.summary"},
    {"event_start", Kind::time, "when the event begins", "apple_time0(i.start_date)"},
    {"event_created", Kind::time, "when it was written or arrived", "apple_time0(i.creation_date)"},
    {"uuid", Kind::text, "id of the entry", "p.UUID"},
};

constexpr Query kQueries[] = {
    {.from = "Participant p LEFT JOIN CalendarItem i ON i.ROWID = p.owner_id LEFT JOIN "
             "Identity n ON n.ROWID = p.identity_id",
     .row = "p.ROWID"},
    {.from = "Participant p LEFT JOIN CalendarItem i ON i.ROWID = p.owner_id LEFT JOIN "
             "(SELECT NULL AS display_name, NULL AS address) n",
     .row = "p.ROWID"},
    // Only the organiser is linked.
    {.from = "Participant p LEFT JOIN (SELECT organizer_id, min(ROWID) AS id FROM "
             "CalendarItem GROUP BY organizer_id) x ON x.organizer_id = p.ROWID LEFT JOIN "
             "CalendarItem i ON i.ROWID = x.id LEFT JOIN (SELECT NULL AS display_name, NULL "
             "AS address) n",
     .row = "p.ROWID"},
};

}  // namespace

ARTEFACT(ios_calendar_participants) = {
    .id = "ios_calendar_participants",
    .title = "People in calendar entries",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of Participant",
    .table = "Participant",
};

}  // namespace bridle
