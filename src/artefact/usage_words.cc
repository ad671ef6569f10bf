#include "artefact/usage_words.h"

#include <array>
#include <string_view>

namespace bridle {

std::string usage_type(std::int64_t type) {
  constexpr auto kTypes = std::to_array<std::string_view>({
      "NONE",
      "ACTIVITY_RESUMED",
      "ACTIVITY_PAUSED",
      "END_OF_DAY",
      "CONTINUE_PREVIOUS_DAY",
      "CONFIGURATION_CHANGE",
      "SYSTEM_INTERACTION",
      "USER_INTERACTION",
      "SHORTCUT_INVOCATION",
      "CHOOSER_ACTION",
      "NOTIFICATION_SEEN",
      "STANDBY_BUCKET_CHANGED",
      "NOTIFICATION_INTERRUPTION",
      "SLICE_PINNED_PRIV",
      "SLICE_PINNED",
      "SCREEN_INTERACTIVE",
      "SCREEN_NON_INTERACTIVE",
      "KEYGUARD_SHOWN",
      "KEYGUARD_HIDDEN",
      "FOREGROUND_SERVICE_START",
      "FOREGROUND_SERVICE_STOP",
      "CONTINUING_FOREGROUND_SERVICE",
      "ROLLOVER_FOREGROUND_SERVICE",
      "ACTIVITY_STOPPED",
      "ACTIVITY_DESTROYED",
      "FLUSH_TO_DISK",
      "DEVICE_SHUTDOWN",
      "DEVICE_STARTUP",
      "USER_UNLOCKED",
      "USER_STOPPED",
      "LOCUS_ID_SET",
      "APP_COMPONENT_USED",
  });
  if (type < 0 || type >= static_cast<std::int64_t>(kTypes.size())) return std::to_string(type);
  return std::string(kTypes[static_cast<std::size_t>(type)]);
}

std::string usage_bucket(std::int64_t bucket_and_reason) {
  if (bucket_and_reason == 0) return {};
  const std::int64_t bucket = bucket_and_reason >> 16;
  switch (bucket) {
    case 5:
      return "EXEMPTED";
    case 10:
      return "ACTIVE";
    case 20:
      return "WORKING_SET";
    case 30:
      return "FREQUENT";
    case 40:
      return "RARE";
    case 45:
      return "RESTRICTED";
    case 50:
      return "NEVER";
    default:
      return std::to_string(bucket);
  }
}

}  // namespace bridle
