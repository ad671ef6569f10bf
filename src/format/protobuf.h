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

// Where a part begins in the whole that it lies in; 0 for an empty one.
inline std::uint64_t place_in(Bytes whole, Bytes part) {
  return part.empty() ? 0 : static_cast<std::uint64_t>(part.data() - whole.data());
}

// Takes all fields of a message that lies in `whole`. An error is at its place in there.
template <class Take>
Result<void> each_field(Bytes whole, Bytes message, const Take& take) {
  ProtoReader in(message);
  while (true) {
    const auto field = in.next();
    if (!field) {
      const Error& e = field.error();
      return fail(e.code, e.what, place_in(whole, message) + e.at);
    }
    if (!*field) return {};
    take(**field);
  }
}

}  // namespace bridle
