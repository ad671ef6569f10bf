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
  Task(const Store& store, Digests& into) : digests(into), queue(store) {}
  Digests& digests;
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

Hashing::Hashing(std::span<const Exhibit> exhibits, unsigned threads, Watcher& watcher,
                 const std::atomic<bool>& stop)
    : work_(stop), watcher_(watcher), thread_([=, this] { run(exhibits, threads); }) {}

void Hashing::run(std::span<const Exhibit> exhibits, unsigned threads) {
  std::list<Task> tasks;  // a queue stays where it is made
  std::uint64_t bytes = 0;
  const auto add = [&](const Store& store, Digests& digests) {
    tasks.emplace_back(store, digests);
    bytes += size_of(store);
  };
  for (const Exhibit& e : exhibits) {
    add(*e.store, *e.digests);
    if (e.carrier) add(*e.store->carrier(), *e.carrier);
  }
  watcher_.begin(bytes);
  Workers at_work(threads);
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < threads; ++i)
    workers.emplace_back([&] {
      for (Task& task : tasks) task.digests.hash(task.queue, work_);
      at_work.ended();
    });
  while (!at_work.wait()) watcher_.done(work_.bytes);
  watcher_.done(work_.bytes);
}

}  // namespace bridle
