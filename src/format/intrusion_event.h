// An event of Android's intrusion log as Google's services keep it on the phone until it is sent:
// a parcel, in intrusion_detection_events of intrusion_detection_event_database.
//
//   i32 sort: 1 look-up, 2 connection, 0 security event
//   look-up     i32 1, text name, i32 count, text address*, i32 how many there were, text app,
//               i64 milliseconds since 1970, i64 number
//   connection  i32 2, text address, i32 port, text app, i64 milliseconds since 1970, i64 number
//   security    i64 number, i32 size, a record of the system's log, padded to 4 bytes:
//               u16 size of what follows the head, u16 size of the head, i32 process, i32 thread,
//               u32 seconds since 1970, u32 nanoseconds, …; then u32 tag and values:
//               a byte 0 i32, 1 i64, 2 i32 size and UTF-8, 3 count (a byte) and values, 4 float
//   text        i32 count (-1: none), UTF-16, a zero, padded to 4 bytes
// Little endian. Source: AOSP android.app.admin DnsEvent, ConnectEvent, SecurityLogTags.logtags;
// ALEAPP has compared such a store with the export of the same phone.
#pragma once

#include <string>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

// The event as the line of JSON that the export of the same log has for it. An error (with the
// byte) if it cannot be read.
Result<std::string> intrusion_event_line(Bytes parcel);

}  // namespace bridle
