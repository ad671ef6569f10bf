// Chrome's history, the same on all systems: a row for each visit.
// https://source.chromium.org/chromium/chromium/src/+/main:components/history/core/browser/
#pragma once

#include "artefact/sqlite.h"

namespace bridle {

inline constexpr Field kChromeHistoryFields[] = {
    {"time", Kind::time, "when", "chrome_time(v.visit_time)"},
    {"url", Kind::url, "the page", "u.url"},
    {"title", Kind::content, "its title", "u.title"},
    {"from_url", Kind::url, "the page before it", "su.url"},
    {"from_time", Kind::time, "when that was opened", "chrome_time(s.visit_time)"},
    {"transition", Kind::text, "how it was reached",
     "CASE v.transition & 255 WHEN 0 THEN 'link' WHEN 1 THEN 'typed' WHEN 2 THEN "
     "'bookmark' WHEN 3 THEN 'frame' WHEN 4 THEN 'frame by hand' WHEN 5 THEN "
     "'suggested' WHEN 6 THEN 'start page' WHEN 7 THEN 'form' WHEN 8 THEN 'reload' "
     "ELSE CAST(v.transition & 255 AS TEXT) END"},
    {"redirect", Kind::text, "whether it was a redirect: by the page, by the server",
     "CASE WHEN v.transition & 1073741824 THEN 'page' WHEN v.transition & 2147483648 "
     "THEN 'server' END"},
    {"seconds", Kind::real, "how long it was open", "v.visit_duration / 1e6"},
    {"visits", Kind::number, "how often the page was opened", "u.visit_count"},
    {"last_visit", Kind::time, "when it was opened last",
     "chrome_time(nullif(u.last_visit_time, 0))"},
};

inline constexpr Query kChromeHistoryQueries[] = {
    {.from = "visits v LEFT JOIN urls u ON u.id = v.url LEFT JOIN visits s ON s.id = "
             "v.from_visit LEFT JOIN urls su ON su.id = s.url",
     .row = "v.id"},
};

}  // namespace bridle
