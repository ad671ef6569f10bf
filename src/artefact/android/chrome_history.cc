// Pages opened in Chrome and the browsers made of it, and from where.

#include "artefact/chrome_history.h"

namespace bridle {
namespace {

constexpr std::string_view kReads[] = {
    "data/data/*/app_chrome/*/History",
    "data/user/*/*/app_chrome/*/History",
    "data/data/com.sec.android.app.sbrowser/app_sbrowser/*/History",
    "data/data/com.microsoft.emmx/app_chrome/*/History",
};

}  // namespace

ARTEFACT(android_chrome_history) = {
    .id = "android_chrome_history",
    .title = "Pages visited in Chrome",
    .reads = kReads,
    .fields = kChromeHistoryFields,
    .trace = Trace::visited,
    .parse = sqlite<kChromeHistoryQueries, kChromeHistoryFields>,
    .expect = Expect::usual,
    .row = "id of visits",
    .table = "visits",
};

}  // namespace bridle
