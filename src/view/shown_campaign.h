// A campaign as the local page shows it.
#pragma once

#include <string>

#include "campaign/campaign.h"

namespace bridle {

// Who stands in campaign.json, with each record that says so by its parts; of one account or server
// no more records than a reader can look through, and how many there are.
std::string shown_campaign_json(const campaign::Campaign& from);

}  // namespace bridle
