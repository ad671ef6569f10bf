// What `getprop` prints: "[name]: [value]" lines; a value may go on over several lines.
// Source: AOSP system/core toolbox/getprop.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/content.h"

namespace bridle {

// `at` is the byte at which the property's line begins. `broken` gets the lines that are none.
using PropertyReader =
    std::function<void(std::uint64_t at, std::string_view name, std::string_view value)>;
using BrokenLine = std::function<void(std::uint64_t at)>;

// An error if the text could not be read to its end.
Result<void> read_properties(const Content& text, const PropertyReader& read,
                             const BrokenLine& broken = {});

}  // namespace bridle
