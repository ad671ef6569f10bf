#include "campaign/approach.h"

#include <algorithm>

namespace bridle::campaign {
namespace {

constexpr std::int64_t kBurst = 600 * kSecond;
constexpr std::int64_t kDay = 86'400 * kSecond;
// Two stores may hold one call: WhatsApp's own and the system's.
constexpr std::int64_t kSameCall = 2 * kSecond;

void count_bursts(Approach& one, const std::vector<Time>& missed) {
  std::int64_t last_day = -1;
  for (std::size_t from = 0, to = 0; to < missed.size(); ++to) {
    while (missed[to].us - missed[from].us > kBurst) ++from;
    const std::uint64_t together = to - from + 1;
    one.burst = std::max(one.burst, together);
    const std::int64_t day = missed[to].us / kDay;
    if (together < 2 || day == last_day) continue;
    ++one.burst_days;
    last_day = day;
  }
}

Approach approach_of(std::span<const Call> calls) {
  Approach out{.account = calls[0].account, .phone = calls[0].phone, .calls = calls};
  std::vector<Time> missed;
  for (const Call& call : calls) {
    if (call.by == Whose::ours || call.answer == Answer::talked) {
      out.talked = true;
      continue;
    }
    if (!missed.empty() && call.time.us - missed.back().us < kSameCall) continue;
    missed.push_back(call.time);
    if (call.picture == Picture::video) ++out.video;
    if (call.bytes > 0) ++out.carried;
  }
  out.missed = missed.size();
  count_bursts(out, missed);
  return out;
}

}  // namespace

std::vector<Approach> approaches(const Traces& traces) {
  std::vector<Approach> out;
  std::span<const Call> rest = traces.calls;
  while (!rest.empty()) {
    const auto end = std::ranges::find_if(rest, [&](const Call& call) {
      return call.account != rest[0].account || call.phone != rest[0].phone;
    });
    const auto n = static_cast<std::size_t>(end - rest.begin());
    out.push_back(approach_of(rest.first(n)));
    rest = rest.subspan(n);
    const Pair pair(out.back().account, out.back().phone);
    if (std::ranges::binary_search(traces.written, pair)) out.back().talked = true;
  }
  return out;
}

}  // namespace bridle::campaign
