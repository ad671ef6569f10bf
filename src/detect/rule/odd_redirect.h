// Redirects with the looks of network injection, in records of ios_safari_history.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "detect/indicator/registrable.h"
#include "detect/indicator/url.h"
#include "detect/rule.h"

namespace bridle {

struct Redirect {
  std::string_view from, to;
  Time at;                // when the browser arrived
  std::int64_t after_us;  // the page that sent it there
};

// Whether the page is like those of delivery servers: an odd port, or a host of many labels with
// one short word behind it.
inline bool like_delivery(const Url& page) {
  const auto labels = std::ranges::count(page.host, '.') + 1;
  const bool one_short_word = page.path.size() > 1 && page.path.size() <= 16 &&
                              std::ranges::count(page.path, '/') == 1 && page.query.empty();
  return !page.port.empty() || (labels >= 4 && one_short_word);
}

// A page over plain http that within a second led to such a page of another owner.
inline std::optional<Redirect> odd_redirect(const Record& r) {
  const auto from = r.text("url");
  const auto to = r.text("redirect_to_url");
  const auto left = r.time("time");
  const auto arrived = r.time("redirect_to_time");
  if (!from.starts_with("http://") || to.empty() || !left || !arrived) return {};
  const std::int64_t after = arrived->us - left->us;
  const Url target = split_url(to);
  if (std::abs(after) >= kSecond || !like_delivery(target)) return {};
  if (registrable(split_url(from).host) == registrable(target.host)) return {};
  return Redirect{.from = from, .to = to, .at = *arrived, .after_us = after};
}

}  // namespace bridle
