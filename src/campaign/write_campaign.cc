#include "campaign/write_campaign.h"

#include <system_error>

#include "campaign/picture.h"
#include "sink/private_file.h"

namespace bridle::campaign {

Result<void> write_campaign(const Campaign& campaign, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error || !std::filesystem::is_empty(folder, error) || error)
    return fail(Errc::io, "the output folder cannot be made, or is not empty");
  TRY(write_private(folder / "campaign.json", campaign_json(campaign)));
  TRY(write_private(folder / "exhibits.csv", exhibits_csv(campaign)));
  TRY(write_private(folder / "victims.csv", victims_csv(campaign)));
  TRY(write_private(folder / "campaign.svg", campaign_svg(campaign)));
  return {};
}

}  // namespace bridle::campaign
