// Everybody in the address book, also those without a number or an address.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/AddressBook/AddressBook.sqlitedb",
    "private/var/mobile/Library/AddressBook/AddressBook.sqlitedb",
};

constexpr Field kFields[] = {
    {"first", Kind::content, "first name", "p.First"},
    {"middle", Kind::content, "middle name", "p.Middle"},
    {"last", Kind::content, "last name", "p.Last"},
    {"organisation", Kind::content, "where the person works", "p.Organization"},
    {"job", Kind::content, "as what", "p.JobTitle", Need::sometimes},
    {"nickname", Kind::content, "other name", "p.Nickname", Need::sometimes},
    {"note", Kind::content, "what the owner wrote", "p.Note", Need::sometimes},
    {"values", Kind::number, "how many numbers and addresses there are", "v.n"},
    {"created", Kind::time, "when the person was entered", "apple_time0(p.CreationDate)"},
    {"modified", Kind::time, "when the person was last changed", "apple_time0(p.ModificationDate)"},
};

constexpr Query kQueries[] = {
    {.from = "ABPerson p LEFT JOIN (SELECT record_id, count(*) AS n FROM ABMultiValue GROUP "
             "BY record_id) v ON v.record_id = p.ROWID",
     .row = "p.ROWID"},
};

}  // namespace

ARTEFACT(ios_contact_people) = {
    .id = "ios_contact_people",
    .title = "People in the address book",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of ABPerson",
    .table = "ABPerson",
};

}  // namespace bridle
