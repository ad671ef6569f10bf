// A group of a batch's cases, kept and handed on, in a process of its own.
#pragma once

#include "engine/batch.h"
#include "engine/packets.h"

namespace bridle {

// How many cases go at a time: what a message can hold reasons for.
inline constexpr std::size_t kLargestGroup = 200;

// `names` of cases in the folder `making`. It gives the numbers of those that were not taken on,
// each with why.
Message hand_over(const BatchOptions& options, std::span<const std::string> names,
                  const std::filesystem::path& making, const HandOn& hand_on);

}  // namespace bridle
