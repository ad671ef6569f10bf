#include "engine/worker_message.h"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "base/reader.h"
#include "base/text.h"

namespace bridle {
namespace {

void put(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xff);
}

}  // namespace

std::string packet_of(const Message& message) {
  assert(message.numbers.size() < 256 && message.texts.size() < 256);
  std::string out;
  put(out, static_cast<std::uint64_t>(message.said), 1);
  put(out, message.numbers.size(), 1);
  for (const std::uint64_t number : message.numbers) put(out, number, 8);
  put(out, message.texts.size(), 1);
  for (const std::string& text : message.texts) {
    const std::string_view cut = std::string_view(text).substr(0, kLongestText);
    put(out, cut.size(), 4);
    out += cut;
  }
  return out;
}

Result<Message> message_of(Bytes packet) {
  Reader in(packet);
  const std::uint8_t said = in.u8();
  if (said > static_cast<std::uint8_t>(Said::denied))
    return fail(Errc::malformed, "a message of no known kind");
  Message out{.said = static_cast<Said>(said)};
  for (unsigned left = in.u8(); left > 0 && !in.failed(); --left) out.numbers.push_back(in.u64le());
  for (unsigned left = in.u8(); left > 0 && !in.failed(); --left) {
    const std::uint32_t size = in.u32le();
    if (size > kLongestText) return fail(Errc::malformed, "a text that is too long", in.pos());
    out.texts.emplace_back(as_text(in.take(size)));
  }
  TRY(in.done());
  if (!in.at_end()) return fail(Errc::malformed, "more than the message", in.pos());
  return out;
}

}  // namespace bridle
