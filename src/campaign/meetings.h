// Which hosts the phones met, and what of that lies close to the calls of an attack.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "campaign/address_books.h"
#include "campaign/shared_rows.h"
#include "campaign/traces.h"

namespace bridle::campaign {

// The calls of one phone that the accounts judged part of a campaign made, in order of time.
using Attacks = std::unordered_map<std::uint32_t, std::vector<Time>>;  // by phone

enum class Near : std::uint8_t {
  after,  // within ten minutes after such a call
  before  // a link from a stranger, within a week before the first of them
};

struct Timed {
  std::uint32_t host, phone;
  Near near;
  Time time;
  Origin origin;
};

struct Met {
  std::uint32_t times = 0, lures = 0;  // all traces; links from strangers among them
};

// What one phone's records span, and how much of it the moments near its attacks take, 0..1.
struct Span {
  Time first = kLatest, last = kEarliest;
  double after = 0, before = 0;
};

struct Meetings {
  std::unordered_map<std::uint64_t, Met> met;     // by host << 32 | phone
  std::vector<Timed> timed;                       // by host, phone and time
  std::unordered_map<std::uint32_t, Span> spans;  // of the phones that show hosts at all
};

// Links in messages, names looked up, connections, pages: some 40 bytes for each pair of host and
// phone.
Result<Meetings> read_meetings(const SharedRows& lake, const AddressBooks& books,
                               const Attacks& attacks, Words& words);

// Where a moment lies.
std::optional<Near> near(const std::vector<Time>& attacks, Time time, bool lure);

}  // namespace bridle::campaign
