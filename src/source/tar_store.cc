#include "source/tar_store.h"

#include <fcntl.h>

#include <algorithm>
#include <map>
#include <set>

#include "source/archive_store.h"
#include "source/directory_store.h"
#include "source/tar_walk.h"

namespace bridle {
namespace {

constexpr std::size_t kMostMembers = 20'000'000;
constexpr std::uint64_t kMostFetched = std::uint64_t{4} << 30;
constexpr const char* kLeftOut =
    "left out: 4 GB of files are held at most, out of an archive that must be read in order";
constexpr std::uint64_t kMostInflated = std::uint64_t{1} << 40;

// A member's bytes in the tar, plain or inflated.
struct Place {
  std::uint64_t at = 0;
  std::uint64_t size = 0;
  Digest digest{};  // of packed archives only
};

class TarStore : public ArchiveStore {
 public:
  using ArchiveStore::ArchiveStore;

  void list(Stream& in) {
    TarWalk walk(in);
    while (members_.size() < kMostMembers) {
      const auto header = walk.next();
      if (!header) {
        lose("", header.error().at, header.error().what, Loss::damaged);
        break;
      }
      if (*header && walk.problem())
        lose((*header)->path, walk.problem()->at, walk.problem()->what, Loss::damaged);
      if (!*header || !add(**header, walk)) break;
    }
    if (members_.size() == kMostMembers)
      lose("", walk.at(), "more than 20 million members", Loss::refused);
    settle(std::move(members_), std::move(found_), places_);
  }

  Result<std::unique_ptr<Content>> open(std::size_t index) const override {
    const Place& place = places_[index];
    return part_of(bytes(), place.at, place.size);
  }

 protected:
  const std::vector<Place>& places() const { return places_; }

  // The member's place, after reading its data if the store wants it now. `place.size` is what is
  // really there; a member that is cut is kept that far.
  virtual Result<void> measure(TarWalk&, Place& place) {
    const std::uint64_t there = bytes().size() - std::min(bytes().size(), place.at);
    if (place.size <= there) return {};
    place.size = there;
    return fail(Errc::truncated, "the archive ends inside a file", bytes().size());
  }

 private:
  // False if nothing can follow.
  bool add(const tar::Header& header, TarWalk& walk) {
    const std::uint64_t at = walk.at();
    auto path = member_path(header.path);
    if (!path) return lose(header.path, at, path.error().what, Loss::refused), true;
    if (header.kind == '5') {
      if (!path->empty()) add_folder(std::move(*path), header.mtime_ns);
      return true;
    }
    if (header.kind == '1') return link(std::move(*path), header, at), true;
    if (const char* const why = no_file(header); why)
      return lose(std::move(*path), at, why, header.sparse ? Loss::unreadable : Loss::no_content),
             true;
    Place place{at, header.size};
    const auto measured = measure(walk, place);
    if (!measured) lose(*path, measured.error().at, measured.error().what, Loss::damaged);
    if (!path->empty()) keep({std::move(*path), place.size, header.mtime_ns}, place);
    return measured.has_value();
  }

  static const char* no_file(const tar::Header& header) {
    if (header.sparse) return "a sparse file, whose layout is not supported";
    if (header.kind == '2') return "a symbolic link, not followed";
    if (header.kind == '6') return "a named pipe";
    if (header.kind == '3' || header.kind == '4') return "a device";
    return header.kind == '0' ? nullptr : "a member of an unknown kind";
  }

  void keep(Stored stored, const Place& place) {
    by_path_[stored.path] = members_.size();
    members_.push_back(std::move(stored));
    found_.push_back(place);
  }

  // A hard link has the bytes of a member before it.
  void link(std::string path, const tar::Header& header, std::uint64_t at) {
    const auto target = member_path(header.link);
    const auto member = target ? by_path_.find(*target) : by_path_.end();
    if (member == by_path_.end())
      return lose(std::move(path), at, "a hard link to a file that is not here", Loss::damaged);
    const Place place = found_[member->second];
    keep({std::move(path), place.size, header.mtime_ns}, place);
  }

  std::vector<Stored> members_;
  std::vector<Place> found_;
  std::map<std::string, std::size_t> by_path_;
  std::vector<Place> places_;
};

class PackedTarStore : public TarStore {
 public:
  PackedTarStore(std::unique_ptr<Store> carrier, std::unique_ptr<Content> bytes, Wrap wrap)
      : TarStore(std::move(carrier), std::move(bytes)), wrap_(wrap) {}

  Result<std::optional<Digest>> digest(std::size_t index) const override {
    if (!hashes()) return std::nullopt;
    return places()[index].digest;
  }

