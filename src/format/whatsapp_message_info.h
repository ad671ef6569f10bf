// What WhatsApp on iPhones keeps beside a message in ZWAMESSAGEINFO.ZRECEIPTINFO: who got and read
// it, and the signs that people set under it. Protobuf:
//
//   2 recipient* {1 who, 5 seconds from `sent` until it was read, 10 device* {1 seconds from `sent`
//     until it came, 2 Unknown}; 4, 9 Unknown}
//   3 sent: seconds since 1970   4 Unknown
//   7 signs {
//     1 of others* {1 its id on the network, 2 who, 3 the sign, 4 milliseconds since 1970}
//     2 of the owner* {1 its id, 2 the sign, 3 milliseconds since 1970, 4 Unknown}
//     3 of a channel {1 sum* {1 the sign, 2 how many}}}
//
// `who` of a recipient is a byte for the server (81 s.whatsapp.net, 8c lid) and the number, a digit
// in four bits; f fills the last byte. An empty sign stands where one was taken away. Since 2026,
// stores without `sent` tell times in field 9 alone, in a unit on which readers do not agree: no
// times are given of those.
// Sources: iLEAPP, scripts/artifacts/whatsAppExtended.py, for the signs; the store of a public
// image of an iPhone (iOS 15), where the times of 10 messages agree with the answers, for the
// recipients.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace bridle {

struct WhatsAppRecipient {
  std::string who;  // "12025550101@s.whatsapp.net"; digits alone of a server that is not known
  std::optional<Time> came = {}, read = {};
};

// Views into the message; empty for what is not stored.
struct WhatsAppSign {
  std::string_view sign = {}, id = {}, who = {};
  std::optional<Time> time = {};
  bool owners = false;
  std::optional<std::uint64_t> people = {};  // of a channel: how many set it, and nobody else's
};

struct MessageInfoReaders {
  std::function<void(const WhatsAppRecipient&)> recipient = {};
  std::function<void(const WhatsAppSign&)> sign = {};
  std::function<void(const Error&)> broken =
      {};  // a part that is passed over, or one of its values
};

// An error if the message could not be read to its end: what was read before it was handed over.
Result<void> read_message_info(Bytes message, const MessageInfoReaders& readers);

}  // namespace bridle
