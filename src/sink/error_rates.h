// How often the rules were right and wrong in the detection exam.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bridle {

// So many of n, and the 95 % Clopper-Pearson interval in percent.
struct Measured {
  std::uint32_t k;
  std::uint32_t n;
  std::string_view low;
  std::string_view high;
};

struct ErrorRate {
  std::string_view rule;
  Measured recall;        // in the exhibits with a trace of its sort; n is 0 where there are none
  Measured false_alarms;  // on ordinary exhibits
};

struct Exam {
  Measured attacks;       // exhibits with planted traces in which anything was found
  Measured match_alarms;  // ordinary exhibits with a finding of level match, whatever the rule
  std::span<const ErrorRate> rules;
};

extern const Exam kExam;

// All rules that compare with indicators count as one.
inline constexpr std::string_view kIndicatorRules = "indicator";
std::string_view rate_name(std::string_view rule);  // "indicator" for "indicator.domain"

// The rates of a finding's rule; nullptr if none were measured.
const ErrorRate* error_rate_of(std::string_view rule);

}  // namespace bridle
