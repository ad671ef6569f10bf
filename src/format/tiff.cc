#include "format/tiff.h"

#include <algorithm>
#include <array>
#include <deque>
#include <set>

#include "format/dng_opcodes.h"
#include "format/jpeg.h"
#include "format/read_ahead.h"

namespace bridle {
namespace {

constexpr std::size_t kMostDirectories = 256;
constexpr std::uint64_t kMostValues = 1 << 18;    // places and sizes, of the whole file
constexpr std::uint64_t kMostJpegs = 8192;        // strips and tiles that are looked into, likewise
constexpr std::uint64_t kJpegHead = 2048;         // a frame stands behind some tables
constexpr std::uint64_t kMostOpcodes = 16 << 20;  // bytes of lists
constexpr std::uint64_t kEntry = 12;
constexpr std::uint64_t kJpeg = 7, kApart = 2;

enum Tag : std::uint16_t {
  kWidth = 0x100,
  kHeight = 0x101,
  kCompression = 0x103,
  kStrips = 0x111,
  kSamples = 0x115,
  kStripSizes = 0x117,
  kPlanes = 0x11c,
  kTiles = 0x144,
  kTileSizes = 0x145,
  kDirectories = 0x14a,
  kPreview = 0x201,
  kPreviewSize = 0x202,
  kExif = 0x8769,
  kGps = 0x8825,
  kInterchange = 0xa005,
  kDngVersion = 0xc612,
  kOpcodes1 = 0xc740,
  kOpcodes2 = 0xc741,
  kOpcodes3 = 0xc74e
};

struct Entry {
  std::uint16_t tag = 0, type = 0;
  std::uint64_t count = 0;
  std::uint64_t at = 0;  // of the values, in the file
};

// Bytes of one value; 0 for a type that there is not.
std::uint64_t size_of(std::uint16_t type) {
  constexpr std::array<std::uint8_t, 14> kSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
  return type < kSizes.size() ? kSizes[type] : 0;
}

class Walk {
 public:
  Walk(const Content& content, bool big) : in_(content), big_(big) {}

  Tiff all(std::uint64_t first) {
    reach(0, 8);
    queue(first, false);
    while (!waiting_.empty()) {
      const auto [at, sub] = waiting_.front();
      waiting_.pop_front();
      directory(at, sub);
    }
    return std::move(out_);
  }

  std::uint64_t number(Bytes b) const {
    return big_ ? big_endian(b, b.size()) : little_endian(b, b.size());
  }

 private:
  void lose(const char* what, std::uint64_t at, Errc code = Errc::malformed) {
    if (!out_.lost) out_.lost = Error{.code = code, .what = what, .at = at};
  }

  // Notes that the file's own bytes go so far; false if they cannot.
  bool reach(std::uint64_t at, std::uint64_t size) {
    if (at > in_.size() || size > in_.size() - at) {
      lose("a part lies behind the file's end", at, Errc::truncated);
      out_.end = in_.size();
      return false;
    }
    out_.end = std::max(out_.end, at + size);
    return true;
  }

  void queue(std::uint64_t at, bool sub) {
    if (at == 0) return;
    if (seen_.contains(at)) return lose("a directory stands in two places", at);
    if (seen_.size() == kMostDirectories) return lose("there are too many directories", at);
    seen_.insert(at);
    waiting_.emplace_back(at, sub);
  }

  std::vector<std::byte> bytes(std::uint64_t at, std::uint64_t size) {
    if (!reach(at, size)) return {};
    std::vector<std::byte> out(static_cast<std::size_t>(size));
    if (const auto read = in_.read(at, out); read) return out;
    lose("a part cannot be read", at, Errc::io);
    return {};
  }

  void directory(std::uint64_t at, bool sub) {
    const auto head = bytes(at, 2);
    if (head.empty()) return;
    const std::uint64_t count = number(head);
    const auto table = bytes(at + 2, count * kEntry + 4);
    if (table.empty()) return;
    std::vector<Entry> entries;
    for (std::uint64_t i = 0; i < count; ++i) {
      const Bytes e = Bytes(table).subspan(static_cast<std::size_t>(i * kEntry), kEntry);
      if (const auto known = entry(e, at + 2 + i * kEntry)) entries.push_back(*known);
    }
    TiffDirectory out{.at = at, .sub = sub};
    describe(entries, out);
    strips(entries, out);
    queue(number(Bytes(table).last(4)), sub);
    out_.directories.push_back(out);
  }

  // Values of more than four bytes stand elsewhere.
  std::optional<Entry> entry(Bytes e, std::uint64_t at) {
    Entry out{.tag = static_cast<std::uint16_t>(number(e.first(2))),
              .type = static_cast<std::uint16_t>(number(e.subspan(2, 2))),
              .count = number(e.subspan(4, 4)),
              .at = at + 8};
    const std::uint64_t size = out.count * size_of(out.type);
    if (size == 0) return {};
    if (size > 4) out.at = number(e.subspan(8, 4));
    if (!reach(out.at, size)) return {};
    return out;
  }

