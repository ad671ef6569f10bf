#include "engine/hashing.h"

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <vector>

namespace bridle {
namespace {

constexpr std::chrono::milliseconds kBetweenLooks{50};

struct Task {
  Task(const Store& store, Digests& into, Spot at, std::uint64_t size)
      : digests(into), spot(at), bytes(size), queue(store) {}
  Digests& digests;
  Spot spot;
  std::uint64_t bytes;
  HashQueue queue;
};

// Counts the threads that are still at work.
class Workers {
 public:
  explicit Workers(unsigned count) : left_(count) {}
  void ended() {
    const std::scoped_lock lock(mutex_);
    --left_;
    changed_.notify_all();
  }
  // True once all have ended; false after a while.
  bool wait() {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kBetweenLooks, [&] { return left_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  unsigned left_;
};

std::uint64_t size_of(const Store& store) {
  std::uint64_t bytes = 0;
  for (const Stored& file : store.files()) bytes += file.size;
  return bytes;
}

}  // namespace

Hashing::Hashing(std::span<const Exhibit> exhibits, const Workplace& with)
    : work_(with.spots.stop), with_(with), thread_([=, this] { run(exhibits); }) {}

void Hashing::run(std::span<const Exhibit> exhibits) {
  std::list<Task> tasks;  // a queue stays where it is made
  std::uint64_t bytes = 0;
  Spot spot{.doing = Doing::hashing};
  const auto add = [&](const Store& store, Digests& digests) {
    tasks.emplace_back(store, digests, spot, size_of(store));
    bytes += tasks.back().bytes;
  };
  for (const Exhibit& e : exhibits) {
    add(*e.store, *e.digests);
    if (e.carrier) add(*e.store->carrier(), *e.carrier);
    ++spot.exhibit;
  }
  with_.link.begin(bytes);
  Workers at_work(with_.jobs);
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < with_.jobs; ++i)
    workers.emplace_back([&] {
      for (Task& task : tasks) {
        const Busy busy(with_.spots, task.spot, task.bytes);
        task.digests.hash(task.queue, work_);
      }
      at_work.ended();
    });
  while (!at_work.wait()) with_.link.done(work_.bytes);
  with_.link.done(work_.bytes);
}

}  // namespace bridle
