// Who called, in the one form in which phones are compared.
#pragma once

#include <string>
#include <string_view>

namespace bridle::campaign {

// "+33639980001" of a number or of a WhatsApp id; an address or another id in lower case, such as
// the one that hides a number. Empty for groups, broadcasts and what names nobody.
std::string account_of(std::string_view id);

}  // namespace bridle::campaign
