// A campaign as a drawing: who called whom, who met what, and when.
#pragma once

#include <string>

#include "campaign/campaign.h"

namespace bridle::campaign {

// SVG without script: calls by day above, then each cell with its accounts on the left, its phones
// in the middle and its servers on the right. The same campaign gives the same bytes.
std::string campaign_svg(const Campaign& campaign);

}  // namespace bridle::campaign
