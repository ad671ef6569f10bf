// What a worker and its supervisor say to each other: one packet of a local socket each.
//
//   offset  size  value
//   0       1     what is said
//   1       1     how many numbers follow, 8 bytes each, little endian
//   …       1     how many texts follow, each with its size in front, 4 bytes, little endian
//
// The worker may be in hostile hands: a packet that is not exactly so is an error.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

enum class Said : std::uint8_t {
  lacking,   // texts: what the kernel does not have to confine it
  opened,    // the exhibits can be taken in; answered by `granted` or `denied`
  create,    // text: name of a file that it would write; answered likewise, with the descriptor
  keep,      // text: name of one that is whole
  drop,      // text: name of one that will not be
  begin,     // number: bytes that lie before it
  done,      // number: bytes that lie behind it
  reading,   // text: artefact
  found,     // numbers: class, level; texts: artefact, rule
  took,      // text: stage; number: µs
  device,    // number: exhibit; texts: as in case.json
  intake,    // number: files; text: Merkle root of the manifest, in hex
  cited,     // number: finding; text: the value of its indicator
  result,    // text: a part of result.json
  refused,   // number: kind of refusal; text: why
  finished,  // all was said
  granted,   // the supervisor's yes
  denied     // text: why not
};

struct Message {
  Said said;
  std::vector<std::uint64_t> numbers = {};
  std::vector<std::string> texts = {};
};

inline constexpr std::size_t kLongestText = 16 << 10;
inline constexpr std::size_t kLongestPacket = 160 << 10;  // the system's own limit lies above

// Texts beyond the longest are cut.
std::string packet_of(const Message& message);

// Errc::malformed.
Result<Message> message_of(Bytes packet);

}  // namespace bridle
