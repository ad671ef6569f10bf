// Groups of accounts that share phones.
#pragma once

#include <vector>

#include "campaign/campaign.h"

namespace bridle::campaign {

// Accounts stand together if they called the same phone; what a server is met by decides in which
// cells it stands, so that two groups that rent one server stay two. A server whose phones no
// account called stands alone with them.
std::vector<Cell> cells_of(const std::vector<Suspect>& accounts,
                           const std::vector<Suspect>& servers);

// Names what is shared in each of the cells whose phones have it.
void place_shared(const std::vector<Suspect>& shared, std::vector<Cell>& cells);

}  // namespace bridle::campaign
