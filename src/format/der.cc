#include "format/der.h"

#include "base/reader.h"

namespace bridle {

std::optional<DerValue> Der::next() {
  Reader in(left_);
  DerValue out{.tag = in.u8(), .content = {}, .all = {}};
  std::uint64_t length = in.u8();
  if ((out.tag & 0x1f) == 0x1f || length == 0x80 || length > 0x84) return {};
  if (length > 0x80) {
    const Bytes stated = in.take(length - 0x80);
    length = big_endian(stated, stated.size());
  }
  out.content = in.take(length);
  if (in.failed()) return {};
  const auto size = static_cast<std::size_t>(in.pos());
  out.all = left_.first(size);
  left_ = left_.subspan(size);
  return out;
}

std::optional<DerValue> Der::next(std::uint8_t tag) {
  if (left_.empty() || std::to_integer<std::uint8_t>(left_.front()) != tag) return {};
  return next();
}

}  // namespace bridle