  std::vector<std::uint64_t> values(const Entry& e) {
    const std::uint64_t size = size_of(e.type);
    if (e.count > values_left_) {
      lose("there are too many strips, tiles or directories", e.at);
      return {};
    }
    values_left_ -= e.count;
    const auto all = bytes(e.at, e.count * size);
    std::vector<std::uint64_t> out;
    if (size > 4) return out;  // not whole numbers
    for (std::size_t i = 0; i < all.size(); i += size)
      out.push_back(number(Bytes(all).subspan(i, size)));
    return out;
  }

  std::vector<std::uint64_t> values(const std::vector<Entry>& entries, std::uint16_t tag) {
    const auto at = std::ranges::find(entries, tag, &Entry::tag);
    return at == entries.end() ? std::vector<std::uint64_t>() : values(*at);
  }

  std::uint64_t value(const std::vector<Entry>& entries, std::uint16_t tag, std::uint64_t other) {
    const auto all = values(entries, tag);
    return all.empty() ? other : all.front();
  }

  void describe(const std::vector<Entry>& entries, TiffDirectory& out) {
    out.width = value(entries, kWidth, 0);
    out.height = value(entries, kHeight, 0);
    out.samples = value(entries, kSamples, 1);
    out.compression = value(entries, kCompression, 1);
    out.apart = value(entries, kPlanes, 1) == kApart;
    for (const Entry& e : entries) {
      if (e.tag == kDngVersion) out_.dng = true;
      if (e.tag == kDirectories || e.tag == kExif || e.tag == kGps || e.tag == kInterchange)
        for (const std::uint64_t at : values(e)) queue(at, true);
      if (e.tag == kOpcodes1 || e.tag == kOpcodes2 || e.tag == kOpcodes3) opcodes(e, out);
    }
  }

  void opcodes(const Entry& e, TiffDirectory& out) {
    const std::uint64_t size = e.count * size_of(e.type);
    if (size > opcodes_left_) return lose("lists of opcodes are too large", e.at, Errc::too_large);
    opcodes_left_ -= size;
    const DngOpcodes list = dng_opcodes(
        bytes(e.at, size), {.width = out.width, .height = out.height, .planes = out.samples});
    out.opcodes += list.count;
    out.odd_opcodes += list.odd;
    if (list.why && !out_.odd)
      out_.odd = Error{.code = Errc::malformed, .what = list.why, .at = e.at + list.at};
  }

  void strips(const std::vector<Entry>& entries, TiffDirectory& out) {
    for (const auto& [places, sizes] :
         {std::pair(kStrips, kStripSizes), std::pair(kTiles, kTileSizes),
          std::pair(kPreview, kPreviewSize)}) {
      const auto at = values(entries, places), size = values(entries, sizes);
      if (at.size() != size.size()) lose("strips or tiles and their sizes are not as many", out.at);
      const std::size_t n = std::min(at.size(), size.size());
      if (places != kPreview) out.pieces += n;
      for (std::size_t i = 0; i < n; ++i)
        if (reach(at[i], size[i]) && places != kPreview && out.compression == kJpeg)
          jpeg(at[i], std::min(size[i], kJpegHead), out);
    }
  }

  void jpeg(std::uint64_t at, std::uint64_t size, TiffDirectory& out) {
    if (jpegs_left_ == 0) return lose("not every strip or tile was looked into", at);
    --jpegs_left_;
    const auto frame = jpeg_frame(bytes(at, size));
    if (!frame) return lose("a strip or tile shows no frame of JPEG", at);
    if (frame->marker != kLosslessFrame) return;
    out.components = std::min<std::uint64_t>(out.components.value_or(~0ULL), frame->components);
  }

  ReadAhead in_;
  bool big_;
  Tiff out_;
  std::uint64_t values_left_ = kMostValues, jpegs_left_ = kMostJpegs, opcodes_left_ = kMostOpcodes;
  std::set<std::uint64_t> seen_;
  std::deque<std::pair<std::uint64_t, bool>> waiting_;
};

}  // namespace

Result<Tiff> read_tiff(const Content& content) {
  std::array<std::byte, 8> head{};
  if (content.size() < head.size())
    return fail(Errc::truncated, "too short for a TIFF", content.size());
  TRY(content.read(0, head));
  const std::string_view start = as_text(Bytes(head).first(4));
  const bool big = start == std::string_view("MM\0*", 4);
  if (!big && start != std::string_view("II*\0", 4))
    return fail(Errc::unsupported, "it does not begin as a TIFF");
  Walk walk(content, big);
  return walk.all(walk.number(Bytes(head).subspan(4)));
}

}  // namespace bridle
