#include "engine/packets.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include "base/bytes.h"

namespace bridle {
namespace {

// Room for one descriptor, as the system lays it out.
union Beside {
  cmsghdr header;
  std::array<char, CMSG_SPACE(sizeof(int))> room;
};

Descriptor file_beside(msghdr& packet) {
  const cmsghdr* const about = CMSG_FIRSTHDR(&packet);
  if (!about || about->cmsg_level != SOL_SOCKET || about->cmsg_type != SCM_RIGHTS)
    return Descriptor();
  int fd = -1;
  std::memcpy(&fd, CMSG_DATA(about), sizeof fd);
  return Descriptor(fd);
}

}  // namespace

SocketPair socket_pair() {
  std::array<int, 2> ends{-1, -1};
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) return {};
  return {.supervisor = Descriptor(ends[0]), .worker = Descriptor(ends[1])};
}

bool send_packet(const Descriptor& to, const Message& message, const Descriptor& file) {
  std::string bytes = packet_of(message);
  iovec piece{.iov_base = bytes.data(), .iov_len = bytes.size()};
  Beside beside{};
  msghdr packet{};
  packet.msg_iov = &piece;
  packet.msg_iovlen = 1;
  if (file) {
    packet.msg_control = &beside;
    packet.msg_controllen = sizeof beside;
    cmsghdr* const about = CMSG_FIRSTHDR(&packet);
    about->cmsg_level = SOL_SOCKET;
    about->cmsg_type = SCM_RIGHTS;
    about->cmsg_len = CMSG_LEN(sizeof(int));
    const int fd = file.get();
    std::memcpy(CMSG_DATA(about), &fd, sizeof fd);
  }
  for (;;) {
    if (sendmsg(to.get(), &packet, MSG_NOSIGNAL) >= 0) return true;
    if (errno != EINTR) return false;
  }
}

std::optional<Packet> receive_packet(const Descriptor& from, std::vector<char>& room) {
  room.resize(kLongestPacket);
  iovec piece{.iov_base = room.data(), .iov_len = room.size()};
  Beside beside{};
  msghdr packet{};
  packet.msg_iov = &piece;
  packet.msg_iovlen = 1;
  packet.msg_control = &beside;
  packet.msg_controllen = sizeof beside;
  ssize_t size = -1;
  do {
    size = recvmsg(from.get(), &packet, MSG_CMSG_CLOEXEC);
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return {};
  Descriptor file = file_beside(packet);
  if ((packet.msg_flags & MSG_TRUNC) != 0) return {};
  auto message = message_of(as_bytes({room.data(), static_cast<std::size_t>(size)}));
  if (!message) return {};
  return Packet{.message = std::move(*message), .file = std::move(file)};
}

}  // namespace bridle
