// Reads back what exhibit_id() writes (record/outcome.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace bridle {

// "E-001" is 0. Nothing if it is no such id, or names more exhibits than a case can have.
std::optional<std::size_t> exhibit_number(std::string_view id);

}  // namespace bridle
