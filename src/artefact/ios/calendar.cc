// Invitations and events: QuaDream's exploit arrived as an invitation to a past event that nobody
// saw.
//
// The organiser's address stands in Participant, or in Identity as a mailto: link.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Calendar/Calendar.sqlitedb",
    "private/var/mobile/Library/Calendar/Calendar.sqlitedb",
};

constexpr Field kFields[] = {
    {"created", Kind::time, "when it was written or arrived", "apple_time0(i.creation_date)"},
    {"modified", Kind::time, "when it was last changed", "apple_time0(i.last_modified)"},
    {"start", Kind::time, "when it begins", "apple_time0(i.start_date)"},
    {"end", Kind::time, "when it ends", "apple_time0(i.end_date)"},
    {"summary", Kind::content, "its title", "i.summary"},
    {"description", Kind::content, "what was written", "i.description"},
    {"url", Kind::content, "link that came with it", "i.url"},
    {"location", Kind::content, "where", "l.title"},
    {"organizer_email", Kind::email, "who invites",
     "coalesce(o.email, CASE WHEN lower(n.address) LIKE 'mailto:%' THEN "
     "substr(n.address, 8) END)"},
    {"organizer_phone", Kind::phone, "who invites", "o.phone_number"},
    {"organizer_name", Kind::content, "who invites", "n.display_name"},
    {"organizer_comment", Kind::content, "what the organiser wrote", "o.comment", Need::sometimes},
    {"calendar", Kind::content, "name of the calendar", "c.title"},
    {"sequence", Kind::number, "how often the invitation was changed", "i.sequence_num",
     Need::sometimes},
    {"all_day", Kind::number, "1 if it lasts the whole day", "i.all_day"},
    {"hidden", Kind::number, "1 if not shown", "i.hidden", Need::sometimes},
    {"uid", Kind::text, "its id in all calendars", "i.unique_identifier"},
    {"uuid", Kind::text, "its id on this phone", "i.UUID"},
    {"external_id", Kind::text, "its address on the server", "i.external_id", Need::sometimes},
    {"action", Kind::text, "what the invitation asks for", "i.action", Need::sometimes},
    {"created_by", Kind::number, "who entered it", "i.created_by_id", Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "CalendarItem i LEFT JOIN Participant o ON o.ROWID = i.organizer_id LEFT JOIN "
             "Identity n ON n.ROWID = o.identity_id LEFT JOIN Calendar c ON c.ROWID = "
             "i.calendar_id LEFT JOIN Location l ON l.ROWID = i.location_id",
     .row = "i.ROWID"},
    {.from = "CalendarItem i LEFT JOIN Participant o ON o.ROWID = i.organizer_id LEFT JOIN "
             "(SELECT NULL AS display_name, NULL AS address) n LEFT JOIN Calendar c ON "
             "c.ROWID = i.calendar_id LEFT JOIN Location l ON l.ROWID = i.location_id",
     .row = "i.ROWID"},
    {.from = "CalendarItem i LEFT JOIN Participant o ON o.ROWID = i.organizer_id LEFT JOIN "
             "Identity n ON n.ROWID = o.identity_id LEFT JOIN (SELECT NULL AS title) c LEFT "
             "JOIN (SELECT NULL AS title) l",
     .row = "i.ROWID"},
    {.from = "CalendarItem i LEFT JOIN Participant o ON o.ROWID = i.organizer_id LEFT JOIN "
             "(SELECT NULL AS display_name, NULL AS address) n LEFT JOIN (SELECT NULL AS "
             "title) c LEFT JOIN (SELECT NULL AS title) l",
     .row = "i.ROWID"},
};

}  // namespace

ARTEFACT(ios_calendar) = {
    .id = "ios_calendar",
    .title = "Calendar",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::received,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "rowid of CalendarItem",
    .table = "CalendarItem",
};

}  // namespace bridle
