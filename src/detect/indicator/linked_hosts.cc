#include "detect/indicator/linked_hosts.h"

#include <array>

#include "base/text.h"
#include "detect/indicator/host.h"
#include "detect/indicator/url_finder.h"
#include "detect/indicator/web_address.h"

namespace bridle {
namespace {

class Hosts : public FoundSink {
 public:
  explicit Hosts(std::string& into) : into_(into) {}

  void on(const Found& found) override {
    std::array<char, 256> buffer{};
    const auto folded = fold_host(found.url.host, buffer);
    const auto host = folded.empty() ? found.url.host : folded;
    if (const auto address = found.url.scheme.empty() ? parse_address(host) : web_address(host))
      add(text_of(*address));
    else
      add(folded);
  }

 private:
  void add(std::string_view host) {
    if (host.empty()) return;
    for (const std::string_view known : split(into_, '\n'))
      if (known == host) return;
    if (!into_.empty()) into_ += '\n';
    into_ += host;
  }

  std::string& into_;
};

Indicator about_host(std::string_view host) {
  Indicator out{};
  out.type = IndicatorType::domain;
  out.value = host;
  if (const auto address = parse_address(host)) {
    out.type = IndicatorType::ip;
    out.value = text_of(*address);
  }
  return out;
}

// The host of "host[:port]/path?query", or of "[2001:db8::1]:port/path".
std::string_view host_of_link(std::string_view value) {
  value = value.substr(0, value.find_first_of("/?"));
  if (parse_address(value)) return value;
  return value.substr(0, value.rfind(':'));
}

}  // namespace

std::string_view linked_hosts(std::string_view text, std::string& into) {
  into.clear();
  Hosts hosts(into);
  find_urls(text, hosts);
  return into;
}

void match_hosts(const Matcher& matcher, std::string_view hosts, std::vector<Hit>& hits) {
  for (const std::string_view host : split(hosts, '\n')) matcher.match(Kind::ip, host, hits);
}

std::optional<Pack> host_indicators(std::span<const Pack> packs) {
  Pack out{.name = {}, .sha256 = {}, .indicators = {}, .skipped = {}};
  for (const Pack& pack : packs)
    for (const Indicator& one : pack.indicators) {
      const bool link = one.type == IndicatorType::url, mail = one.type == IndicatorType::email;
      if ((link || mail) && one.compared != Compared::equal) return {};
      if (link) out.indicators.push_back(about_host(host_of_link(one.value)));
      if (mail) out.indicators.push_back(about_host(one.value.substr(one.value.rfind('@') + 1)));
      if (one.type == IndicatorType::domain || one.type == IndicatorType::ip ||
          one.type == IndicatorType::cidr)
        out.indicators.push_back(one);
    }
  return out;
}

}  // namespace bridle
