// DataUsage.sqlite and netusage.sqlite: one layout, kept by two daemons. ZPROCESS has a row for
// each program that ever used the network, ZLIVEUSAGE its traffic of a day.
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr Field kNetworkUsageFields[] = {
    {"time", Kind::time, "when it was last counted", "apple_time0(u.ZTIMESTAMP)"},
    {"process", Kind::process, "the program; empty if its row was removed", "p.ZPROCNAME"},
    {"app", Kind::app, "bundle id of its app", "p.ZBUNDLENAME"},
    {"process_id", Kind::number, "Z_PK of its row in ZPROCESS, there or not", "u.ZHASPROCESS"},
    {"orphan", Kind::number, "1 if that row was removed",
     "u.ZHASPROCESS IS NOT NULL AND p.Z_PK IS NULL"},
    {"wifi_in", Kind::real, "bytes received by Wi-Fi", "u.ZWIFIIN"},
    {"wifi_out", Kind::real, "bytes sent by Wi-Fi", "u.ZWIFIOUT", Need::sometimes},
    {"wwan_in", Kind::real, "bytes received by mobile network", "u.ZWWANIN"},
    {"wwan_out", Kind::real, "bytes sent by mobile network", "u.ZWWANOUT"},
    {"wired_in", Kind::real, "bytes received by cable", "u.ZWIREDIN", Need::sometimes},
    {"wired_out", Kind::real, "bytes sent by cable", "u.ZWIREDOUT", Need::sometimes},
    {"first_seen", Kind::time, "when the program first used the network",
     "apple_time0(p.ZFIRSTTIMESTAMP)"},
    {"last_seen", Kind::time, "when it last did", "apple_time0(p.ZTIMESTAMP)"},
    {"cycle_end", Kind::time, "end of the billing cycle", "apple_time0(u.ZBILLCYCLEEND)",
     Need::sometimes},
    {"kind", Kind::number, "as stored", "u.ZKIND", Need::sometimes},
};

inline constexpr Query kNetworkUsage[] = {
    {.from = "ZLIVEUSAGE u LEFT JOIN ZPROCESS p ON p.Z_PK = u.ZHASPROCESS", .row = "u.Z_PK"},
};

inline constexpr Field kNetworkProcessFields[] = {
    {"first_seen", Kind::time, "when it first used the network", "apple_time0(p.ZFIRSTTIMESTAMP)"},
    {"last_seen", Kind::time, "when it last did", "apple_time0(p.ZTIMESTAMP)"},
    {"process", Kind::process, "the program", "p.ZPROCNAME"},
    {"app", Kind::app, "bundle id of its app", "p.ZBUNDLENAME"},
    {"usages", Kind::number, "rows of ZLIVEUSAGE that count for it", "coalesce(u.n, 0)"},
    {"first_usage", Kind::time, "time of the earliest of them", "apple_time0(u.first)"},
    {"last_usage", Kind::time, "time of the latest of them", "apple_time0(u.last)"},
    {"wifi_in", Kind::real, "bytes received by Wi-Fi in all of them", "u.wifi_in"},
    {"wwan_in", Kind::real, "bytes received by mobile network", "u.wwan_in"},
    {"wwan_out", Kind::real, "bytes sent by mobile network", "u.wwan_out"},
    {"pk", Kind::number, "its number", "p.Z_PK"},
    {"previous_pk", Kind::number, "the next lower number; others between were removed", "q.before"},
    {"highest_pk", Kind::number,
     "highest number ever given; higher than the last means removed rows", "k.highest"},
};

#define BRIDLE_USAGE                                                                             \
  "ZPROCESS p LEFT JOIN (SELECT ZHASPROCESS, count(*) AS n, min(ZTIMESTAMP) AS first, "          \
  "max(ZTIMESTAMP) AS last, sum(ZWIFIIN) AS wifi_in, sum(ZWWANIN) AS wwan_in, "                  \
  "sum(ZWWANOUT) AS wwan_out FROM ZLIVEUSAGE GROUP BY ZHASPROCESS) u ON u.ZHASPROCESS = p.Z_PK " \
  "LEFT JOIN (SELECT Z_PK, lag(Z_PK) OVER (ORDER BY Z_PK) AS before FROM ZPROCESS) q "           \
  "ON q.Z_PK = p.Z_PK "

inline constexpr Query kNetworkProcess[] = {
    {.from = BRIDLE_USAGE
     "LEFT JOIN (SELECT max(Z_MAX) AS highest FROM Z_PRIMARYKEY WHERE Z_NAME = 'Process') k",
     .row = "p.Z_PK"},
    {.from = BRIDLE_USAGE "LEFT JOIN (SELECT NULL AS highest) k", .row = "p.Z_PK"},
};

#undef BRIDLE_USAGE

}  // namespace bridle
