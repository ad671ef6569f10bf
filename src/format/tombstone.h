// Tombstones: what Android keeps of a native program that crashed, as text or as protobuf.
//
//   *** *** *** …                       Timestamp: 2026-01-09 03:10:11.123456789+0000
//   Build fingerprint: '…'              Process uptime: 12s      Cmdline: com.x
//   Revision: '…'  ABI: 'arm64'         pid: 1, tid: 2, name: x  >>> com.x <<<
//   uid: 10120                          signal 11 (SIGSEGV), code 1 (SEGV_MAPERR), fault addr 0x0
//   Cause: …   Abort message: '…'       backtrace:  #00 pc 000…  /path (function+1) (BuildId: …)
//   memory map …:  7f…-7f… r-x 0 1000  /path            open files:  fd 3: /path
// Source: AOSP system/core debuggerd/proto/tombstone.proto and
// libdebuggerd/tombstone_proto_to_text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/content.h"
#include "base/time.h"

namespace bridle {

struct Tombstone {
  std::uint64_t at = 0;  // byte at which it begins
  std::optional<Time> time = {};
  std::string timestamp = {};  // as written
  std::string fingerprint = {}, abi = {}, command = {}, name = {};
  std::string signal = {}, code = {}, fault_address = {}, cause = {}, abort = {};
  std::optional<std::int64_t> pid = {}, tid = {}, uid = {}, uptime_s = {};
  std::vector<std::string> frames = {};  // of the thread that crashed
  std::vector<std::string> mapped = {};  // names of what was mapped, each once
  std::vector<std::string> files = {};   // that were open
};

// All tombstones of a text. An error if the text cannot be read; none found is no error.
Result<std::vector<Tombstone>> tombstones_of_text(const Content& text);

// Errc::malformed or truncated if it is no such message.
Result<Tombstone> tombstone_of_protobuf(Bytes message);

}  // namespace bridle
