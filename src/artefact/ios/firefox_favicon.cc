// Icons that Firefox fetched for pages; they outlive the history.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomainGroup-group.org.mozilla.ios.Firefox:profile.profile/browser.db",
    "private/var/mobile/profile.profile/browser.db",
    "private/var/mobile/Containers/Shared/AppGroup/*/profile.profile/browser.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when the icon was fetched",
     "CASE WHEN f.date > 100000000000000 THEN unix_us(f.date) WHEN f.date > "
     "100000000000 THEN unix_ms(f.date) ELSE unix_time0(f.date) END"},
    {"url", Kind::url, "the page", "m.url"},
    {"icon_url", Kind::url, "its icon", "f.url"},
    {"width", Kind::number, "of the icon", "f.width"},
    {"height", Kind::number, "of the icon", "f.height"},
};

constexpr Query kQueries[] = {
    {.from = "(SELECT id, site_url AS url, faviconID AS icon FROM favicon_site_urls) m LEFT "
             "JOIN favicons f ON f.id = m.icon LEFT JOIN (SELECT NULL AS title) h",
     .row = "m.id"},
    {.from = "(SELECT m.id AS id, h.url AS url, m.faviconID AS icon, h.title AS title FROM "
             "favicon_sites m LEFT JOIN history h ON h.id = m.siteID) m LEFT JOIN favicons f "
             "ON f.id = m.icon",
     .row = "m.id"},
};

}  // namespace

ARTEFACT(ios_firefox_favicon) = {
    .id = "ios_firefox_favicon",
    .title = "Icons of pages in Firefox",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "id of favicon_site_urls, of favicon_sites in older stores",
    .table = "favicon_site_urls",
};

}  // namespace bridle
