// Members of a JSON object that somebody else may have written: one that is not there, or of
// another type, reads as nothing.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace bridle::json {

inline std::string text(const simdjson::dom::object& from, std::string_view key) {
  std::string_view out;
  return from[key].get(out) == simdjson::SUCCESS ? std::string(out) : std::string();
}

// The objects of a list; other things in it are passed over.
inline std::vector<simdjson::dom::object> objects(const simdjson::dom::object& from,
                                                  std::string_view key) {
  simdjson::dom::array list;
  std::vector<simdjson::dom::object> out;
  if (from[key].get(list) != simdjson::SUCCESS) return out;
  for (const simdjson::dom::element one : list)
    if (simdjson::dom::object object; one.get(object) == simdjson::SUCCESS) out.push_back(object);
  return out;
}

}  // namespace bridle::json
