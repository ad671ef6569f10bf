// The fields of a protobuf message, in the order in which they stand.
// https://protobuf.dev/programming-guides/encoding/
#pragma once

#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct ProtoField {
  std::uint32_t number = 0;
  std::uint64_t value = 0;  // of varints and of fixed 4 and 8 bytes
  Bytes bytes = {};         // of texts, bytes and messages
};

class ProtoReader {
 public:
  explicit ProtoReader(Bytes message) : left_(message), size_(message.size()) {}

  // The next field, nothing at the end. After an error (Errc::truncated or malformed, with the
  // byte) there is no more.
  Result<std::optional<ProtoField>> next();

 private:
  std::optional<std::uint64_t> varint();
  std::uint64_t at() const { return size_ - left_.size(); }

  Bytes left_;
  std::size_t size_;
};

}  // namespace bridle
