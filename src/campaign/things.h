// Apps, programs, certificates and files that several phones have.
#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "campaign/campaign.h"
#include "campaign/shared_rows.h"
#include "campaign/traces.h"
#include "record/field.h"

namespace bridle::campaign {

constexpr std::array kThingKinds = {Kind::app, Kind::process, Kind::certificate, Kind::hash};

struct Thing {
  Kind kind = Kind::app;
  std::string id;                     // as it is compared
  std::vector<std::uint32_t> phones;  // that have it, by number
};

struct Things {
  std::vector<Thing> all;  // which two reached phones or more have; by kind and id
  // Of each kind, in their order: the phones whose records hold any such thing.
  std::array<std::vector<std::uint32_t>, kThingKinds.size()> showing;
};

// Reads the records twice: some 60 bytes for each thing of each reached phone. `reached` are
// phones by number.
Result<Things> read_things(const SharedRows& lake, const std::set<std::uint32_t>& reached,
                           Words& words);

// Where those things stand: of each the first record of each artefact of each phone.
Result<std::vector<std::vector<Evidence>>> evidence_of(const SharedRows& lake,
                                                       const std::vector<const Thing*>& things);

}  // namespace bridle::campaign
