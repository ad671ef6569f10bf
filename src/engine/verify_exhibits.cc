#include <algorithm>
#include <optional>
#include <thread>

#include "base/text.h"
#include "engine/exhibit.h"
#include "engine/hash_store.h"
#include "engine/verify_intake.h"
#include "record/outcome.h"

namespace bridle {
namespace {

constexpr std::size_t kMostNamed = 20;  // of files of one exhibit

const Store& received(const Exhibit& e) {
  return e.carrier ? *e.store->carrier() : *e.store;
}
Digests& digests(const Exhibit& e) {
  return e.carrier ? *e.carrier : *e.digests;
}

std::expected<std::vector<Exhibit>, std::string> open_all(const std::vector<std::string>& paths) {
  std::vector<Exhibit> out;
  for (const std::string& path : paths) {
    auto store = open_store(path);
    if (!store) return std::unexpected(path + ": " + store.error().what);
    Exhibit e{.path = path, .store = std::move(*store), .digests = {}, .carrier = {}, .tree = {}};
    e.digests = std::make_unique<Digests>(*e.store);
    if (e.store->carrier()) e.carrier = std::make_unique<Digests>(*e.store->carrier());
    out.push_back(std::move(e));
  }
  return out;
}

// The files as they are now, as the manifest would list them.
std::vector<ManifestLine> listed_now(const Exhibit& e) {
  const Store& store = received(e);
  std::vector<ManifestLine> out;
  for (std::size_t i = 0; i < store.files().size(); ++i) {
    const auto digest = digests(e).of(i);
    if (digest)
      out.push_back({.path = e.carrier || store.is_one_file() ? "" : store.files()[i].path,
                     .size = store.files()[i].size,
                     .sha256 = *digest});
  }
  return out;
}

bool same(const ManifestLine& a, const ManifestLine& b) {
  return a.path == b.path && a.sha256 == b.sha256;
}

class Difference {
 public:
  Difference(std::string exhibit, Verified& into) : exhibit_(std::move(exhibit)), into_(into) {}

  void tell(const char* kind, const std::string& path, const char* why) {
    if (++count_ > kMostNamed) return;
    into_.faults.push_back({kind, exhibit_ + (path.empty() ? "" : ": " + path), why});
  }
  void tell_rest() {
    if (count_ > kMostNamed)
      into_.faults.push_back(
          {"exhibit-more", exhibit_, std::to_string(count_ - kMostNamed) + " more files differ."});
  }

 private:
  std::string exhibit_;
  Verified& into_;
  std::size_t count_ = 0;
};

// Both lists are sorted by path.
void compare(const std::string& exhibit, const std::vector<ManifestLine>& then,
             const std::vector<ManifestLine>& now, Verified& into) {
  Difference difference(exhibit, into);
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < then.size() || b < now.size()) {
    if (b == now.size() || (a < then.size() && then[a].path < now[b].path)) {
      difference.tell("exhibit-file-missing", then[a++].path, "The manifest lists it.");
    } else if (a == then.size() || now[b].path < then[a].path) {
      difference.tell("exhibit-file-added", now[b++].path, "The manifest does not list it.");
    } else {
      if (then[a].sha256 != now[b].sha256)
        difference.tell("exhibit-file-altered", then[a].path,
                        "It is not what it was when it was taken in.");
      ++a;
      ++b;
    }
  }
  difference.tell_rest();
}

// Which exhibit of the case each given one is: the one that it equals, else the first left over.
std::vector<std::optional<std::size_t>> recognise(
    const IntakeManifest& manifest, const std::vector<std::vector<ManifestLine>>& now) {
  std::vector<std::optional<std::size_t>> out(now.size());
  std::vector<bool> taken(manifest.exhibits.size());
  const auto take = [&](std::size_t given, std::size_t known) {
    out[given] = known;
    taken[known] = true;
  };
  for (std::size_t i = 0; i < now.size(); ++i)
    for (std::size_t k = 0; k < taken.size() && !out[i]; ++k)
      if (!taken[k] && std::ranges::equal(now[i], manifest.exhibits[k], same)) take(i, k);
  for (std::size_t i = 0; i < now.size(); ++i)
    for (std::size_t k = 0; k < taken.size() && !out[i]; ++k)
      if (!taken[k]) take(i, k);
  return out;
}

}  // namespace

std::expected<void, std::string> verify_exhibits(const VerifyOptions& options,
                                                 const IntakeManifest& manifest, Verified& into) {
  const auto exhibits = open_all(options.exhibits);
  if (!exhibits) return std::unexpected(exhibits.error());
  const unsigned threads =
      options.jobs == 0 ? std::max(1U, std::thread::hardware_concurrency()) : options.jobs;
  std::vector<std::vector<ManifestLine>> now;
  for (const Exhibit& e : *exhibits) {
    hash_store(received(e), digests(e), threads);
    now.push_back(listed_now(e));
  }
  const auto which = recognise(manifest, now);
  std::vector<bool> seen(manifest.exhibits.size());
  for (std::size_t i = 0; i < now.size(); ++i) {
    if (!which[i]) {
      into.faults.push_back({"exhibit-unknown", options.exhibits[i], "The case has no such one."});
      continue;
    }
    seen[*which[i]] = true;
    const std::size_t before = into.faults.size();
    compare(exhibit_id(*which[i]), manifest.exhibits[*which[i]], now[i], into);
    if (into.faults.size() == before)
      into.held.push_back(exhibit_id(*which[i]) + ": " + std::to_string(now[i].size()) +
                          " files, as they were taken in");
  }
  for (std::size_t k = 0; k < seen.size(); ++k)
    if (!seen[k])
      into.limits.push_back(exhibit_id(k) + " was not given: its files were not hashed again");
  return {};
}

}  // namespace bridle
