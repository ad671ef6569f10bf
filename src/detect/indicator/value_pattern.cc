#include "detect/indicator/value_pattern.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/text.h"
#include "detect/indicator/compiled.h"
#include "detect/indicator/pattern_set.h"

namespace bridle {
namespace {

using enum IndicatorType;

constexpr std::size_t kLongest = 1000;
constexpr std::size_t kFewestLetters = 3;  // of LIKE, that are no wildcards

constexpr std::string_view kHosts[] = {"www.example.com", "a.co", "mail.google.com", "apple.com"};
constexpr std::string_view kLinks[] = {"https://www.example.com/", "http://a.co/b/c.html?d=1"};
constexpr std::string_view kNames[] = {"a", "IMG_0001.JPG", "Info.plist", "base.apk"};
constexpr std::string_view kPaths[] = {"/", "/private/var/mobile/Library/SMS/sms.db",
                                       "/data/data/com.example/files/a", "/private/var/tmp/a"};
constexpr std::string_view kProcesses[] = {"launchd", "SpringBoard", "com.apple.WebKit.Networking",
                                           "system_server"};
constexpr std::string_view kAddresses[] = {"someone@example.com", "1@a.co"};

// Values that say nothing of an attack; empty for a type that takes no patterns.
std::span<const std::string_view> ordinary(IndicatorType type) {
  switch (type) {
    case domain:
      return kHosts;
    case url:
      return kLinks;
    case IndicatorType::name:
      return kNames;
    case path:
      return kPaths;
    case process:
      return kProcesses;
    case email:
      return kAddresses;
    default:
      return {};
  }
}

// What stands in the field of another: a link under domains, a path under names.
IndicatorType type_by_sign(IndicatorType said, std::string_view pattern) {
  const bool slash = pattern.contains('/');
  if (slash && said == domain) return url;
  if (slash && (said == process || said == IndicatorType::name)) return path;
  return said;
}

bool any_line_matches(const PatternSet& set, std::string_view lines) {
  return std::ranges::any_of(split(lines, '\n'),
                             [&](auto line) { return !line.empty() && set.matches(line); });
}

}  // namespace

bool takes_patterns(IndicatorType type) {
  return !ordinary(type).empty();
}

std::expected<Normalised, std::string> normalise_pattern(IndicatorType said, Compared how,
                                                         std::string_view raw) {
  const bool like = how == Compared::like;
  if (raw.size() > kLongest) return std::unexpected("the pattern is longer than 1000 bytes");
  Normalised out{type_by_sign(said, raw), std::string(raw)};
  if (like && (out.type == domain || out.type == email)) out.value = lower(raw);
  if (like && out.type == path) out.value = canonical_path(raw);
  const auto letters = std::ranges::count_if(
      out.value, [](char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; });
  if (like && static_cast<std::size_t>(letters) < kFewestLetters)
    return std::unexpected("the pattern says too little");
  PatternSet set(out.type);
  if (auto error = set.add(how, out.value, {}); !error.empty())
    return std::unexpected("the regular expression cannot be run in linear time: " + error);
  set.build();
  if (std::ranges::any_of(ordinary(out.type), [&](auto value) { return set.matches(value); }))
    return std::unexpected("the pattern matches ordinary values");
  return out;
}

unsigned caution_of_pattern(const Indicator& indicator) {
  if (indicator.type != domain) return 0;
  PatternSet set(indicator.type);
  set.add(indicator.compared, indicator.value, {});
  set.build();
  unsigned out = 0;
  if (any_line_matches(set, compiled::popular())) out |= std::to_underlying(Caution::popular);
  if (any_line_matches(set, compiled::shared())) out |= std::to_underlying(Caution::shared_host);
  return out;
}

}  // namespace bridle
