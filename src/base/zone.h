// The time zone that a phone was set to: many Android logs state times without one.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "base/time.h"

namespace bridle {

class Zone {
 public:
  Zone();  // UTC
  // A name of the IANA database ("Europe/Berlin"), or GMT with an offset ("GMT+02:00").
  static std::optional<Zone> named(std::string_view name);

  // What the phone's clock showed, written as if it were UTC, as a moment. Of the hour that happens
  // twice in autumn the first is taken; the hour that is left out in spring is moved on.
  Time utc(Time shown) const;

  // The reverse: what the phone's clock showed at a moment, written as if it were UTC.
  Time shown(Time utc) const;

  std::string_view name() const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  std::shared_ptr<const Rules> rules_;  // null for UTC
};

}  // namespace bridle
