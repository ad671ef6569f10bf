#include "base/zone.h"

#include <date/tz.h>

#include <cstdlib>
#include <string>
#include <utility>

#include "base/text.h"

namespace bridle {

struct Zone::Rules {
  std::string name;
  const date::time_zone* database = nullptr;
  std::int64_t offset_us = 0;  // east of Greenwich, where no database entry is used
};

namespace {

// "GMT+02:00", "GMT-3": what Android shows for a phone with a fixed offset.
std::optional<std::int64_t> fixed_offset(std::string_view name) {
  if (!name.starts_with("GMT") && !name.starts_with("UTC")) return {};
  name.remove_prefix(3);
  if (name.empty()) return 0;
  const std::int64_t sign = name.front() == '-' ? -1 : 1;
  if (name.front() != '-' && name.front() != '+') return {};
  const auto parts = split(name.substr(1), ':');
  const auto hours = number(parts[0]);
  const auto minutes = parts.size() > 1 ? number(parts[1]) : std::optional<std::int64_t>(0);
  if (!hours || !minutes || *hours < 0 || *hours > 18 || *minutes < 0 || *minutes > 59) return {};
  return sign * (*hours * 60 + *minutes) * 60 * kSecond;
}

}  // namespace

Zone::Zone() = default;

std::optional<Zone> Zone::named(std::string_view name) {
  if (const auto offset = fixed_offset(name)) {
    if (*offset == 0) return Zone();
    return Zone(std::make_shared<Rules>(std::string(name), nullptr, *offset));
  }
  try {
    const auto* const found = date::locate_zone(std::string(name));
    return Zone(std::make_shared<Rules>(std::string(name), found, 0));
  } catch (const std::exception&) {  // no such name, or no database on this machine
    return {};
  }
}

Time Zone::utc(Time shown) const {
  if (!rules_) return shown;
  if (!rules_->database) return {shown.us - rules_->offset_us};
  const date::local_time<std::chrono::microseconds> local{std::chrono::microseconds(shown.us)};
  try {
    const auto moment = rules_->database->to_sys(local, date::choose::earliest);
    return {moment.time_since_epoch().count()};
  } catch (const std::exception&) {  // beyond what the database's tables hold
    return shown;
  }
}

Time Zone::shown(Time utc) const {
  if (!rules_) return utc;
  if (!rules_->database) return {utc.us + rules_->offset_us};
  const date::sys_time<std::chrono::microseconds> moment{std::chrono::microseconds(utc.us)};
  try {
    return {rules_->database->to_local(moment).time_since_epoch().count()};
  } catch (const std::exception&) {  // beyond what the database's tables hold
    return utc;
  }
}

std::string_view Zone::name() const {
  return rules_ ? std::string_view(rules_->name) : "UTC";
}

}  // namespace bridle
