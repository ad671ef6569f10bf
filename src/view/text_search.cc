#include "view/text_search.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/bytes.h"
#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kLength = 4;  // bytes before each text
constexpr std::size_t kFirstBlock = 64, kBlock = 4096;

bool same(std::string_view a, std::string_view small) {
  return std::ranges::equal(a, small, {}, [](char c) { return lower(c); });
}

// A byte of the text that is looked for: equal to any that is so with these bits set.
struct Sought {
  explicit Sought(char c) : byte(c), set(c >= 'a' && c <= 'z' ? 0x20 : 0) {}
  bool is(char c) const { return static_cast<char>(c | set) == byte; }
  char byte, set;
};

std::optional<std::size_t> find_exact(std::string_view in, std::string_view text,
                                      std::size_t from) {
  const std::string_view rest = in.substr(from);
  const auto* const at =
      static_cast<const char*>(::memmem(rest.data(), rest.size(), text.data(), text.size()));
  if (!at) return {};
  return static_cast<std::size_t>(at - in.data());
}

// Notes for many places at once whether the text's first and last byte lie there, without a branch:
// compilers make that wide. Few places first: where each text fits, the next hit is near.
std::optional<std::size_t> find_folded(std::string_view in, std::string_view text,
                                       std::size_t from) {
  const Sought first(text.front()), last(text.back());
  const std::size_t apart = text.size() - 1, end = in.size() - apart;
  std::array<char, kBlock> may;
  for (std::size_t most = kFirstBlock; from < end; most = std::min(2 * most, kBlock)) {
    const std::size_t size = std::min(most, end - from);
    const char* const here = in.data() + from;
    for (std::size_t i = 0; i < size; ++i)
      may[i] = static_cast<char>(first.is(here[i]) & last.is(here[i + apart]));
    for (std::size_t i = 0; i < size; ++i) {
      const void* const next = std::memchr(&may[i], 1, size - i);
      if (!next) break;
      i = static_cast<std::size_t>(static_cast<const char*>(next) - may.data());
      if (same({here + i, text.size()}, text)) return from + i;
    }
    from += size;
  }
  return {};
}

}  // namespace

TextSearch::TextSearch(std::string_view text, Compare compare)
    : text_(compare == Compare::contains ? lower(text) : std::string(text)), compare_(compare) {}

bool TextSearch::fits(std::string_view value) const {
  return compare_ == Compare::equals ? value == text_ : find(value, 0).has_value();
}

std::optional<std::size_t> TextSearch::find(std::string_view in, std::size_t from) const {
  if (text_.size() > in.size() || from > in.size() - text_.size()) return {};
  if (text_.empty()) return from;
  return compare_ == Compare::equals ? find_exact(in, text_, from) : find_folded(in, text_, from);
}

bool TextSearch::each_fit(std::string_view plain,
                          const std::function<void(std::size_t)>& say) const {
  auto hit = find(plain, 0);
  for (std::size_t at = 0, number = 0; hit && at < plain.size(); ++number) {
    if (plain.size() - at < kLength) return false;
    const std::size_t size = little_endian(as_bytes(plain).subspan(at, kLength), kLength);
    const std::size_t begin = at + kLength, end = begin + size;
    if (size > plain.size() - begin) return false;
    if (*hit < begin) hit = find(plain, begin);  // it lay over the end of the text before
    const bool inside = hit && *hit + text_.size() <= end;
    if (inside && (compare_ == Compare::contains || size == text_.size())) say(number);
    at = end;
  }
  return true;
}

}  // namespace bridle
