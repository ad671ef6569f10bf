// The cases of a lake as the local page shows them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "lake/lake.h"
#include "view/shown_case.h"

namespace bridle {

// A name out of a lake, which whoever made the lake chose, as the page writes it.
std::string shown_name(std::string_view name);

// How many records there are, and of each case its verdict, how much was found and whether all of
// it was read. Cases whose result cannot be read are named, too. Errc::io, Errc::malformed.
Result<std::string> lake_cases_json(const Lake& lake);

// The result of the case that the page shows under that name, without its records. Errc::missing if
// there is none, Errc::malformed if it cannot be read.
Result<ShownCase> case_in_lake(const Lake& lake, std::string_view name);

}  // namespace bridle
