// ASN.1 values as certificates and signatures hold them: tag, length, content (ITU-T X.690).
//
// One-byte tags; lengths of up to four bytes, which need not be the shortest form: signed apps
// exist whose certificates are not. Lengths that are found by a mark at the end (BER) are not read.
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"

namespace bridle {

struct DerValue {
  std::uint8_t tag = 0;
  Bytes content;
  Bytes all;  // with tag and length
};

namespace der {
constexpr std::uint8_t kInteger = 0x02, kBits = 0x03, kOctets = 0x04, kOid = 0x06;
constexpr std::uint8_t kSequence = 0x30, kSet = 0x31;
constexpr std::uint8_t kFirstOf = 0xa0;  // [0] constructed
}  // namespace der

// Values one after the other.
class Der {
 public:
  explicit Der(Bytes bytes) : left_(bytes) {}

  bool at_end() const { return left_.empty(); }
  // The next value, nothing at the end or where none can be read.
  std::optional<DerValue> next();
  // The next one if it has this tag; else nothing, and it is still there.
  std::optional<DerValue> next(std::uint8_t tag);

 private:
  Bytes left_;
};

}  // namespace bridle
