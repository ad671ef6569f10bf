#include "source/zip_store.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "base/text.h"
#include "format/zip.h"
#include "source/archive_store.h"
#include "source/directory_store.h"
#include "source/seekable_inflate.h"
#include "source/zip_member.h"

namespace bridle {
namespace {

constexpr std::uint64_t kMostDirectory = std::uint64_t{2} << 30;
constexpr std::uint64_t kMostMember = std::uint64_t{4} << 30;  // inflated
constexpr std::uint64_t kSmall = 32 << 20;   // inflated at once, in memory of the process
constexpr std::uint64_t kInOrder = 2 << 20;  // above this, inflated where it is read
constexpr std::uint64_t kMostRatio = 1032;   // deflate cannot do better
constexpr std::uint64_t kMostGrowth = 200;   // of a whole archive, beyond 4 GB
// Read first, so that a cut archive of many tiny members costs no more than its own size.
constexpr std::uint64_t kShortHead = 4096;
constexpr std::uint64_t kLocalWindow = zip::kLocalHead + std::uint64_t{2} * 65'535;

class ZipStore : public ArchiveStore {
 public:
  using ArchiveStore::ArchiveStore;

  Result<void> list() {
    const auto end = find_end();
    const auto listed = end ? list_directory(*end) : std::unexpected(end.error());
    if (!listed) {
      lose("", listed.error().at, listed.error().what, Loss::damaged);
      members_.clear();
      found_.clear();
      list_by_headers();
    }
    drop_overlapping();
    settle(std::move(members_), std::move(found_), places_);
    return {};
  }

  Result<std::unique_ptr<Content>> open(std::size_t index) const override {
    const ZipMember& place = places_[index];
    if (place.entry.size <= kSmall) return owned_content(TRY(whole(bytes(), place)));
    // Checked when it is hashed, as every file is; copying it could fill the memory.
    if (place.entry.method == zip::Method::stored)
      return part_of(bytes(), place.data_at, place.entry.size);
    return file_content(TRY(unpacked(bytes(), place)));
  }

  Result<std::unique_ptr<Content>> open_in_order(std::size_t index) const override {
    const ZipMember& place = places_[index];
    if (place.entry.method == zip::Method::stored || place.entry.size <= kInOrder)
      return open(index);
    return std::make_unique<SeekableInflate>(bytes(), place);
  }

  // Big members are hashed while they are inflated, so that they need no memory.
  Result<std::optional<Digest>> digest(std::size_t index) const override {
    const ZipMember& place = places_[index];
    if (place.entry.size <= kSmall) return std::nullopt;
    return TRY(digest_of(bytes(), place));
  }

 private:
  Result<zip::End> find_end() const {
    const std::uint64_t size = std::min<std::uint64_t>(bytes().size(), zip::kTail);
    std::vector<std::byte> tail(static_cast<std::size_t>(size));
    TRY(bytes().read(bytes().size() - size, tail));
    return zip::end(tail, bytes().size());
  }

  Result<void> list_directory(const zip::End& end) {
    if (end.directory_size > kMostDirectory)
      return fail(Errc::too_large, "the archive's directory is over 2 GB", end.directory_at);
    std::vector<std::byte> directory(static_cast<std::size_t>(end.directory_size));
    TRY(bytes().read(end.directory_at, directory));
    Reader in(directory);
    std::uint64_t count = 0;
    for (;; ++count) {
      auto entry = zip::next(in);
      if (!entry) return fail(entry.error().code, entry.error().what, end.directory_at + in.pos());
      if (!*entry) break;
      (*entry)->header_at += end.put_before;
      add_listed(std::move(**entry));
    }
    // A 16-bit count wraps in archives with many members; only then may it be lower.
    if ((count & 0xffff) != (end.entries & 0xffff))
      lose("", end.directory_at, "the directory has another number of members than stated",
           Loss::damaged);
    return {};
  }

  bool header_is_at(std::uint64_t at) const {
    std::array<std::byte, 4> start;
    return bytes().read(at, start) && as_text(start) == "PK\x03\x04";
  }

  void add_listed(zip::Entry entry) {
    const auto at = data_at(entry);
    if (!at) return lose(entry.path, entry.header_at, at.error().what, Loss::damaged);
    add({std::move(entry), *at});
  }

  Result<std::uint64_t> data_at(const zip::Entry& entry) const {
    std::array<std::byte, zip::kLocalHead> head;
    if (!bytes().read(entry.header_at, head))
      return fail(Errc::truncated, "the member lies behind the end of the archive");
    if (as_text(head).substr(0, 4) != "PK\x03\x04")
      return fail(Errc::malformed, "no header stands where the directory says");
    const std::uint64_t at = entry.header_at + zip::kLocalHead +
                             little_endian(Bytes(head).subspan(26), 2) +
                             little_endian(Bytes(head).subspan(28), 2);
    if (at > bytes().size() || entry.packed > bytes().size() - at)
      return fail(Errc::truncated, "the member ends behind the end of the archive");
    return at;
  }

  void add(ZipMember place) {
    zip::Entry& entry = place.entry;
    auto path = member_path(entry.path);
    const std::string& name = entry.path;
    if (!path) return lose(name, entry.header_at, path.error().what, Loss::refused);
    if (name.starts_with('/'))
      return lose(name, entry.header_at, "refused: the name is absolute", Loss::refused);
    if (name.ends_with('/') && entry.size == 0) {
      if (!path->empty()) add_folder(std::move(*path), entry.mtime_ns);
      return;
    }
    if (const char* const why = unreadable(entry))
      return lose(*path, entry.header_at, why, Loss::unreadable);
    const std::uint64_t most = kMostMember + kMostGrowth * bytes().size();
    if (entry.method == zip::Method::deflated &&
        (entry.size > kMostMember || entry.size / kMostRatio > entry.packed + 1 ||
         entry.size > most - std::min(most, total_)))
      return lose(*path, entry.header_at, "refused: it grows beyond reason", Loss::refused);
    if (entry.method == zip::Method::deflated) total_ += entry.size;
    if (path->empty()) return lose(name, entry.header_at, "refused: no name", Loss::refused);
    members_.push_back({std::move(*path), entry.size, entry.mtime_ns});
    found_.push_back(std::move(place));
  }

