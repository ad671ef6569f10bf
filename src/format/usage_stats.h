// What Android keeps of the use of apps, as protobuf since Android 10: usagestats/{daily,weekly,
// monthly,yearly}/<begin, milliseconds>, usagestats/mappings and usagestats/pendingevents_*.
//
//   version 1 (Android 10): 2 pool of texts {2 text*}, 20 app*, 22 event*
//     app    1 name or 2 its number, 3 last used, 4 milliseconds of use, 6 launches, 8 last
//     service,
//            9 milliseconds of services, 10 last visible, 11 milliseconds visible
//     event  1 app, 3 class, 9 shortcut, 12 channel as texts; 2, 4, 13, 15 root and 16 its class as
//            numbers in the pool, from 1; 5 time, 6 flags, 7 type, 11 bucket, 14 instance
//   version 2 (since Android 11): 2 version, 20 app*, 22 event*, 23 pending event*
//     app    1 token, and as above; 12 last use of a part
//     event  1 app, 2 class, 7 shortcut, 9 channel, 11 root and 12 its class as tokens; 3 time,
//            4 flags, 5 type, 8 bucket, 10 instance
//     pending event: the same numbers with texts for the tokens
//   mappings: 2 app* {1 token, 2 text*}: an app's tokens, from 1, count its own texts, the first of
//     which is its name. All tokens are stored with 1 added.
// Times are milliseconds after the begin that the file's name says, those of pending events since
// 1970. Source: AOSP core/proto/android/server usagestatsservice.proto, usagestatsservice_v2.proto;
// services/usage com.android.server.usage UsageStatsProto, UsageStatsProtoV2.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

// Views into the file, or into the mappings; empty for what is not stored, or has no name.
struct UsageEvent {
  std::uint64_t at = 0;  // the byte at which it begins
  std::string_view package = {}, part = {}, root = {}, root_part = {}, shortcut = {}, channel = {};
  std::int64_t ms = 0;       // after the file's begin
  bool is_absolute = false;  // ms is since 1970
  std::int64_t type = 0, bucket = 0, instance = 0, flags = 0;
  std::uint64_t token = 0;  // of the app, in version 2
};

struct UsedApp {
  std::uint64_t at = 0;
  std::string_view package = {};
  // Last times, milliseconds after the file's begin, and how long, milliseconds.
  std::optional<std::int64_t> last_used = {}, last_service = {}, last_visible = {}, last_part = {};
  std::int64_t used_ms = 0, service_ms = 0, visible_ms = 0, launches = 0;
  std::uint64_t token = 0;  // of the app, in version 2
};

// The texts that tokens stand for.
class UsageNames {
 public:
  // What could be read of the mappings; `damage` gets the first error.
  static UsageNames read(Bytes mappings, std::optional<Error>& damage);

  // By stored tokens; empty if there is no such text.
  std::string_view text(std::uint64_t package, std::uint64_t token) const;
  std::string_view package(std::uint64_t package) const { return text(package, 1); }
  bool empty() const { return texts_.empty(); }

  // Hands over each app's name with the byte at which it begins.
  void each(const std::function<void(std::uint64_t at, std::string_view name)>& take) const;

 private:
  struct App {
    std::uint64_t at = 0;
    std::vector<std::string_view> texts;
  };
  std::map<std::uint64_t, App> texts_;
};

struct UsageReaders {
  std::function<void(const UsageEvent&)> event;
  std::function<void(const UsedApp&)> app;
  std::function<void(const Error&)> broken;  // a part that cannot be read, and is passed over
};

// Reads the file of an interval, of either version, or of pending events. An error if it could not
// be read to its end: what was read before it was handed over.
Result<void> read_usage(Bytes file, const UsageNames& names, const UsageReaders& readers);

}  // namespace bridle
