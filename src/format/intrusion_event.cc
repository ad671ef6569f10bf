#include "format/intrusion_event.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr int kDeepest = 8;

// The names of the export; where those are not known, of the system's own table.
struct Tag {
  std::string_view name, fields;
};
constexpr std::uint32_t kFirstTag = 210001;
constexpr auto kTags = std::to_array<Tag>({
    {"adb_shell_interactive", ""},
    {"adb_shell_cmd", "command"},
    {"adb_sync_recv_file", "path"},
    {"adb_sync_send_file", "path"},
    {"app_process_start", "process,start_time,uid,pid,seinfo,sha256"},
    {"keyguard_dismissed", ""},
    {"keyguard_dismiss_auth_attempt", "success,method_strength"},
    {"keyguard_secured", ""},
    {"os_startup", "verified_boot_state,dm_verity_mode"},
    {"os_shutdown", ""},
    {"logging_started", ""},
    {"logging_stopped", ""},
    {"media_mount", "mount_point,volume_label"},
    {"media_unmount", "mount_point,volume_label"},
    {"log_buffer_size_critical", ""},
    {"password_expiration_set", "package,admin_user,target_user,timeout"},
    {"password_complexity_set",
     "package,admin_user,target_user,length,quality,num_letters,num_non_letters,num_numeric,"
     "num_uppercase,num_lowercase,num_symbols"},
    {"password_history_length_set", "package,admin_user,target_user,length"},
    {"max_screen_lock_timeout_set", "package,admin_user,target_user,timeout"},
    {"max_password_attempts_set", "package,admin_user,target_user,num_failures"},
    {"keyguard_disabled_features_set", "package,admin_user,target_user,features"},
    {"remote_lock", "package,admin_user,target_user"},
    {"wipe_failure", "package,admin_user"},
    {"key_generated", "success,key_id,uid"},
    {"key_import", "success,key_id,uid"},
    {"key_destruction", "success,key_id,uid"},
    {"user_restriction_added", "package,admin_user,restriction"},
    {"user_restriction_removed", "package,admin_user,restriction"},
    {"cert_authority_installed", "success,subject,target_user"},
    {"cert_authority_removed", "success,subject,target_user"},
    {"crypto_self_test_completed", "success"},
    {"key_integrity_violation", "key_id,uid"},
    {"cert_validation_failure", "reason"},
    {"camera_policy_set", "package,admin_user,target_user,disabled"},
    {"password_complexity_required", "package,admin_user,target_user,complexity"},
    {"password_changed", "password_complexity,target_user"},
    {"wifi_connection", "bssid,event_type,reason"},
    {"wifi_disconnection", "bssid,reason"},
    {"bluetooth_connection", "addr,success,reason"},
    {"bluetooth_disconnection", "addr,reason"},
    {"package_installed", "package_name,version_code,user_id"},
    {"package_updated", "package_name,version_code,user_id"},
    {"package_uninstalled", "package_name,version_code,user_id"},
    {"backup_service_toggled", "package,admin_user,enabled"},
    {"nfc_enabled", ""},
    {"nfc_disabled", ""},
});

std::string quoted(std::string_view text) {
  std::string into, out = "\"";
  for (const char c : valid_utf8(text, into)) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      (out += '\\') += c;
    else if (code < 0x20)
      (out += "\\u00") += hex(as_bytes(std::string_view(&c, 1)));
    else
      out += c;
  }
  return out += '"';
}

std::int64_t i32(Reader& in) {
  return static_cast<std::int32_t>(in.u32le());
}
std::int64_t i64(Reader& in) {
  return static_cast<std::int64_t>(in.u64le());
}

// A text in quotes, or null.
Result<std::string> text(Reader& in) {
  const std::uint64_t at = in.pos();
  const std::int64_t count = i32(in);
  TRY(in.done());
  if (count == -1) return "null";
  if (count < 0) return fail(Errc::malformed, "a length below 0", at);
  const std::uint64_t size = static_cast<std::uint64_t>(count) * 2;
  const Bytes letters = in.take(size);
  (void)in.take((size + 2 + 3) / 4 * 4 - size);
  TRY(in.done());
  return quoted(utf16le(letters));
}

// Addresses of the older sort stand in the newer sort's form, unlike in the export.
Result<std::string> address(Reader& in) {
  constexpr std::string_view kMapped = "\"::ffff:";
  auto out = text(in);
  if (out && out->starts_with(kMapped) && contains(*out, ".")) out->erase(1, kMapped.size() - 1);
  return out;
}

struct Common {
  std::string app;
  std::int64_t time, number;
};

