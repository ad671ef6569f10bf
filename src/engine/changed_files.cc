#include "engine/changed_files.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace bridle {

std::vector<std::string> changed_files(unsigned threads, const Store& store, const Digests& digests,
                                       std::vector<std::size_t> parsed) {
  HashQueue queue(store, std::move(parsed));
  std::vector<std::vector<std::size_t>> differing(std::max(1U, threads));
  std::vector<std::string> out;
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < differing.size(); ++i)
      others.emplace_back([&, i] { digests.compare(queue, differing[i]); });
    out = store.changed();
    digests.compare(queue, differing.front());
  }
  for (const auto& some : differing)
    for (const std::size_t index : some) out.push_back(store.files()[index].path);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace bridle
