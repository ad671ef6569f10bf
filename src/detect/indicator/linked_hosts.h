// The hosts that a text leads to, and the indicators by what they say of hosts alone: where none of
// the text's hosts is one of theirs, none of them applies to its links and addresses.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/matcher.h"
#include "detect/indicator/pack.h"

namespace bridle {

// Each host and address once, a line each, as it is compared; `into` holds the text.
std::string_view linked_hosts(std::string_view text, std::string& into);

// Appends what the matcher has about those hosts.
void match_hosts(const Matcher& matcher, std::string_view hosts, std::vector<Hit>& hits);

// What of the packs concerns links and addresses, as indicators of hosts, for the Matcher
// that match_hosts() is given. Nothing if some pattern looks at more than the host.
std::optional<Pack> host_indicators(std::span<const Pack> packs);

}  // namespace bridle
