// Deflate and gzip data read in order, from contents of any size.
#pragma once

#include <memory>
#include <span>

#include "base/content.h"
#include "base/result.h"

namespace bridle {

// Bytes that come one after the other.
class Stream {
 public:
  virtual ~Stream() = default;
  // Fills `out` as far as there are bytes; fewer only at the end. After an error, what came before
  // it has been handed out: read() gives those bytes first and the error with the next call.
  virtual Result<std::size_t> read(std::span<std::byte> out) = 0;
  // Passes over n bytes.
  virtual Result<void> skip(std::uint64_t n);
};

// A content from `at` on, for `size` bytes.
class ContentStream : public Stream {
 public:
  ContentStream(const Content& content, std::uint64_t at, std::uint64_t size)
      : content_(content), at_(at), left_(size) {}
  Result<std::size_t> read(std::span<std::byte> out) override;
  Result<void> skip(std::uint64_t n) override;

  // The same content from an earlier or later place on, to the same end.
  ContentStream from(std::uint64_t at) const { return {content_, at, at_ + left_ - at}; }

 private:
  const Content& content_;
  std::uint64_t at_;
  std::uint64_t left_;
};

enum class Wrap : std::uint8_t { raw, gzip, zlib };

// What is packed in the range [at, at + size) of a content. gzip: all members one after the other,
// each with its checksum; bytes behind them are Errc::malformed at the end.
class InflateStream : public Stream {
 public:
  InflateStream(const Content& content, std::uint64_t at, std::uint64_t size, Wrap wrap);
  ~InflateStream() override;
  Result<std::size_t> read(std::span<std::byte> out) override;

  // Where in the content the next packed byte stands.
  std::uint64_t at() const;

  // Another stream that goes on from here: some 90 KB until it is read.
  std::unique_ptr<InflateStream> copy() const;

 private:
  struct State;
  explicit InflateStream(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace bridle
