#include "format/sqlite_wal.h"

#include <bit>
#include <utility>
#include <vector>

#include "base/reader.h"

namespace bridle {
namespace {

constexpr std::size_t kHeader = 32;
constexpr std::size_t kFrameHeader = 24;
constexpr std::uint32_t kMagic = 0x377f0682;

struct Checksum {
  std::uint32_t a = 0, b = 0;
  bool big = false;  // the words are big-endian

  void add(Bytes bytes) {
    for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
      std::uint32_t words[2];
      std::memcpy(words, bytes.data() + i, 8);
      if (big) words[0] = __builtin_bswap32(words[0]), words[1] = __builtin_bswap32(words[1]);
      a += words[0] + b;
      b += words[1] + a;
    }
  }
  bool is(std::uint32_t x, std::uint32_t y) const { return a == x && b == y; }
};
static_assert(std::endian::native == std::endian::little);

struct Log {
  const Content& file;
  SqliteWal& wal;
  std::uint64_t salts = 0;
  Checksum sum{};
  std::vector<std::pair<std::uint32_t, std::uint64_t>> open{};  // frames not yet committed
};

bool read_header(Log& log) {
  std::byte bytes[kHeader];
  const auto stop = [&](Errc code, const char* what) {
    log.wal.problem = Error{code, what, 0};
    return false;
  };
  if (log.file.size() < kHeader) return stop(Errc::truncated, "the write-ahead log is cut");
  if (const auto read = log.file.read(0, bytes); !read) {
    log.wal.problem = read.error();
    return false;
  }
  Reader in(bytes);
  const std::uint32_t magic = in.u32be();
  const std::uint32_t version = in.u32be();
  log.wal.page_size = in.u32be();
  in.take(4);
  log.salts = in.u64be();
  const std::uint32_t a = in.u32be();
  const std::uint32_t b = in.u32be();
  if ((magic & ~1U) != kMagic) return stop(Errc::malformed, "not a write-ahead log");
  if (version != 3007000) return stop(Errc::unsupported, "a write-ahead log of another version");
  log.sum.big = (magic & 1) != 0;
  log.sum.add(Bytes(bytes).first(24));
  const std::uint32_t size = log.wal.page_size;
  if (!log.sum.is(a, b) || !std::has_single_bit(size) || size < 512 || size > 65536)
    return stop(Errc::malformed, "the write-ahead log's header is damaged");
  return true;
}

enum class Next { valid, end };

// `bytes` is the frame at `at`, its page included.
Next take_frame(Log& log, Bytes bytes, std::uint64_t at) {
  Reader in(bytes);
  const std::uint32_t page = in.u32be();
  const std::uint32_t count = in.u32be();
  // Older frames stand behind the last one of this generation: the file is written over in place.
  if (in.u64be() != log.salts) return Next::end;
  const std::uint32_t a = in.u32be();
  const std::uint32_t b = in.u32be();
  log.sum.add(bytes.first(8));
  log.sum.add(bytes.subspan(kFrameHeader));
  if (!log.sum.is(a, b) || page == 0) {
    log.wal.problem = Error{Errc::malformed, "a frame of the write-ahead log is damaged", at};
    return Next::end;
  }
  log.open.emplace_back(page, at + kFrameHeader);
  if (count == 0) return Next::valid;
  for (const auto& [number, place] : log.open) log.wal.pages.insert_or_assign(number, place);
  log.wal.frames_used += log.open.size();
  log.wal.page_count = count;
  log.open.clear();
  return Next::valid;
}

void read_frames(Log& log) {
  const std::size_t frame = kFrameHeader + log.wal.page_size;
  const std::size_t at_once = std::max<std::size_t>(1, (std::size_t{1} << 20) / frame);
  std::vector<std::byte> buffer;
  log.wal.frames = (log.file.size() - kHeader) / frame;
  for (std::uint64_t i = 0; i < log.wal.frames;) {
    const std::uint64_t at = kHeader + i * frame;
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(at_once, log.wal.frames - i));
    buffer.resize(n * frame);
    if (const auto read = log.file.read(at, buffer); !read) {
      log.wal.problem = read.error();
      return;
    }
    for (std::size_t k = 0; k < n; ++k)
      if (take_frame(log, Bytes(buffer).subspan(k * frame, frame), at + k * frame) == Next::end)
        return;
    i += n;
  }
  if (const std::uint64_t rest = (log.file.size() - kHeader) % frame; rest != 0)
    log.wal.problem =
        Error{Errc::truncated, "the write-ahead log ends within a frame", log.file.size() - rest};
}

}  // namespace

SqliteWal read_wal(const Content& file) {
  SqliteWal wal;
  if (file.size() == 0) return wal;
  Log log{.file = file, .wal = wal};
  if (read_header(log)) read_frames(log);
  return wal;
}

}  // namespace bridle
