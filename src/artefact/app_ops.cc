#include "artefact/app_ops.h"

#include <array>
#include <string_view>

namespace bridle {
namespace {

constexpr auto kOps = std::to_array<std::string_view>({
    "COARSE_LOCATION",
    "FINE_LOCATION",
    "GPS",
    "VIBRATE",
    "READ_CONTACTS",
    "WRITE_CONTACTS",
    "READ_CALL_LOG",
    "WRITE_CALL_LOG",
    "READ_CALENDAR",
    "WRITE_CALENDAR",
    "WIFI_SCAN",
    "POST_NOTIFICATION",
    "NEIGHBORING_CELLS",
    "CALL_PHONE",
    "READ_SMS",
    "WRITE_SMS",
    "RECEIVE_SMS",
    "RECEIVE_EMERGECY_SMS",
    "RECEIVE_MMS",
    "RECEIVE_WAP_PUSH",
    "SEND_SMS",
    "READ_ICC_SMS",
    "WRITE_ICC_SMS",
    "WRITE_SETTINGS",
    "SYSTEM_ALERT_WINDOW",
    "ACCESS_NOTIFICATIONS",
    "CAMERA",
    "RECORD_AUDIO",
    "PLAY_AUDIO",
    "READ_CLIPBOARD",
    "WRITE_CLIPBOARD",
    "TAKE_MEDIA_BUTTONS",
    "TAKE_AUDIO_FOCUS",
    "AUDIO_MASTER_VOLUME",
    "AUDIO_VOICE_VOLUME",
    "AUDIO_RING_VOLUME",
    "AUDIO_MEDIA_VOLUME",
    "AUDIO_ALARM_VOLUME",
    "AUDIO_NOTIFICATION_VOLUME",
    "AUDIO_BLUETOOTH_VOLUME",
    "WAKE_LOCK",
    "MONITOR_LOCATION",
    "MONITOR_HIGH_POWER_LOCATION",
    "GET_USAGE_STATS",
    "MUTE_MICROPHONE",
    "TOAST_WINDOW",
    "PROJECT_MEDIA",
    "ACTIVATE_VPN",
    "WRITE_WALLPAPER",
    "ASSIST_STRUCTURE",
    "ASSIST_SCREENSHOT",
    "READ_PHONE_STATE",
    "ADD_VOICEMAIL",
    "USE_SIP",
    "PROCESS_OUTGOING_CALLS",
    "USE_FINGERPRINT",
    "BODY_SENSORS",
    "READ_CELL_BROADCASTS",
    "MOCK_LOCATION",
    "READ_EXTERNAL_STORAGE",
    "WRITE_EXTERNAL_STORAGE",
    "TURN_SCREEN_ON",
    "GET_ACCOUNTS",
    "RUN_IN_BACKGROUND",
    "AUDIO_ACCESSIBILITY_VOLUME",
    "READ_PHONE_NUMBERS",
    "REQUEST_INSTALL_PACKAGES",
    "PICTURE_IN_PICTURE",
    "INSTANT_APP_START_FOREGROUND",
    "ANSWER_PHONE_CALLS",
    "RUN_ANY_IN_BACKGROUND",
    "CHANGE_WIFI_STATE",
    "REQUEST_DELETE_PACKAGES",
    "BIND_ACCESSIBILITY_SERVICE",
    "ACCEPT_HANDOVER",
    "MANAGE_IPSEC_TUNNELS",
    "START_FOREGROUND",
    "BLUETOOTH_SCAN",
    "USE_BIOMETRIC",
    "ACTIVITY_RECOGNITION",
    "SMS_FINANCIAL_TRANSACTIONS",
    "READ_MEDIA_AUDIO",
    "WRITE_MEDIA_AUDIO",
    "READ_MEDIA_VIDEO",
    "WRITE_MEDIA_VIDEO",
    "READ_MEDIA_IMAGES",
    "WRITE_MEDIA_IMAGES",
    "LEGACY_STORAGE",
    "ACCESS_ACCESSIBILITY",
    "READ_DEVICE_IDENTIFIERS",
    "ACCESS_MEDIA_LOCATION",
    "QUERY_ALL_PACKAGES",
    "MANAGE_EXTERNAL_STORAGE",
    "INTERACT_ACROSS_PROFILES",
    "ACTIVATE_PLATFORM_VPN",
    "LOADER_USAGE_STATS",
    "deprecated",
    "AUTO_REVOKE_PERMISSIONS_IF_UNUSED",
    "AUTO_REVOKE_MANAGED_BY_INSTALLER",
    "NO_ISOLATED_STORAGE",
    "PHONE_CALL_MICROPHONE",
    "PHONE_CALL_CAMERA",
    "RECORD_AUDIO_HOTWORD",
    "MANAGE_ONGOING_CALLS",
    "MANAGE_CREDENTIALS",
    "USE_ICC_AUTH_WITH_DEVICE_IDENTIFIER",
    "RECORD_AUDIO_OUTPUT",
    "SCHEDULE_EXACT_ALARM",
    "FINE_LOCATION_SOURCE",
    "COARSE_LOCATION_SOURCE",
    "MANAGE_MEDIA",
    "BLUETOOTH_CONNECT",
    "UWB_RANGING",
    "ACTIVITY_RECOGNITION_SOURCE",
    "BLUETOOTH_ADVERTISE",
    "RECORD_INCOMING_PHONE_AUDIO",
    "NEARBY_WIFI_DEVICES",
    "ESTABLISH_VPN_SERVICE",
    "ESTABLISH_VPN_MANAGER",
    "ACCESS_RESTRICTED_SETTINGS",
    "RECEIVE_AMBIENT_TRIGGER_AUDIO",
    "RECEIVE_EXPLICIT_USER_INTERACTION_AUDIO",
    "RUN_USER_INITIATED_JOBS",
    "READ_MEDIA_VISUAL_USER_SELECTED",
    "SYSTEM_EXEMPT_FROM_SUSPENSION",
    "SYSTEM_EXEMPT_FROM_DISMISSIBLE_NOTIFICATIONS",
    "READ_WRITE_HEALTH_DATA",
    "FOREGROUND_SERVICE_SPECIAL_USE",
    "SYSTEM_EXEMPT_FROM_POWER_RESTRICTIONS",
    "SYSTEM_EXEMPT_FROM_HIBERNATION",
    "SYSTEM_EXEMPT_FROM_ACTIVITY_BG_START_RESTRICTION",
    "CAPTURE_CONSENTLESS_BUGREPORT_ON_USERDEBUG_BUILD",
    "deprecated_2",
    "USE_FULL_SCREEN_INTENT",
    "CAMERA_SANDBOXED",
    "RECORD_AUDIO_SANDBOXED",
    "RECEIVE_SANDBOX_TRIGGER_AUDIO",
    "RECEIVE_SANDBOXED_DETECTION_TRAINING_DATA",
    "CREATE_ACCESSIBILITY_OVERLAY",
    "MEDIA_ROUTING_CONTROL",
    "ENABLE_MOBILE_DATA_BY_USER",
    "RESERVED_FOR_TESTING",
    "RAPID_CLEAR_NOTIFICATIONS_BY_LISTENER",
    "READ_SYSTEM_GRAMMATICAL_GENDER",
    "RUN_BACKUP_JOBS",
    "ARCHIVE_ICON_OVERLAY",
    "UNARCHIVAL_CONFIRMATION",
    "EMERGENCY_LOCATION",
    "RECEIVE_SENSITIVE_NOTIFICATIONS",
    "READ_HEART_RATE",
    "READ_SKIN_TEMPERATURE",
    "RANGING",
    "READ_OXYGEN_SATURATION",
    "WRITE_SYSTEM_PREFERENCES",
    "CONTROL_AUDIO",
    "CONTROL_AUDIO_PARTIAL",
    "EYE_TRACKING_COARSE",
    "EYE_TRACKING_FINE",
    "FACE_TRACKING",
    "HAND_TRACKING",
    "HEAD_TRACKING",
    "SCENE_UNDERSTANDING_COARSE",
    "SCENE_UNDERSTANDING_FINE",
    "POST_PROMOTED_NOTIFICATIONS",
    "SYSTEM_APPLICATION_OVERLAY",
    "READ_CELL_IDENTITY",
    "READ_CELL_INFO",
    "COMPUTER_CONTROL",
    "READ_OTP_SMS",
    "ACCESS_LOCAL_NETWORK",
    "READ_BLOOD_PRESSURE",
    "READ_HEART_RATE_VARIABILITY",
    "READ_RESPIRATORY_RATE",
    "READ_VO2_MAX",
    "CONTINUE_ACROSS_DEVICES",
    "READ_SCREEN_CONTEXT",
    "READ_RESTRICTED_MESSAGES",
    "WRITE_RESTRICTED_MESSAGES",
    "ACCESS_HID",
    "MANAGE_PERIPHERAL_CUSTOMIZATION",
    "MANAGE_CONTACTS",
});

struct Bit {
  std::int64_t bit;
  std::string_view name;
};
constexpr Bit kFlags[] = {{1, "s"}, {2, "tp"}, {4, "up"}, {8, "tpd"}, {16, "upd"}};
constexpr Bit kChainRoles[] = {
    {1, "accessor"}, {2, "intermediary"}, {4, "receiver"}, {8, "trusted"}};

template <std::size_t n>
std::string one_of(const std::array<std::string_view, n>& names, std::int64_t i) {
  if (i < 0 || i >= static_cast<std::int64_t>(n)) return std::to_string(i);
  return std::string(names[static_cast<std::size_t>(i)]);
}

template <std::size_t n>
std::string bits(const Bit (&names)[n], std::int64_t set) {
  std::string out;
  for (const Bit& b : names)
    if (set & b.bit) (out += out.empty() ? "" : "|") += b.name;
  return out;
}

}  // namespace

std::string op_name(std::int64_t op) {
  return one_of(kOps, op);
}

std::string op_state(std::int64_t state) {
  constexpr std::array<std::string_view, 8> kStates = {"",      "pers", "top", "fgsvcl",
                                                       "fgsvc", "fg",   "bg",  "cch"};
  if (state % 100 != 0 || state == 0) return std::to_string(state);
  const std::int64_t i = state / 100;
  return i < 1 || i > 7 ? std::to_string(state) : one_of(kStates, i);
}

std::string op_flags(std::int64_t flags) {
  return bits(kFlags, flags);
}

std::string op_chain_role(std::int64_t flags) {
  return bits(kChainRoles, flags);
}

std::string op_mode(std::int64_t mode) {
  constexpr std::array<std::string_view, 5> kModes = {"allow", "ignore", "deny", "default",
                                                      "foreground"};
  return one_of(kModes, mode);
}

}  // namespace bridle
