// The words for what Android's usage statistics hold as numbers, as `dumpsys usagestats` prints
// them. Source: AOSP android.app.usage UsageEvents, UsageStatsManager.
#pragma once

#include <cstdint>
#include <string>

namespace bridle {

// "ACTIVITY_RESUMED"; the number itself if it is not known.
std::string usage_type(std::int64_t type);

// How much an app is used, of a number with the reason in its lower half: "ACTIVE"; empty for 0.
std::string usage_bucket(std::int64_t bucket_and_reason);

}  // namespace bridle