Result<Common> common(Reader& in) {
  Common out{.app = TRY(text(in)), .time = i64(in), .number = i64(in)};
  TRY(in.done());
  return out;
}

std::string line(std::string_view sort, const Common& c, const std::string& rest) {
  std::string out = "{\"" + std::string(sort) + "\":{\"event_id\":" + std::to_string(c.number) +
                    ",\"event_time\":" + std::to_string(c.time);
  if (!c.app.empty()) out += ",\"package_name\":" + c.app;
  return out + "," + rest + "}}";
}

Result<std::string> look_up(Reader& in) {
  const std::string name = TRY(text(in));
  const std::uint64_t at = in.pos();
  const std::int64_t count = i32(in);
  TRY(in.done());
  if (count < 0) return fail(Errc::malformed, "a count below 0", at);
  std::string addresses;
  for (std::int64_t i = 0; i < count; ++i) (addresses += i > 0 ? "," : "") += TRY(address(in));
  const std::int64_t all = i32(in);
  return line("dns_event", TRY(common(in)),
              "\"hostname\":" + name + ",\"ip_addresses\":[" + addresses +
                  "],\"ip_addresses_count\":" + std::to_string(all));
}

Result<std::string> connection(Reader& in) {
  const std::string to = TRY(address(in));
  const std::int64_t port = i32(in);
  return line("connect_event", TRY(common(in)),
              "\"port\":" + std::to_string(port) + ",\"ip_address\":" + to);
}

std::string decimal(float v) {
  if (!std::isfinite(v)) return "null";
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), v).ptr};
}

// The values of a record; those of a list stand in its place.
Result<void> values(Reader& in, int depth, std::vector<std::string>& out) {
  const std::uint64_t at = in.pos();
  const unsigned sort = in.u8();
  if (sort == 0) {
    out.push_back(std::to_string(i32(in)));
  } else if (sort == 1) {
    out.push_back(std::to_string(i64(in)));
  } else if (sort == 2) {
    out.push_back(quoted(as_text(in.take(in.u32le()))));
  } else if (sort == 4) {
    out.push_back(decimal(std::bit_cast<float>(in.u32le())));
  } else if (sort == 3 && depth < kDeepest) {
    const unsigned count = in.u8();
    for (unsigned i = 0; i < count; ++i) TRY(values(in, depth + 1, out));
  } else {
    return fail(Errc::malformed, "a value of no known sort", at);
  }
  return in.done();
}

// Values under the tag's names, if these are as many.
std::string named(const Tag& tag, const std::vector<std::string>& values) {
  const auto names = split(tag.fields, ',');
  const bool fit = !tag.fields.empty() && names.size() == values.size();
  std::string out = "\"" + std::string(tag.name) + "\":{";
  for (std::size_t i = 0; i < values.size(); ++i)
    out += (i > 0 ? ",\"" : "\"") + (fit ? std::string(names[i]) : "value" + std::to_string(i)) +
           "\":" + values[i];
  return out + "}";
}

Result<std::string> security_event(Reader& in) {
  const std::int64_t number = i64(in);
  const std::uint64_t begin = in.pos() + 4;
  Reader record(in.take(in.u32le()));
  TRY(in.done());
  const std::uint64_t size = record.u16le(), head = record.u16le();
  record.seek(12);
  const std::uint64_t seconds = record.u32le(), nanoseconds = record.u32le();
  record.seek(head);
  Reader payload(record.take(size));
  const std::uint32_t code = payload.u32le();
  if (record.failed() || payload.failed())
    return fail(Errc::truncated, "a record of the log ends early", begin);
  std::vector<std::string> all;
  while (!payload.at_end()) {
    const auto read = values(payload, 0, all);
    if (!read) return fail(read.error().code, read.error().what, begin + head + read.error().at);
  }
  const std::string own = std::to_string(code);
  const std::uint32_t index = code - kFirstTag;
  const Tag tag = code >= kFirstTag && index < kTags.size() ? kTags[index] : Tag{own, ""};
  const auto time = static_cast<std::int64_t>(seconds * 1'000'000'000 + nanoseconds);
  return line("security_event", {.app = "", .time = time, .number = number}, named(tag, all));
}

}  // namespace

Result<std::string> intrusion_event_line(Bytes parcel) {
  Reader in(parcel);
  const std::int64_t sort = i32(in);
  TRY(in.done());
  if (sort == 0) return security_event(in);
  const std::int64_t again = i32(in);
  TRY(in.done());
  if (sort < 0 || sort > 2 || again != sort)
    return fail(Errc::unsupported, "an event of no known sort", 0);
  return sort == 1 ? look_up(in) : connection(in);
}

}  // namespace bridle
