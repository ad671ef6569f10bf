#include "sink/error_rates.h"

#include <algorithm>

namespace bridle {

std::string_view rate_name(std::string_view rule) {
  return rule.starts_with("indicator.") ? kIndicatorRules : rule;
}

const ErrorRate* error_rate_of(std::string_view rule) {
  const auto at = std::ranges::find(kExam.rules, rate_name(rule), &ErrorRate::rule);
  return at == kExam.rules.end() ? nullptr : &*at;
}

}  // namespace bridle
