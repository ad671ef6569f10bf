// STIX's cyber-observable objects (STIX 2.1, 6). Their ids follow from what they are (2.9), so that
// two cases name the same thing alike.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "record/finding.h"
#include "sink/json.h"
#include "sink/observable.h"

namespace bridle::stix {

// One object; empty members are left out.
struct Object {
  std::string type = {};
  std::string hash_name = {}, hash = {};
  std::string image = {}, name = {}, parent = {}, path = {}, user = {}, value = {};
};

class Objects {
 public:
  // `seed`: what ids of objects that STIX gives no rule for are made of.
  explicit Objects(std::string seed) : seed_(std::move(seed)) {}

  // The object's id; nothing if STIX has no word for it.
  std::string add(const Observable& seen);

  // The file that holds the record.
  std::string add(const Locator& at);

  void write(Json& out) const;  // all of them, by id

 private:
  std::string add(Object object);

  std::string seed_;
  std::map<std::string, Object> by_id_;
};

// "[url:value = 'https://a.example/']"; nothing if STIX has no word for it.
std::string pattern(const Observable& seen);

}  // namespace bridle::stix
