// Parameters of a link that name a page to go to, without a scheme before its host.
//
//   https://l.example/?u=www.evil.example/path   https://l.example/?goto=evil.com
#pragma once

#include <string_view>

namespace bridle {

// Whether `host`, between `before` and `after` in the text of a link, is what a parameter leads to:
// it begins the value, and the value looks like a link, or the parameter's name says it is one.
// "?v=1.2.3.4", "?file=readme.md" and "?q=evil.com" say nothing of the kind.
bool leads_on(std::string_view before, std::string_view host, std::string_view after);

}  // namespace bridle
