// A list of objects in what the page reads.
#pragma once

#include <string_view>

#include "sink/json.h"

namespace bridle {

// write(item) writes the members of one.
template <class List, class Write>
void write_list(Json& out, std::string_view key, const List& list, const Write& write) {
  out.key(key);
  out.begin_array();
  for (const auto& item : list) {
    out.begin_object();
    write(item);
    out.end_object();
  }
  out.end_array();
}

}  // namespace bridle
