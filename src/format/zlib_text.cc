#include "format/zlib_text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace bridle {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 30;
constexpr std::size_t kBlock = 64 << 10;

class Inflate {
 public:
  Inflate() { ready_ = inflateInit(&state_) == Z_OK; }
  ~Inflate() {
    if (ready_) inflateEnd(&state_);
  }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  Result<Unpacked> all(Bytes packed) {
    if (!ready_) return fail(Errc::io, "no memory to inflate");
    if (packed.size() > std::numeric_limits<uInt>::max())
      return fail(Errc::too_large, "the packed text is over 4 GB");
    state_.next_in = const_cast<Bytef*>(as_uchar(packed));  // zlib does not write to it
    state_.avail_in = static_cast<uInt>(packed.size());
    Unpacked out;
    std::array<char, kBlock> block;
    for (int code = Z_OK; code != Z_STREAM_END;) {
      state_.next_out = reinterpret_cast<Bytef*>(block.data());
      state_.avail_out = static_cast<uInt>(block.size());
      code = inflate(&state_, Z_NO_FLUSH);
      const std::size_t got = block.size() - state_.avail_out;
      out.text.append(block.data(), got);
      if (out.text.size() > kMost) return fail(Errc::too_large, "over 1 GB inflated");
      const std::uint64_t at = packed.size() - state_.avail_in;
      if (code == Z_DATA_ERROR || code == Z_NEED_DICT || code == Z_MEM_ERROR)
        return ended(std::move(out), {Errc::malformed, "the packed data is damaged", at});
      if (code == Z_BUF_ERROR || (code == Z_OK && got == 0 && state_.avail_in == 0))
        return ended(std::move(out), {Errc::truncated, "the packed data ends early", at});
    }
    return out;
  }

 private:
  static Result<Unpacked> ended(Unpacked out, Error why) {
    if (out.text.empty()) return std::unexpected(why);
    out.problem = why;
    return out;
  }

  z_stream state_{};
  bool ready_ = false;
};

}  // namespace

Result<Unpacked> unpack_zlib(Bytes packed) {
  return Inflate().all(packed);
}

}  // namespace bridle
