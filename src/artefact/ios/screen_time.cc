// Which apps and which sites were used, for how long, hour by hour.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/Application Support/com.apple.remotemanagementd/RMAdminStore-*.sqlite",
    "private/var/mobile/Library/Application "
    "Support/com.apple.remotemanagementd/RMAdminStore-*.sqlite",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "begin of the hour", "apple_time0(b.ZSTARTDATE)"},
    {"last", Kind::time, "last use in it", "apple_time0(b.ZLASTEVENTDATE)"},
    {"app", Kind::app, "the app", "t.ZBUNDLEIDENTIFIER"},
    {"domain", Kind::domain, "the site", "t.ZDOMAIN"},
    {"seconds", Kind::number, "for how long", "t.ZTOTALTIMEINSECONDS"},
    {"category", Kind::text, "sort of use", "c.ZIDENTIFIER"},
};

constexpr Query kQueries[] = {
    {.from = "ZUSAGETIMEDITEM t LEFT JOIN ZUSAGECATEGORY c ON c.Z_PK = t.ZCATEGORY LEFT JOIN "
             "ZUSAGEBLOCK b ON b.Z_PK = c.ZBLOCK",
     .row = "t.Z_PK"},
};

}  // namespace

ARTEFACT(ios_screen_time) = {
    .id = "ios_screen_time",
    .title = "Time spent with apps and sites",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "Z_PK of ZUSAGETIMEDITEM",
    .table = "ZUSAGETIMEDITEM",
};

}  // namespace bridle
