// Why somebody is named, in plain words, and which records say so.
#pragma once

#include <string>
#include <vector>

#include "campaign/campaign.h"
#include "campaign/weigh_accounts.h"
#include "campaign/weigh_servers.h"
#include "campaign/weigh_things.h"

namespace bridle::campaign {

std::string why_account(const WeighedAccount& account);
std::string why_server(const WeighedServer& server);
std::string why_thing(const WeighedThing& thing);

std::vector<Evidence> calls_as_evidence(const WeighedAccount& account, const Words& words);
std::vector<Evidence> meetings_as_evidence(const WeighedServer& server, const Words& words);

}  // namespace bridle::campaign
