// The events of Android's intrusion logs, which three artefacts share: lines of JSON with one top
// key each ("dns_event", "connect_event", "security_event"). The first two count their `event_id`
// together, security events count their own. Google's services keep the same events on the phone
// until they are sent (format/intrusion_event.h).
#pragma once

#include <functional>
#include <string_view>

#include "artefact/json.h"

namespace bridle {

inline constexpr std::string_view kIntrusionLogs[] = {
    "intrusion-log:**",
    "data/data/com.google.android.gms/databases/intrusion_detection_event_database",
    "data/user/*/com.google.android.gms/databases/intrusion_detection_event_database",
};
inline constexpr std::string_view kIntrusionRow =
    "byte at which the line begins, or id of intrusion_detection_events";

// The sort of the event in a line, which is its only top key, without parsing the line.
std::string_view event_sort(std::string_view line);

// Hands over the events of one sort; `at` is the byte of the line, or the id in the store. The two
// others are passed over without being parsed. Lines that are of none become gaps.
using EventReader = std::function<void(std::uint64_t at, const JsonObject& event)>;
Result<void> read_events(const File& file, Rows& out, std::string_view sort,
                         const EventReader& read);

// The address of "/1.2.3.4" or "host/1.2.3.4".
std::string_view address_of(std::string_view text);

}  // namespace bridle
