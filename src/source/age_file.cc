#include "source/age_file.h"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "format/age.h"

namespace bridle {
namespace {

constexpr std::size_t kNonce = 16;
constexpr std::uint64_t kSealed = age::kChunk + age::kTag;

// The chunk that was read last is kept: archives are read in small pieces.
class AgeContent : public Content {
 public:
  AgeContent(std::unique_ptr<Content> file, std::uint64_t begins, std::string key)
      : file_(std::move(file)), begins_(begins), key_(std::move(key)) {
    sealed_ = file_->size() - begins_;
    chunks_ = (sealed_ + kSealed - 1) / kSealed;
    size_ = sealed_ - std::min(sealed_, chunks_ * age::kTag);
  }

  std::uint64_t size() const override { return size_; }

  Result<void> read(std::uint64_t at, std::span<std::byte> out) const override {
    if (at > size_ || out.size() > size_ - at)
      return fail(Errc::truncated, "the data ends early", size_);
    const std::lock_guard guard(lock_);
    while (!out.empty()) {
      TRY(load(at / age::kChunk));
      const Bytes rest = Bytes(plain_).subspan(static_cast<std::size_t>(at % age::kChunk));
      const auto part = rest.first(std::min(rest.size(), out.size()));
      std::ranges::copy(part, out.begin());
      out = out.subspan(part.size());
      at += part.size();
    }
    return {};
  }

 private:
  Result<void> load(std::uint64_t number) const {
    if (loaded_ == number + 1) return {};
    loaded_ = 0;
    const std::uint64_t from = number * kSealed;
    std::vector<std::byte> sealed(
        static_cast<std::size_t>(std::min<std::uint64_t>(kSealed, sealed_ - from)));
    TRY(file_->read(begins_ + from, sealed));
    if (sealed.size() < age::kTag) return fail(Errc::truncated, "a chunk is cut", begins_ + from);
    plain_.resize(sealed.size() - age::kTag);
    if (!age::open_chunk(key_, number, number + 1 == chunks_, sealed, plain_))
      return fail(Errc::malformed, "a chunk was changed, or the file was cut", begins_ + from);
    loaded_ = number + 1;
    return {};
  }

  std::unique_ptr<Content> file_;
  std::uint64_t begins_, sealed_ = 0, chunks_ = 0, size_ = 0;
  std::string key_;
  mutable std::mutex lock_;
  mutable std::uint64_t loaded_ = 0;  // number of the chunk in `plain_`, from 1 on
  mutable std::vector<std::byte> plain_;
};

}  // namespace

bool is_age(const Content& content) {
  std::string mark(age::kMark.size(), '\0');
  return content.size() >= mark.size() && content.read(0, as_writable_bytes(mark)) &&
         mark == age::kMark;
}

bool wants_password(const Content& content) {
  if (!is_age(content)) return false;
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(age::kMostHead, content.size())));
  const auto read = content.read(0, start);
  const auto head = read ? age::head(start) : std::unexpected(read.error());
  return head && std::ranges::any_of(head->stanzas, [](const age::Stanza& s) {
           return !s.words.empty() && s.words[0] == "scrypt";
         });
}

Result<std::unique_ptr<Content>> open_age(std::unique_ptr<Content> content, const Secret& secret) {
  std::vector<std::byte> start(
      static_cast<std::size_t>(std::min<std::uint64_t>(age::kMostHead, content->size())));
  TRY(content->read(0, start));
  const age::Head head = TRY(age::head(start));
  age::Unlocking with{.identity = {}, .password = secret.password};
  if (secret.age_key) with.identity = age::identity(*secret.age_key);
  const std::string key = TRY(age::file_key(head, start, with));
  std::vector<std::byte> nonce(kNonce);
  TRY(content->read(head.size, nonce));
  return std::make_unique<AgeContent>(std::move(content), head.size + kNonce,
                                      age::payload_key(key, nonce));
}

}  // namespace bridle
