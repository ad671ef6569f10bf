#include "engine/hash_store.h"

#include <algorithm>
#include <thread>

#include "base/text.h"

namespace bridle {

void hash_store(const Store& store, Digests& digests, unsigned threads) {
  HashQueue queue(store);
  const std::atomic<bool> never{false};
  HashWork work(never);
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back([&] { digests.hash(queue, work); });
  digests.hash(queue, work);
}

Result<CaseHashes> case_hashes(const std::filesystem::path& folder) {
  const auto store = TRY(open_store(folder.string()));
  Digests digests(*store);
  hash_store(*store, digests, std::thread::hardware_concurrency());
  CaseHashes out;
  for (std::size_t i = 0; i < store->files().size(); ++i) {
    const std::string& path = store->files()[i].path;
    const auto digest = digests.of(i);
    if (path == "custody.jsonl") continue;
    if (digest)
      out.files.emplace_back(path, hex(*digest));
    else
      out.odd.push_back(path);
  }
  for (const StoreGap& gap : store->gaps()) out.odd.push_back(gap.path);
  return out;
}

}  // namespace bridle
