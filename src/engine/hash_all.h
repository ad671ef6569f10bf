// Hashing a whole store on all cores.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/pool.h"
#include "source/intake.h"

namespace bridle {

// Computes every hash of the store that was not asked for before; `work` counts and stops.
void hash_all(const Pool& pool, const Store& store, Digests& digests, HashWork& work);

// At the end: the paths of files whose size or times differ from the beginning, or, for the
// `parsed` ones, whose bytes do. For an archive its own bytes stand for those of its members:
// give its carrier() and that one's digests.
std::vector<std::string> changed_files(const Pool& pool, const Store& store, const Digests& digests,
                                       std::span<const std::size_t> parsed);

}  // namespace bridle
