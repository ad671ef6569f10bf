#include "engine/hash_all.h"

#include <algorithm>

namespace bridle {

void hash_all(const Pool& pool, const Store& store, Digests& digests, HashWork& work) {
  const std::vector<Batch> all = batches(store);
  std::vector<std::uint64_t> weights;
  weights.reserve(all.size());
  for (const Batch& batch : all) weights.push_back(batch.bytes);
  run_all(pool, largest_first(weights), work.stop,
          [&](std::size_t i) { digests.hash(all[i], work); });
}

std::vector<std::string> changed_files(const Pool& pool, const Store& store, const Digests& digests,
                                       std::span<const std::size_t> parsed) {
  std::vector<std::string> out = store.changed();
  std::vector<std::uint64_t> weights;
  weights.reserve(parsed.size());
  for (const std::size_t index : parsed) weights.push_back(store.files()[index].size);
  std::vector<std::uint8_t> differs(parsed.size(),
                                    0);  // not bool: several threads write side by side
  const std::atomic<bool> never{false};
  run_all(pool, largest_first(weights), never,
          [&](std::size_t i) { differs[i] = digests.still_the_same(parsed[i]) ? 0 : 1; });
  for (std::size_t i = 0; i < parsed.size(); ++i)
    if (differs[i]) out.push_back(store.files()[parsed[i]].path);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace bridle
