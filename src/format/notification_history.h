// The notifications of the last day, if the owner has switched their history on: protobuf,
// notification_history/history/<milliseconds>.
//
//   1 pool {2 text*}   2 version
//   3 notification* {1 app, 3 channel, 5 its id, 13 conversation as texts; 2, 4, 6, 14 the same as
//     numbers in the pool, from 1; 7 user id, 8 user, 9 milliseconds since 1970, 10 title, 11 text,
//     12 icon}
// Source: AOSP core/proto/android/server notificationhistory.proto, services/core
// com.android.server.notification NotificationHistoryProtoHelper.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

// Views into the file; empty for what is not stored.
struct ShownNotification {
  std::uint64_t at = 0;  // the byte at which it begins
  std::string_view package = {}, channel = {}, channel_id = {}, conversation = {}, title = {},
                   text = {};
  std::optional<std::int64_t> uid = {}, user = {}, posted_ms = {};
};

struct NotificationReaders {
  std::function<void(const ShownNotification&)> notification;
  std::function<void(const Error&)> broken;  // a part that cannot be read, and is passed over
};

// An error if the file could not be read to its end: what was read before it was handed over.
Result<void> read_notifications(Bytes file, const NotificationReaders& readers);

}  // namespace bridle
