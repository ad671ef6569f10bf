#include "record/privacy.h"

#include <algorithm>
#include <array>

namespace bridle {
namespace {

constexpr auto kNames = std::to_array<std::string_view>(
    {"name", "names", "nickname", "first", "middle", "last", "person", "people", "author", "owner",
     "computer", "previous"});
constexpr auto kSerialNumbers = std::to_array<std::string_view>(
    {"serial", "serial_number", "imei", "imei2", "meid", "imsi", "iccid", "udid", "card",
     "unique_identifier", "target_identifier"});

bool called(std::string_view field) {
  return std::ranges::find(kNames, field) != kNames.end() || field.ends_with("_name") ||
         field.ends_with("_names");
}

bool serial_number(std::string_view field) {
  return std::ranges::find(kSerialNumbers, field) != kSerialNumbers.end();
}

}  // namespace

Privacy privacy_of(std::string_view field, Kind kind) {
  switch (kind) {
    case Kind::phone:
    case Kind::email:
    case Kind::account:
      return Privacy::identifier;
    case Kind::text:
      return serial_number(field) ? Privacy::device : Privacy::open;
    case Kind::content:
      if (serial_number(field)) return Privacy::device;
      return called(field) ? Privacy::name : Privacy::words;
    case Kind::url:
    case Kind::domain:
    case Kind::ip:
    case Kind::path:
      return Privacy::words;
    case Kind::real:
      return Privacy::measure;
    case Kind::number:
    case Kind::time:
    case Kind::process:
    case Kind::app:
    case Kind::certificate:
    case Kind::hash:
    case Kind::profile:
      return Privacy::open;
  }
  return Privacy::words;
}

}  // namespace bridle
