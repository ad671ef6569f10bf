// One phone of a batch, checked in a process of its own.
#pragma once

#include "engine/batch.h"
#include "engine/packets.h"

namespace bridle {

// Checks it into the folder `making`, or takes the verdict of the case that an earlier batch made
// and could not hand on. What it gives is for checked_phone().
Message check_phone(const BatchOptions& options, const Phone& phone,
                    const std::filesystem::path& making);

// What such a message says. The error says why there is none.
CheckedPhone checked_phone(const std::string& name,
                           const std::expected<Message, std::string>& said);

// Of a phone that was checked at another time.
CheckedPhone checked_phone(const std::string& name, const Outcome& outcome);

}  // namespace bridle
