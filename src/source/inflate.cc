#include "source/inflate.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace bridle {

Result<void> Stream::skip(std::uint64_t n) {
  std::vector<std::byte> block(static_cast<std::size_t>(std::min<std::uint64_t>(n, 256 << 10)));
  while (n > 0) {
    const auto part =
        std::span(block).first(static_cast<std::size_t>(std::min<std::uint64_t>(n, block.size())));
    const std::size_t got = TRY(read(part));
    if (got < part.size()) return fail(Errc::truncated, "the data ends early");
    n -= got;
  }
  return {};
}

Result<std::size_t> ContentStream::read(std::span<std::byte> out) {
  out = out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), left_)));
  TRY(content_.read(at_, out));
  at_ += out.size();
  left_ -= out.size();
  return out.size();
}

Result<void> ContentStream::skip(std::uint64_t n) {
  if (n > left_) return fail(Errc::truncated, "the data ends early", at_ + left_);
  at_ += n;
  left_ -= n;
  return {};
}

struct InflateStream::State {
  State(const Content& content, std::uint64_t at, std::uint64_t size, Wrap how)
      : packed(content, at, size), wrap(how), read_to(at) {
    start();
  }

  // What was read of the packed bytes and not used is read again.
  State(const State& from)
      : packed(from.packed.from(from.at())),
        wrap(from.wrap),
        read_to(from.at()),
        over(from.over),
        problem(from.problem),
        inflate(from.inflate) {
    inflate.next_in = nullptr;
    inflate.avail_in = 0;
  }

  void start() {
    isal_inflate_init(&inflate);
    constexpr std::uint32_t kForms[] = {ISAL_DEFLATE, ISAL_GZIP, ISAL_ZLIB};  // as Wrap
    inflate.crc_flag = kForms[static_cast<std::size_t>(wrap)];
    inflate.next_in = in;
    inflate.avail_in = in_size;
  }

  // Where in the content the next packed byte stands.
  std::uint64_t at() const { return read_to - inflate.avail_in; }

  Result<bool> more_input() {
    if (inflate.avail_in > 0) return true;
    if (block.empty()) block.resize(kBlock);
    const std::size_t got = TRY(packed.read(block));
    read_to += got;
    inflate.next_in = as_writable_uchar(block);
    inflate.avail_in = static_cast<std::uint32_t>(got);
    return got > 0;
  }

  // After a member: true if another one follows.
  Result<bool> another() {
    if (wrap != Wrap::gzip || !TRY(more_input())) return false;
    if (*inflate.next_in != 0x1f)
      return fail(Errc::malformed, "bytes behind the gzip data were not read", at());
    in = inflate.next_in;
    in_size = inflate.avail_in;
    start();
    return true;
  }

  Result<std::size_t> read(std::span<std::byte> out) {
    inflate.next_out = as_writable_uchar(out);
    inflate.avail_out = static_cast<std::uint32_t>(out.size());
    while (inflate.avail_out > 0 && !problem && !over)
      if (const auto stepped = step(); !stepped) problem = stepped.error();
    const std::size_t got = out.size() - inflate.avail_out;
    if (problem && got == 0) return std::unexpected(*problem);
    return got;
  }

  Result<void> step() {
    if (inflate.block_state == ISAL_BLOCK_FINISH) {
      // start() forgets where the output goes.
      auto* const next_out = inflate.next_out;
      const auto avail_out = inflate.avail_out;
      over = !TRY(another());
      inflate.next_out = next_out;
      inflate.avail_out = avail_out;
      return {};
    }
    const bool more = TRY(more_input());
    const auto before = inflate.avail_out;
    const int code = isal_inflate(&inflate);
    if (code < 0 || code == ISAL_NEED_DICT)
      return fail(Errc::malformed,
                  code == ISAL_INCORRECT_CHECKSUM ? "the checksum of the packed data is wrong"
                                                  : "the packed data is damaged",
                  at());
    if (!more && before == inflate.avail_out && inflate.block_state != ISAL_BLOCK_FINISH)
      return fail(Errc::truncated, "the packed data ends early", at());
    return {};
  }

  static constexpr std::size_t kBlock = 256 << 10;

  ContentStream packed;
  Wrap wrap;
  std::uint64_t read_to;
  std::vector<std::byte> block;
  std::uint8_t* in = nullptr;
  std::uint32_t in_size = 0;
  bool over = false;
  std::optional<Error> problem;
  inflate_state inflate;
};

InflateStream::InflateStream(const Content& content, std::uint64_t at, std::uint64_t size,
                             Wrap wrap)
    : state_(std::make_unique<State>(content, at, size, wrap)) {}
InflateStream::InflateStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
InflateStream::~InflateStream() = default;

std::uint64_t InflateStream::at() const {
  return state_->at();
}

std::unique_ptr<InflateStream> InflateStream::copy() const {
  return std::unique_ptr<InflateStream>(new InflateStream(std::make_unique<State>(*state_)));
}

// In pieces that the library's 32-bit counters hold.
Result<std::size_t> InflateStream::read(std::span<std::byte> out) {
  std::size_t done = 0;
  while (done < out.size()) {
    const auto part = out.subspan(done, std::min<std::size_t>(out.size() - done, 1 << 30));
    const auto got = state_->read(part);
    if (!got && done == 0) return got;
    if (!got || *got == 0) break;
    done += *got;
  }
  return done;
}

}  // namespace bridle
