// Tabs of the owner's other devices, as they came by sync.

#include "artefact/sqlite.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "*:Library/Safari/CloudTabs.db",
    "private/var/mobile/Library/Safari/CloudTabs.db",
    "private/var/mobile/Containers/Data/Application/*/Library/Safari/CloudTabs.db",
};

constexpr Field kFields[] = {
    {"time", Kind::time, "when it was last looked at", "apple_time0(t.last_viewed_time)",
     Need::sometimes},
    {"url", Kind::url, "the page", "t.url"},
    {"title", Kind::content, "its title", "t.title"},
    {"device", Kind::content, "name of the device", "d.device_name"},
    {"device_time", Kind::time, "when the device last told", "apple_time0(d.last_modified)"},
    {"uuid", Kind::text, "id of the tab", "t.tab_uuid"},
};

constexpr Query kQueries[] = {
    {.from = "cloud_tabs t LEFT JOIN (SELECT device_uuid AS id, device_name, "
             "max(last_modified) AS last_modified FROM cloud_tab_devices GROUP BY "
             "device_uuid) d ON d.id = t.device_uuid",
     .row = "t.rowid"},
};

}  // namespace

ARTEFACT(ios_safari_cloud_tabs) = {
    .id = "ios_safari_cloud_tabs",
    .title = "Pages open on the owner's other devices",
    .reads = kReads,
    .fields = kFields,
    .trace = Trace::visited,
    .parse = sqlite<kQueries, kFields>,
    .row = "rowid of cloud_tabs",
    .table = "cloud_tabs",
};

}  // namespace bridle