  Result<std::unique_ptr<Content>> open(std::size_t index) const override {
    const auto at = fetched_at_.find(index);
    if (at == fetched_at_.end() && left_out_.contains(index))
      return fail(Errc::too_large, kLeftOut, places()[index].at);
    if (at == fetched_at_.end()) return fail(Errc::missing, "the file was not fetched");
    Descriptor again(fcntl(fetched_.get(), F_DUPFD_CLOEXEC, 0));
    if (!again) return fail(Errc::io, "too many files are open");
    return std::make_unique<Fetched>(std::move(again), at->second, places()[index].size);
  }

  // What fits, in the archive's order. open() of what does not says so, and what lies before a
  // place that cannot be unpacked any more is kept.
  Result<void> fetch(std::span<const std::size_t> indices) override {
    std::vector<std::size_t> order(indices.begin(), indices.end());
    std::ranges::sort(order, {}, [&](std::size_t i) { return places()[i].at; });
    fetched_ = TRY(memory_file());
    fetched_at_.clear();
    left_out_.clear();
    InflateStream in(bytes(), 0, bytes().size(), wrap_);
    std::uint64_t pos = 0, kept = 0;
    const Place* last = nullptr;
    std::uint64_t last_kept = 0;
    for (const std::size_t index : order) {
      const Place& place = places()[index];
      if (!last || place.at != last->at) {  // a hard link shares the bytes
        if (place.size > kMostFetched - kept) {
          left_out_.insert(index);
          continue;
        }
        TRY(in.skip(place.at - pos));
        TRY(copy(in, place.size, fetched_));
        pos = place.at + place.size;
        last = &place;
        last_kept = kept;
        kept += place.size;
      }
      fetched_at_[index] = last_kept;
    }
    return {};
  }

 protected:
  // Passes over the member's data, and hashes it on the way where its hash is written down.
  Result<void> measure(TarWalk& walk, Place& place) override {
    const std::uint64_t size = std::exchange(place.size, 0);
    Result<void> problem;
    while (place.size < size && problem) {
      const auto want = std::min<std::uint64_t>(block_.size(), size - place.size);
      // Beyond this, a small archive is nothing but an attempt to keep us busy.
      if (walk.at() > kMostInflated) problem = fail(Errc::too_large, "over 1 TB inflated");
      const auto part = std::span(block_).first(static_cast<std::size_t>(want));
      const auto got = walk.read(part);
      if (!got) problem = std::unexpected(got.error());
      if (!got) break;
      if (hashes()) hash_.add(part.first(*got));
      place.size += *got;
    }
    if (hashes()) place.digest = hash_.finish();
    return problem;
  }

 private:
  // An archive that lies in a received file is hashed with that file, not member by member.
  bool hashes() const { return carrier() != nullptr; }

  class Fetched : public Content {
   public:
    Fetched(Descriptor file, std::uint64_t at, std::uint64_t size)
        : keep_(std::move(file)), part_(part_content(keep_.get(), at, size)) {}
    std::uint64_t size() const override { return part_->size(); }
    Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
      return part_->read(at, out);
    }

   private:
    Descriptor keep_;
    std::unique_ptr<Content> part_;
  };

  Result<void> copy(Stream& in, std::uint64_t size, const Descriptor& into) {
    while (size > 0) {
      const auto part = std::span(block_).first(
          static_cast<std::size_t>(std::min<std::uint64_t>(block_.size(), size)));
      const std::size_t got = TRY(in.read(part));
      if (got == 0) return fail(Errc::truncated, "the packed data ends early");
      TRY(append(into, part.first(got)));
      size -= got;
    }
    return {};
  }

  Wrap wrap_;
  std::vector<std::byte> block_ = std::vector<std::byte>(64 << 10);
  Sha256 hash_;
  Descriptor fetched_;
  std::map<std::size_t, std::uint64_t> fetched_at_;
  std::set<std::size_t> left_out_;
};

}  // namespace

std::unique_ptr<Store> read_tar(std::unique_ptr<Store> carrier, std::unique_ptr<Content> content) {
  const Content& bytes = *content;
  auto store = std::make_unique<TarStore>(std::move(carrier), std::move(content));
  ContentStream in(bytes, 0, bytes.size());
  store->list(in);
  return store;
}

std::unique_ptr<Store> read_packed_tar(std::unique_ptr<Store> carrier,
                                       std::unique_ptr<Content> content, Wrap wrap) {
  const Content& bytes = *content;
  auto store = std::make_unique<PackedTarStore>(std::move(carrier), std::move(content), wrap);
  InflateStream in(bytes, 0, bytes.size(), wrap);
  store->list(in);
  return store;
}

Result<std::unique_ptr<Store>> open_tar(const std::string& path) {
  auto carrier = TRY(open_single(path));
  auto content = TRY(carrier->open(0));
  return read_tar(std::move(carrier), std::move(content));
}

Result<std::unique_ptr<Store>> open_tar_gz(const std::string& path) {
  auto carrier = TRY(open_single(path));
  auto content = TRY(carrier->open(0));
  return read_packed_tar(std::move(carrier), std::move(content), Wrap::gzip);
}

}  // namespace bridle
