#include "view/text_search.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <ranges>
#include <utility>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kLengthBefore = 4;  // bytes between two texts that Parquet stores plainly

void fold(std::string_view text, std::string& into) {
  into.resize(text.size());
  // Without a branch, and through a pointer that no store can change: compilers make it wide.
  char* const to = into.data();
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    to[i] = static_cast<char>(c | (static_cast<unsigned char>(c - 'A') < 26) << 5);
  }
}

const char* find(std::string_view in, std::string_view what) {
  return static_cast<const char*>(::memmem(in.data(), in.size(), what.data(), what.size()));
}

const char* end_of(std::string_view text) {
  return text.data() + text.size();
}

// Whether the texts lie one behind the other, as on a page without a dictionary.
bool is_run(const ColumnBatches& batch) {
  for (std::size_t i = 1; i < batch.values(); ++i)
    if (batch.text(i).data() != end_of(batch.text(i - 1)) + kLengthBefore) return false;
  return batch.values() > 0;
}

}  // namespace

TextSearch::TextSearch(std::string_view text, Compare compare)
    : text_(compare == Compare::contains ? lower(text) : std::string(text)), compare_(compare) {}

bool TextSearch::fits(std::string_view value) const {
  if (compare_ == Compare::equals) return value == text_;
  if (value.size() < text_.size()) return false;
  return !std::ranges::search(value, text_, {}, [](char c) { return lower(c); }).empty() ||
         text_.empty();
}

void TextSearch::place(const ColumnBatches& batch) {
  places_.clear();
  for (std::size_t i = 0; i < batch.size(); ++i)
    if (batch.present(i)) places_.push_back(static_cast<std::uint32_t>(batch.first() + i));
}

void TextSearch::mark(const ColumnBatches& batch, RowBits& into) {
  place(batch);
  if (compare_ == Compare::contains && !text_.empty() && is_run(batch))
    mark_run(batch, into);
  else
    mark_repeated(batch, into);
}

// One search over all texts of the batch: hits are few, and a call for each text costs more than
// the search itself.
void TextSearch::mark_run(const ColumnBatches& batch, RowBits& into) {
  const char* const begin = batch.text(0).data();
  fold({begin, end_of(batch.text(batch.values() - 1))}, folded_);
  const auto start = [&](std::size_t value) {
    return static_cast<std::size_t>(batch.text(value).data() - begin);
  };
  for (std::size_t from = 0; from < folded_.size();) {
    const char* const hit = find(std::string_view(folded_).substr(from), text_);
    if (!hit) return;
    const auto at = static_cast<std::size_t>(hit - folded_.data());
    const auto all = std::views::iota(std::size_t{0}, batch.values());
    const std::size_t value = *(std::ranges::upper_bound(all, at, {}, start) - 1);
    const std::size_t end = start(value) + batch.text(value).size();
    const bool inside = at + text_.size() <= end;
    if (inside) into.set(places_[value]);
    from = inside ? end : at + 1;
  }
}

// Texts out of a dictionary: each is looked at once as long as it is remembered.
void TextSearch::mark_repeated(const ColumnBatches& batch, RowBits& into) const {
  std::array<std::pair<const char*, bool>, 1024> seen{};
  for (std::size_t i = 0; i < batch.values(); ++i) {
    const std::string_view text = batch.text(i);
    auto& slot = seen[(std::hash<const char*>()(text.data()) >> 2) % seen.size()];
    if (slot.first != text.data()) slot = {text.data(), fits(text)};
    if (slot.second) into.set(places_[i]);
  }
}

}  // namespace bridle
