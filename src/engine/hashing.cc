#include "engine/hashing.h"

#include <vector>

#include "engine/pool.h"

namespace bridle {
namespace {

struct Task {
  Digests* digests;
  Batch batch;
};

void add_tasks(const Store& store, Digests& digests, std::vector<Task>& tasks) {
  for (const Batch& batch : batches(store)) tasks.push_back({.digests = &digests, .batch = batch});
}

}  // namespace

Hashing::Hashing(std::span<const Exhibit> exhibits, unsigned threads, Watcher& watcher,
                 const std::atomic<bool>& stop)
    : watcher_(watcher), stop_(stop), thread_([=, this] { run(exhibits, threads); }) {}

void Hashing::run(std::span<const Exhibit> exhibits, unsigned threads) {
  std::vector<Task> tasks;
  for (const Exhibit& e : exhibits) {
    add_tasks(*e.store, *e.digests, tasks);
    if (e.carrier) add_tasks(*e.store->carrier(), *e.carrier, tasks);
  }
  std::vector<std::uint64_t> weights;
  std::uint64_t bytes = 0;
  for (const Task& t : tasks) {
    weights.push_back(t.batch.bytes);
    bytes += t.batch.bytes;
  }
  watcher_.begin(bytes);
  run_all({.threads = threads}, largest_first(weights), stop_, [&](std::size_t i) {
    if (stop_) work_.stop = true;
    tasks[i].digests->hash(tasks[i].batch, work_);
    const std::scoped_lock lock(telling_);
    watcher_.done(work_.bytes);
  });
}

}  // namespace bridle
