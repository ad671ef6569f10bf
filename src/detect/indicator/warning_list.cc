#include "detect/indicator/warning_list.h"

#include <libpsl.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "detect/indicator/compiled.h"
#include "detect/indicator/host.h"
#include "detect/indicator/key.h"

namespace bridle {
namespace {

constexpr unsigned kShared = static_cast<unsigned>(Caution::shared_host);
constexpr unsigned kPopular = static_cast<unsigned>(Caution::popular);
constexpr std::size_t kCut = 16;

// The lists of hosts as one table: each host of a pack is told with one look, where a search
// through the five lists takes some fifty steps.
class ListedHosts {
 public:
  ListedHosts() {
    slots_.resize(std::size_t{1} << kBits);
    add(compiled::shared(), kShared);
    add(compiled::shorteners(), kShared);
    add(compiled::resolvers(), kShared);
    add(compiled::popular(), kPopular);
    add(compiled::compromised(), static_cast<unsigned>(Caution::compromised));
  }

  // Caution bits of all lists that name the host.
  unsigned of(std::string_view host) const {
    unsigned out = 0;
    for (std::size_t at = first(host); !slots_[at].host.empty(); at = next(at))
      if (slots_[at].host == host) out |= slots_[at].caution;
    return out;
  }

 private:
  static constexpr unsigned kBits = 15;  // three times as many as the lists have lines
  struct Slot {
    std::string_view host;
    unsigned caution = 0;
  };

  static std::size_t first(std::string_view host) { return hash_of(host) >> (64 - kBits); }
  static std::size_t next(std::size_t at) { return (at + 1) % (std::size_t{1} << kBits); }

  void add(std::string_view lines, unsigned caution) {
    for (std::size_t from = 0; from < lines.size();) {
      const auto to = std::min(lines.find('\n', from), lines.size());
      const auto host = lines.substr(from, to - from);
      std::size_t at = first(host);
      while (!slots_[at].host.empty()) at = next(at);
      slots_[at] = {.host = host, .caution = caution};
      from = to + 1;
    }
  }

  std::vector<Slot> slots_;
};

unsigned caution_of_host(const std::string& host) {
  static const ListedHosts listed;
  constexpr int kListedRules = PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE;
  const bool suffix = psl_is_public_suffix2(psl_builtin(), host.c_str(), kListedRules) != 0;
  const unsigned out = listed.of(host);
  return suffix || host.find('.') == std::string::npos ? out | kShared : out;
}

const std::vector<Network>& shared_networks() {
  static const std::vector<Network> all = [] {
    std::vector<Network> out;
    for (const std::string_view line : split(compiled::networks(), '\n'))
      if (const auto network = parse_network(line)) out.push_back(*network);
    return out;
  }();
  return all;
}

unsigned caution_of_address(std::string_view text) {
  if (is_listed(compiled::resolvers(), text)) return kShared;
  const auto slash = text.find('/');
  const auto address = parse_address(text.substr(0, slash));
  if (!address) return 0;
  for (const Network& network : shared_networks())
    if (holds(network, *address)) return kShared;
  return 0;
}

}  // namespace

unsigned caution_of(const Indicator& indicator) {
  switch (indicator.type) {
    case IndicatorType::domain:
      return caution_of_host(indicator.value);
    case IndicatorType::ip:
    case IndicatorType::cidr:
      return caution_of_address(indicator.value);
    case IndicatorType::url: {
      const std::string host = indicator.value.substr(0, indicator.value.find_first_of("/?:"));
      return is_listed(compiled::compromised(), host) ? static_cast<unsigned>(Caution::compromised)
                                                      : 0;
    }
    case IndicatorType::certificate:
      return is_listed(compiled::certificates(), indicator.value)
                 ? static_cast<unsigned>(Caution::public_key)
                 : 0;
    case IndicatorType::name:
    case IndicatorType::process:
      return is_listed(compiled::names(), indicator.value)
                 ? static_cast<unsigned>(Caution::generic_name)
                 : 0;
    default:
      return 0;
  }
}

bool ordinary_when_cut(std::string_view process) {
  return std::ranges::any_of(split(compiled::names(), '\n'), [&](std::string_view line) {
    return line.size() >= kCut && line.substr(0, kCut) == process.substr(0, kCut);
  });
}

bool is_listed(std::string_view sorted_lines, std::string_view value) {
  std::size_t low = 0;
  std::size_t high = sorted_lines.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const auto before = middle == 0 ? std::string_view::npos : sorted_lines.rfind('\n', middle - 1);
    const std::size_t from = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t to = std::min(sorted_lines.find('\n', from), sorted_lines.size());
    const auto line = sorted_lines.substr(from, to - from);
    if (line == value) return !value.empty();
    if (line < value)
      low = to + 1;
    else
      high = from;
  }
  return false;
}

}  // namespace bridle
