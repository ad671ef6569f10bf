// Numbers, e-mail addresses, links and accounts in the address book, each with its person.
//
// What a value is follows from ABMultiValue.property; those of several parts (postal addresses,
// accounts elsewhere) keep them in ABMultiValueEntry.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/AddressBook/AddressBook.sqlitedb",
    "private/var/mobile/Library/AddressBook/AddressBook.sqlitedb",
};

constexpr Field kFields[] = {
    {"name", Kind::content, "the person",
     "trim(coalesce(p.First, '') || coalesce(' ' || p.Middle, '') || coalesce(' ' || "
     "p.Last, ''))"},
    {"organisation", Kind::content, "where the person works", "p.Organization"},
    {"what", Kind::text, "what the value is",
     "CASE v.property WHEN 3 THEN 'phone' WHEN 4 THEN 'email' WHEN 5 THEN 'address' "
     "WHEN 12 THEN 'date' WHEN 13 THEN 'message' WHEN 16 THEN 'ringtone' WHEN 22 "
     "THEN 'url' WHEN 23 THEN 'related' WHEN 46 THEN 'profile' ELSE CAST(v.property "
     "AS TEXT) END"},
    {"label", Kind::content, "what the owner calls it", "l.value"},
    {"account", Kind::account, "a number or an e-mail address",
     "CASE WHEN v.property IN (3, 4) THEN bytes_text(v.value) END"},
    {"url", Kind::url, "a link", "CASE v.property WHEN 22 THEN bytes_text(v.value) END"},
    {"value", Kind::content, "any other value",
     "CASE WHEN v.property NOT IN (3, 4, 22) THEN bytes_text(v.value) END"},
    {"parts", Kind::content, "its parts, one on each line", "e.parts"},
    {"created", Kind::time, "when the person was entered", "apple_time0(p.CreationDate)"},
    {"modified", Kind::time, "when the person was last changed", "apple_time0(p.ModificationDate)"},
    {"person", Kind::number, "rowid of the person", "v.record_id"},
};

constexpr Query kQueries[] = {
    {.from = "ABMultiValue v LEFT JOIN ABPerson p ON p.ROWID = v.record_id LEFT JOIN "
             "ABMultiValueLabel l ON l.rowid = v.label LEFT JOIN (SELECT parent_id, "
             "group_concat(value, char(10)) AS parts FROM ABMultiValueEntry GROUP BY "
             "parent_id) e ON e.parent_id = v.UID",
     .row = "v.UID"},
    {.from = "ABMultiValue v LEFT JOIN ABPerson p ON p.ROWID = v.record_id LEFT JOIN (SELECT "
             "NULL AS value) l LEFT JOIN (SELECT NULL AS parts) e",
     .row = "v.UID"},
};

}  // namespace

ARTEFACT(ios_contacts) = {
    .id = "ios_contacts",
    .title = "Numbers and addresses of contacts",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .expect = Expect::usual,
    .row = "UID of ABMultiValue",
    .table = "ABMultiValue",
};

}  // namespace bridle
