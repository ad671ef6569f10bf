// A campaign as files: for programs, for a court, for the eye.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "campaign/campaign.h"

namespace bridle::campaign {

// "bridle-campaign/1", as the contract gives it.
std::string campaign_json(const Campaign& campaign);

// Each record that ties somebody to a phone: where it lies, down to the row, and what it says.
std::string exhibits_csv(const Campaign& campaign);

// Phones reached, of those examined, by country and by week of the first trace, with Wilson's
// interval.
std::string victims_csv(const Campaign& campaign);

// The folder is made; it must be absent or empty (Errc::io).
Result<void> write_campaign(const Campaign& campaign, const std::filesystem::path& folder);

}  // namespace bridle::campaign