  static const char* unreadable(const zip::Entry& entry) {
    if (entry.encrypted()) return "the member is encrypted";
    if (entry.method != zip::Method::stored && entry.method != zip::Method::deflated)
      return "the member is packed with an unsupported method";
    if (entry.method == zip::Method::stored && entry.size != entry.packed)
      return "the member's two sizes differ";
    // Deflate adds five bytes to 64 KB that it cannot pack.
    if (entry.packed / 2 > entry.size + 65'536) return "the member's packed size is out of reason";
    return nullptr;
  }

  // Members that share bytes are how a small archive grows without bound, or hides one file
  // behind another. Directories list them in any order.
  void drop_overlapping() {
    std::vector<std::size_t> order(found_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](auto i) { return found_[i].entry.header_at; });
    std::vector<Stored> members;
    std::vector<ZipMember> places;
    std::vector<bool> dropped(found_.size());
    std::uint64_t end = 0;
    for (const std::size_t i : order) {
      const ZipMember& place = found_[i];
      dropped[i] = place.entry.header_at < end;
      if (dropped[i])
        lose(members_[i].path, place.entry.header_at, "refused: it overlaps another member",
             Loss::refused);
      end = std::max(end, place.data_at + place.entry.packed);
    }
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (dropped[i]) continue;
      members.push_back(std::move(members_[i]));
      places.push_back(std::move(found_[i]));
    }
    members_ = std::move(members);
    found_ = std::move(places);
  }

  // For an archive that was cut: member after member from its start.
  void list_by_headers() {
    for (std::uint64_t at = 0; at + zip::kLocalHead <= bytes().size();) {
      std::vector<std::byte> head;
      auto local = local_at(at, kShortHead, head);
      if (!local && local.error().code == Errc::truncated) local = local_at(at, kLocalWindow, head);
      if (!local) {
        if (as_text(head).substr(0, 4) != "PK\x01\x02")
          lose("", at, local.error().what, Loss::damaged);
        return;
      }
      local->entry.header_at = at;
      ZipMember place{std::move(local->entry), at + local->head};
      if (!measure(place)) return;
      at = place.data_at + place.entry.packed;
      if (place.entry.sizes_follow()) at = after_descriptor(at, place.entry);
      add(std::move(place));
    }
  }

  Result<zip::Local> local_at(std::uint64_t at, std::uint64_t most,
                              std::vector<std::byte>& head) const {
    head.resize(static_cast<std::size_t>(std::min(most, bytes().size() - at)));
    TRY(bytes().read(at, head));
    return zip::local(head);
  }

  // Past a data descriptor with its mark: 4 + 4 + two sizes of 4 bytes, or of 8.
  std::uint64_t after_descriptor(std::uint64_t at, const zip::Entry&) const {
    for (const std::uint64_t size : {16u, 24u, 12u, 20u})
      if (header_is_at(at + size) || at + size == bytes().size()) return at + size;
    return at + 16;
  }

  // Finds the sizes of a member that does not state them. False at the end of what can be read.
  bool measure(ZipMember& place) {
    zip::Entry& entry = place.entry;
    const std::uint64_t there = bytes().size() - place.data_at;
    if (entry.sizes_follow() && entry.packed == 0 && there <= kMostMember && !find_sizes(place)) {
      lose(entry.path, place.data_at, "the archive is cut inside this member", Loss::damaged);
      return false;
    }
    if (entry.packed <= there) return true;
    lose(entry.path, bytes().size(), "the archive is cut inside this member", Loss::damaged);
    if (entry.method != zip::Method::stored || entry.encrypted()) return false;
    entry.packed = entry.size = there;  // what is there of it is kept
    place.unchecked = true;
    add(std::move(place));
    return false;
  }

  bool find_sizes(ZipMember& place) const {
    std::vector<std::byte> window;
    const std::uint64_t there = bytes().size() - place.data_at;
    for (std::uint64_t size = kShortHead;; size *= 4) {
      window.resize(static_cast<std::size_t>(std::min({size, there, kMostScan})));
      if (!bytes().read(place.data_at, window)) return false;
      if (zip::find_descriptor(window, place.entry)) return true;
      if (window.size() == there || window.size() == kMostScan) return false;
    }
  }

  static constexpr std::uint64_t kMostScan = 256 << 20;

  std::vector<Stored> members_;
  std::vector<ZipMember> found_;
  std::vector<ZipMember> places_;
  std::uint64_t total_ = 0;  // inflated bytes of all
};

}  // namespace

Result<std::unique_ptr<Store>> open_zip(const std::string& path) {
  auto carrier = TRY(open_single(path));
  auto content = TRY(carrier->open(0));
  return read_zip(std::move(carrier), std::move(content));
}

Result<std::unique_ptr<Store>> read_zip(std::unique_ptr<Store> carrier,
                                        std::unique_ptr<Content> bytes) {
  auto store = std::make_unique<ZipStore>(std::move(carrier), std::move(bytes));
  TRY(store->list());
  return store;
}

}  // namespace bridle
