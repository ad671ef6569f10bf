// The bytes and packets of each user id, as Android counts them: netstats/{dev,uid,uid_tag,xt}.*
//
//   "ANET", i32 version 16, i32 count of networks; for each
//     i32 version (1 to 8), i32 count of identities; for each
//       [i32 unused, version 1]  i32 type  i32 sort of mobile network  text? subscriber
//       [text? Wi-Fi or VPN, from 3]  [bool roaming, from 2]  [bool metered, from 4]
//       [bool default, from 5]  [i32 maker's network, from 6]  [i32 subscription, from 7]
//       [i64 transports, a bit for each, from 8]
//     i32 count of entries; for each
//       i32 user id  i32 set  i32 tag
//       i32 version (1 to 3), i64 milliseconds that a bucket lasts, then arrays of one length:
//       begin of each bucket, milliseconds since 1970; [active milliseconds, from 3]; bytes
//       received; [packets received, from 2]; bytes sent; [packets sent, operations, from 2]
// An array is an i32 count and i64 numbers in version 1, numbers of 7 bits a byte, lowest first,
// since. text? is a byte, 1 if a text follows: u16 length, modified UTF-8. Big endian. Source: AOSP
// packages/modules/Connectivity NetworkStatsCollection, NetworkIdentitySet, NetworkStatsHistory.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/reader.h"
#include "base/result.h"

namespace bridle {

// What is empty was not kept yet by the phone's system.
struct NetstatsIdentity {
  std::int32_t type = 0;         // 0 mobile, 1 Wi-Fi, …: ConnectivityManager's types
  std::int32_t mobile_type = 0;  // TelephonyManager's types
  std::optional<std::string_view> subscriber = {};
  std::optional<std::string_view> network = {};
  std::optional<bool> roaming = {}, metered = {}, is_default = {};
  std::optional<std::int64_t> maker = {}, subscription = {}, transports = {};
};

struct NetstatsBucket {
  std::int64_t begins_ms = 0;
  std::int64_t received = 0, sent = 0;  // bytes
  std::optional<std::int64_t> active_ms = {}, packets_received = {}, packets_sent = {},
                              operations = {};
};

// Valid until the next one is asked for.
struct NetstatsEntry {
  std::uint64_t at = 0;                            // the byte at which it begins
  std::span<const NetstatsIdentity> network = {};  // more than one where one carries another
  std::int32_t uid = 0, set = 0, tag = 0;
  std::int64_t bucket_ms = 0;
  std::span<const NetstatsBucket> buckets = {};
};

class NetstatsFile {
 public:
  // Errc::malformed: no such file; Errc::unsupported: of another version.
  static Result<NetstatsFile> open(Bytes file, Arena& arena);

  // The next entry, nothing at the end. After an error (with the byte) there is no more.
  Result<std::optional<NetstatsEntry>> next();

 private:
  NetstatsFile(Bytes file, Arena& arena) : in_(file), arena_(arena) {}
  Result<std::optional<NetstatsEntry>> read();
  Result<void> network();
  NetstatsIdentity identity(std::int32_t version);
  Result<void> history(NetstatsEntry& entry);
  Result<std::vector<std::int64_t>> array(std::int32_t version);
  std::int64_t number();
  std::optional<std::string_view> text();
  std::int32_t i32() { return static_cast<std::int32_t>(in_.u32be()); }

  Reader in_;
  Arena& arena_;
  std::int32_t networks_left_ = 0, entries_left_ = 0;
  std::vector<NetstatsIdentity> identities_;
  std::vector<NetstatsBucket> buckets_;
};

}  // namespace bridle
