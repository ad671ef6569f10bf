// Packets between a worker and its supervisor, with open files beside them.
#pragma once

#include <optional>
#include <vector>

#include "engine/worker_message.h"
#include "source/descriptor.h"

namespace bridle {

// The two ends of a local socket; without it they are none.
struct SocketPair {
  Descriptor supervisor = Descriptor(), worker = Descriptor();
};
SocketPair socket_pair();

// False if nobody listens any more. `file` goes along if it is one.
bool send_packet(const Descriptor& to, const Message& message,
                 const Descriptor& file = Descriptor());

struct Packet {
  Message message;
  Descriptor file = Descriptor();  // that came along
};

// The next one; nothing once the other end is closed, or if what came was no message. `room` is
// for the caller to keep: it is large.
std::optional<Packet> receive_packet(const Descriptor& from, std::vector<char>& room);

}  // namespace bridle
