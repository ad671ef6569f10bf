// Which country a telephone number belongs to.
#pragma once

#include <string_view>

namespace bridle::campaign {

// ISO 3166 code of the country that a number's calling code is of: a claim about the number, not
// about who uses it or where. Empty if the account is no number, or its code is not assigned.
std::string_view country_of(std::string_view account);  // "+33…"

}  // namespace bridle::campaign
