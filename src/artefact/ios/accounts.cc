// Mail, cloud and other accounts: a mailbox or calendar that the owner does not know of is worth
// asking about.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "HomeDomain:Library/Accounts/Accounts3.sqlite",
    "private/var/mobile/Library/Accounts/Accounts3.sqlite",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was set up", "apple_time0(a.ZDATE)"},
    {"rejected", Kind::time, "when its password was last refused",
     "apple_time0(a.ZLASTCREDENTIALRENEWALREJECTIONDATE)", Need::sometimes},
    {"user", Kind::account, "user name", "a.ZUSERNAME"},
    {"description", Kind::content, "its name", "a.ZACCOUNTDESCRIPTION"},
    {"type", Kind::text, "what it is", "t.ZACCOUNTTYPEDESCRIPTION"},
    {"type_id", Kind::text, "Apple's name for that", "t.ZIDENTIFIER"},
    {"owner", Kind::app, "app that set it up", "a.ZOWNINGBUNDLEID"},
    {"parent", Kind::account, "account that it belongs to", "p.ZUSERNAME"},
    {"identifier", Kind::text, "its id", "a.ZIDENTIFIER"},
    {"credential", Kind::text, "sort of its password", "a.ZCREDENTIALTYPE"},
    {"active", Kind::number, "1 if active", "a.ZACTIVE"},
    {"authenticated", Kind::number, "1 if logged in", "a.ZAUTHENTICATED", Need::sometimes},
    {"visible", Kind::number, "1 if shown in the settings", "a.ZVISIBLE", Need::sometimes},
    {"properties", Kind::content, "texts of its settings: host names, addresses", "k.texts",
     Need::sometimes},
};

constexpr Query kQueries[] = {
    {.from = "ZACCOUNT a LEFT JOIN ZACCOUNTTYPE t ON t.Z_PK = a.ZACCOUNTTYPE LEFT JOIN "
             "ZACCOUNT p ON p.Z_PK = a.ZPARENTACCOUNT LEFT JOIN (SELECT ZOWNER, "
             "group_concat(ZKEY || ': ' || coalesce(plist_text(ZVALUE), ''), char(10)) AS "
             "texts FROM ZACCOUNTPROPERTY GROUP BY ZOWNER) k ON k.ZOWNER = a.Z_PK",
     .row = "a.Z_PK"},
    {.from = "ZACCOUNT a LEFT JOIN ZACCOUNTTYPE t ON t.Z_PK = a.ZACCOUNTTYPE LEFT JOIN "
             "ZACCOUNT p ON p.Z_PK = a.ZPARENTACCOUNT ",
     .row = "a.Z_PK"},
};

}  // namespace

ARTEFACT(ios_accounts) = {
    .id = "ios_accounts",
    .title = "Accounts set up on the phone",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::known,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZACCOUNT",
    .table = "ZACCOUNT",
};

}  // namespace bridle
