#include "detect/indicator/pattern_set.h"

#include <algorithm>

namespace bridle {
namespace {

// Of memory for each automaton; one expression that needs more is refused.
constexpr std::int64_t kMostOfOne = 1 << 20;
constexpr std::int64_t kMostOfAll = 16 << 20;

RE2::Options options_for(IndicatorType type) {
  RE2::Options out;
  out.set_log_errors(false);
  out.set_dot_nl(true);
  out.set_max_mem(kMostOfOne);
  out.set_case_sensitive(type != IndicatorType::domain && type != IndicatorType::email);
  return out;
}

RE2::Options with_memory(RE2::Options options, std::int64_t bytes) {
  options.set_max_mem(bytes);
  return options;
}

std::string regex_of_like(std::string_view like) {
  std::string out = "\\A";
  for (std::size_t i = 0; i < like.size();) {
    const auto end = std::min(like.find_first_of("%_", i), like.size());
    out += RE2::QuoteMeta(re2::StringPiece(like.data() + i, end - i));
    if (end < like.size()) out += like[end] == '%' ? ".*" : ".";
    i = end + 1;
  }
  return out + "\\z";
}

re2::StringPiece piece(std::string_view s) {
  return {s.data(), s.size()};
}

}  // namespace

PatternSet::PatternSet(IndicatorType type)
    : options_(options_for(type)), set_(with_memory(options_, kMostOfAll), RE2::UNANCHORED) {}

std::string PatternSet::add(Compared how, std::string_view pattern, IndicatorPlace place) {
  const std::string regex = how == Compared::like ? regex_of_like(pattern) : std::string(pattern);
  auto one = std::make_unique<RE2>(regex, options_);
  if (!one->ok()) return one->error();
  std::string error;
  if (set_.Add(regex, &error) < 0) return error;
  single_.push_back(std::move(one));
  places_.push_back(place);
  return {};
}

void PatternSet::build() {
  compiled_ = set_.Compile();
}

bool PatternSet::matches(std::string_view value) const {
  RE2::Set::ErrorInfo error{.kind = RE2::Set::kNoError};
  if (compiled_ && set_.Match(piece(value), nullptr, &error)) return true;
  return (!compiled_ || error.kind != RE2::Set::kNoError) && !find(value).empty();
}

std::vector<IndicatorPlace> PatternSet::find(std::string_view value) const {
  std::vector<IndicatorPlace> out;
  std::vector<int> found;
  RE2::Set::ErrorInfo error{.kind = RE2::Set::kNoError};
  if (compiled_ && (set_.Match(piece(value), &found, &error) || error.kind == RE2::Set::kNoError)) {
    std::ranges::sort(found);
    for (const int i : found) out.push_back(places_[static_cast<std::size_t>(i)]);
    return out;
  }
  for (std::size_t i = 0; i < single_.size(); ++i)
    if (RE2::PartialMatch(piece(value), *single_[i])) out.push_back(places_[i]);
  return out;
}

}  // namespace bridle
