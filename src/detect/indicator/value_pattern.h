// Indicators that are patterns: STIX's LIKE, where '%' is any text and '_' any character of the
// whole value, and MATCHES, a regular expression that is looked for anywhere in it.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "detect/indicator/normalise.h"
#include "detect/indicator/pack.h"

namespace bridle {

// Hosts, links, names, paths, processes and e-mail addresses.
bool takes_patterns(IndicatorType type);

// The pattern in the form in which it is kept: the type by what it says, hosts in lower case, the
// path of LIKE canonical. The reason if it cannot be used: RE2, which runs in linear time, does not
// know the expression (look-around, back-references), or it says so little that ordinary values
// match it.
std::expected<Normalised, std::string> normalise_pattern(IndicatorType said, Compared how,
                                                         std::string_view raw);

// A pattern that popular or shared hosts match says less; Caution bits. Looks through those lists.
unsigned caution_of_pattern(const Indicator& indicator);

}  // namespace bridle
