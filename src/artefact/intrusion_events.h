// The events of Android's intrusion logs, which three artefacts share: lines of JSON with one top
// key each ("dns_event", "connect_event", "security_event"). The first two count their `event_id`
// together, security events count their own.
#pragma once

#include <functional>
#include <string_view>

#include "artefact/json.h"

namespace bridle {

// The sort of the event in a line, which is its only top key, without parsing the line.
std::string_view event_sort(std::string_view line);

// Hands over the events of one sort; `at` is the byte of the line. The two others are passed over
// without being parsed. Lines that are of none become gaps.
using EventReader = std::function<void(std::uint64_t at, const JsonObject& event)>;
Result<void> read_events(const File& file, Rows& out, std::string_view sort,
                         const EventReader& read);

// The address of "/1.2.3.4" or "host/1.2.3.4".
std::string_view address_of(std::string_view text);

}  // namespace bridle
