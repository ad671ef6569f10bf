// Pages opened in Chrome, and from where.

#include "artefact/chrome_history.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "AppDomain-com.google.chrome.ios:Library/Application Support/Google/Chrome/*/History",
    "private/var/mobile/Containers/Data/Application/*/Library/Application "
    "Support/Google/Chrome/*/History",
};

}  // namespace

ARTEFACT(ios_chrome_history) = {
    .id = "ios_chrome_history",
    .title = "Pages visited in Chrome",
    .reads = kReads,
    .fields = kChromeHistoryFields,
    .trace = Trace::visited,
    .parse = sqlite<kChromeHistoryQueries, kChromeHistoryFields>,
    .row = "id of visits",
    .table = "visits",
};

}  // namespace bridle
