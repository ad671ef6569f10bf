// The check at the end: whether an exhibit is still what it was when the run began.
#pragma once

#include <string>
#include <vector>

#include "source/intake.h"

namespace bridle {

// The paths of files whose size or times differ from the beginning, or, for the `parsed` ones,
// whose bytes do. For an archive its own bytes stand for those of its members: give its carrier()
// and that one's digests.
std::vector<std::string> changed_files(unsigned threads, const Store& store, const Digests& digests,
                                       std::vector<std::size_t> parsed);

}  // namespace bridle
