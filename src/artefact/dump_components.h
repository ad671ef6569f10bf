// Components of apps, "package/class", that a dump names in several lists: one record for each,
// with the lists that it stands in.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "artefact/dump_text.h"

namespace bridle {

// All components that a text holds, in its order.
std::vector<std::string_view> components_in(std::string_view text);

struct Component {
  std::uint64_t at;    // where it stands first
  std::string name;    // "package/class"
  std::string states;  // of the lists, one a line
  std::string users;   // that the lists are of, one a line
};

class Components {
 public:
  void add(std::uint64_t at, std::string_view component, std::string_view state,
           std::string_view user);

  bool has(std::string_view component) const { return index_.contains(component); }
  // In the order in which they were met.
  const std::vector<Component>& all() const { return all_; }

 private:
  std::vector<Component> all_;
  std::map<std::string, std::size_t, std::less<>> index_;
};

}  // namespace bridle
