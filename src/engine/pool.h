// Runs numbered jobs on all cores and hands their results over in number order.
#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <numeric>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace bridle {

struct Pool {
  unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  std::size_t ahead = 64;  // at most so many results wait for their turn, beside those in work
};

// The numbers of jobs by falling weight: a long job that starts last would leave cores idle.
inline std::vector<std::size_t> largest_first(std::span<const std::uint64_t> weights) {
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](auto a, auto b) { return weights[a] > weights[b]; });
  return order;
}

// Jobs are the numbers in `order`, a permutation of 0 … n-1, and start in that order, except that
// the job whose turn it is to be taken comes first once `ahead` results wait.
// work(i) runs on some thread and must not throw; take(i, result) runs on the caller's, for
// i = 0, 1, 2, … so the output never depends on timing. Once `stop` is set no more jobs start,
// and take() sees only those that ran.
template <class Work, class Take>
void run_ordered(const Pool& pool, std::span<const std::size_t> order,
                 const std::atomic<bool>& stop, Work work, Take take) {
  using Out = decltype(work(std::size_t{}));
  enum class Step : std::uint8_t { waits, runs, done };
  std::vector<Step> states(order.size(), Step::waits);
  std::vector<std::optional<Out>> results(order.size());
  std::size_t next = 0, taken = 0, held = 0;  // held: results that wait
  std::mutex mutex;
  std::condition_variable changed;

  const auto pick = [&]() -> std::optional<std::size_t> {
    while (next < order.size() && states[order[next]] != Step::waits) ++next;
    if (next == order.size()) return {};
    if (held < pool.ahead) return order[next];
    if (taken < order.size() && states[taken] == Step::waits) return taken;
    return {};
  };
  const auto over = [&] { return stop.load() || next == order.size(); };
  const auto loop = [&] {
    for (std::unique_lock lock(mutex);;) {
      std::optional<std::size_t> job;
      changed.wait(lock, [&] { return (job = pick()).has_value() || over(); });
      if (!job || stop.load()) break;
      states[*job] = Step::runs;
      lock.unlock();
      Out out = work(*job);
      lock.lock();
      results[*job] = std::move(out);
      states[*job] = Step::done;
      ++held;
      changed.notify_all();
    }
    changed.notify_all();  // the taker may wait for a job that will not start any more
  };
  std::vector<std::jthread> threads(std::max(1u, pool.threads));
  for (auto& thread : threads) thread = std::jthread(loop);

  for (std::unique_lock lock(mutex); taken < order.size(); ++taken, changed.notify_all()) {
    changed.wait(lock, [&] {
      return states[taken] == Step::done || (stop.load() && states[taken] == Step::waits);
    });
    if (states[taken] == Step::waits) continue;
    Out out = std::move(*results[taken]);
    results[taken].reset();
    --held;
    lock.unlock();
    take(taken, std::move(out));
    lock.lock();
  }
}

}  // namespace bridle
