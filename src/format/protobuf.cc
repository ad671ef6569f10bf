#include "format/protobuf.h"

#include <utility>

namespace bridle {

std::optional<std::uint64_t> ProtoReader::varint() {
  std::uint64_t out = 0;
  for (unsigned shift = 0; shift < 64 && !left_.empty(); shift += 7) {
    const auto byte = std::to_integer<std::uint64_t>(left_.front());
    left_ = left_.subspan(1);
    out |= (byte & 0x7f) << shift;
    if (byte < 0x80) return out;
  }
  return {};
}

Result<std::optional<ProtoField>> ProtoReader::next() {
  if (left_.empty()) return std::nullopt;
  const std::uint64_t begin = at();
  const auto ended = [&](Errc code, const char* why) {
    left_ = {};
    return fail(code, why, begin);
  };
  const auto key = varint();
  if (!key || *key >> 3 == 0 || *key >> 32 != 0)
    return ended(Errc::malformed, "no field of a message begins here");
  ProtoField out{.number = static_cast<std::uint32_t>(*key >> 3)};
  std::uint64_t size = 0;
  switch (*key & 7) {
    case 0: {
      const auto value = varint();
      if (!value) return ended(Errc::malformed, "a number of the message has no end");
      out.value = *value;
      return out;
    }
    case 1:
      size = 8;
      break;
    case 5:
      size = 4;
      break;
    case 2: {
      const auto length = varint();
      if (!length) return ended(Errc::malformed, "a length of the message has no end");
      size = *length;
      break;
    }
    default:
      return ended(Errc::malformed, "a sort of field that messages no longer have");
  }
  if (size > left_.size()) return ended(Errc::truncated, "the message ends inside a field");
  const Bytes bytes = left_.first(static_cast<std::size_t>(size));
  left_ = left_.subspan(bytes.size());
  if ((*key & 7) == 2)
    out.bytes = bytes;
  else
    out.value = little_endian(bytes, bytes.size());
  return out;
}

}  // namespace bridle
