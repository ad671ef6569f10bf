#include "engine/take_in.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>
#include <utility>

#include "engine/closed.h"
#include "source/directory_store.h"

namespace bridle {
namespace {

Spot at(Doing doing, std::size_t exhibit) {
  return {.doing = doing, .exhibit = static_cast<std::uint32_t>(exhibit)};
}

// How long listing a folder may take depends on more than bytes.
std::uint64_t size_of(const std::string& path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(path, none))
    return std::numeric_limits<std::uint64_t>::max() / 2;
  return std::filesystem::file_size(path, none);
}

std::uint64_t size_of(const Store& store) {
  std::uint64_t bytes = 0;
  for (const Stored& file : store.files()) bytes += file.size;
  return bytes;
}

Result<std::unique_ptr<Store>> open_closed(const std::string& path) {
  std::error_code none;
  return std::filesystem::is_directory(path, none) ? open_directory(path) : open_single(path);
}

}  // namespace

std::expected<std::vector<Exhibit>, Refusal> take_in(const std::vector<std::string>& paths,
                                                     const Workplace& with) {
  std::vector<Exhibit> exhibits;
  for (const std::string& path : paths) {
    const Spot spot = at(Doing::listing, exhibits.size());
    const Busy busy(with.spots, spot, size_of(path));
    auto store = with.left_out.why(spot) ? open_closed(path) : open_store(path);
    if (!store)
      return std::unexpected(
          Refusal{.kind = Refusal::Kind::usage, .why = path + ": " + store.error().what});
    Exhibit e{.path = path, .store = std::move(*store), .digests = {}, .carrier = {}, .tree = {}};
    e.digests = std::make_unique<Digests>(*e.store);
    if (e.store->carrier()) e.carrier = std::make_unique<Digests>(*e.store->carrier());
    exhibits.push_back(std::move(e));
  }
  return exhibits;
}

std::vector<std::string_view> reads_of(std::span<const Artefact* const> catalogue) {
  std::vector<std::string_view> out;
  for (const Artefact* a : catalogue) out.insert(out.end(), a->reads.begin(), a->reads.end());
  return out;
}

void open_trees(std::vector<Exhibit>& exhibits, std::vector<std::string_view> reads,
                const Secret& secret, const Workplace& with) {
  const OpenOptions how{.secret = secret, .reads = std::move(reads), .stop = &with.spots.stop};
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    Exhibit& e = exhibits[i];
    const Spot spot = at(Doing::opening, i);
    const Busy busy(with.spots, spot, size_of(*e.store));
    if (const std::string* why = with.left_out.why(spot))
      e.tree = std::make_unique<Closed>(*why);
    else
      e.tree = open_tree(*e.store, how);
  }
}

void fetch(std::span<const Exhibit> exhibits, std::span<const Job> jobs, Turn turn,
           std::vector<Gap>& gaps, const Workplace& with) {
  std::vector<std::vector<std::size_t>> wanted(exhibits.size());
  for (const Job& job : jobs) {
    if (job.artefact->turn != turn) continue;
    for (const Part& part : job.parts)
      for (const Node* node : {part.file, part.wal, part.journal})
        if (node && node->stored != kMade) wanted[part.exhibit].push_back(node->stored);
  }
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    if (wanted[i].empty()) continue;  // what was fetched before stays
    std::ranges::sort(wanted[i]);
    wanted[i].erase(std::ranges::unique(wanted[i]).begin(), wanted[i].end());
    const Busy busy(with.spots, at(Doing::opening, i), size_of(*exhibits[i].store));
    if (const auto fetched = exhibits[i].store->fetch(wanted[i]); !fetched)
      gaps.push_back({.exhibit = i, .at = fetched.error().at, .why = fetched.error().what});
  }
}

}  // namespace bridle
