// Cells of a comma-separated file (RFC 4180).
#pragma once

#include <string>
#include <string_view>

namespace bridle {

// Quoted where it must be; what a spreadsheet would take for a formula begins with an apostrophe.
void append_cell(std::string& out, std::string_view text);

}  // namespace bridle
