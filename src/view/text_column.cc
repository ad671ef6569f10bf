#include "view/text_column.h"

#include <parquet/column_page.h>
#include <parquet/column_reader.h>
#include <parquet/exception.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"

namespace bridle {
namespace {

using parquet::Encoding;
using parquet::PageType;
using parquet::ParquetException;

// Texts out of a dictionary: each is looked at once as long as it is remembered.
void mark_repeated(const ColumnBatches& batch, const TextSearch& search, RowBits& into) {
  std::array<std::pair<const char*, bool>, 1024> seen{};
  for (std::size_t i = 0, value = 0; i < batch.size(); ++i) {
    if (!batch.present(i)) continue;
    const std::string_view text = batch.text(value++);
    auto& slot = seen[(std::hash<const char*>()(text.data()) >> 2) % seen.size()];
    if (slot.first != text.data()) slot = {text.data(), search.fits(text)};
    if (slot.second) into.set(batch.first() + i);
  }
}

std::string_view bytes_of(const parquet::Page& page) {
  return as_text(
      std::as_bytes(std::span(page.data(), static_cast<std::size_t>(std::max(page.size(), 0)))));
}

bool is_plain(const parquet::Page& page) {
  return page.type() == PageType::DATA_PAGE &&
         static_cast<const parquet::DataPage&>(page).encoding() == Encoding::PLAIN;
}

bool is_of_dictionary(const parquet::Page& page) {
  if (page.type() != PageType::DATA_PAGE) return false;
  const auto encoding = static_cast<const parquet::DataPage&>(page).encoding();
  return encoding == Encoding::RLE_DICTIONARY || encoding == Encoding::PLAIN_DICTIONARY;
}

class PageSearch {
 public:
  PageSearch(const TextSearch& search, bool optional, std::size_t rows, RowBits& into)
      : search_(search), optional_(optional), rows_(rows), into_(into) {}

  // False if the column must be read value by value.
  bool look_through(const parquet::Page& page) {
    if (page.type() == PageType::DICTIONARY_PAGE) return !holds_some(bytes_of(page));
    if (!is_plain(page) && !is_of_dictionary(page)) return false;
    const auto& data = static_cast<const parquet::DataPageV1&>(page);
    const auto values = static_cast<std::size_t>(std::max(data.num_values(), 0));
    if (values > rows_ - row_) ParquetException::EofException("more values than rows");
    if (is_plain(page)) mark(data, values);
    row_ += values;
    return true;
  }

 private:
  bool holds_some(std::string_view dictionary) const {
    bool some = false;
    if (!search_.each_fit(dictionary, [&](std::size_t) { some = true; }))
      ParquetException::EofException("a dictionary that ends early");
    return some;
  }

  // Which rows of a page have a value stands before the values.
  std::size_t read_presence(const parquet::DataPageV1& page, std::size_t values) {
    present_.assign(values, 1);
    if (!optional_) return 0;
    parquet::LevelDecoder levels;
    const int size = levels.SetData(page.definition_level_encoding(), 1, static_cast<int>(values),
                                    page.data(), page.size());
    if (levels.Decode(static_cast<int>(values), present_.data()) != static_cast<int>(values))
      ParquetException::EofException("fewer rows than stated");
    return static_cast<std::size_t>(size);
  }

  void mark(const parquet::DataPageV1& page, std::size_t values) {
    const std::size_t before = read_presence(page, values);
    std::size_t at = 0,
                number = 0;  // the first row behind the last hit, and its value if it has one
    const bool whole = search_.each_fit(bytes_of(page).substr(before), [&](std::size_t hit) {
      for (; at < values && (present_[at] == 0 || number < hit); ++at) number += present_[at] != 0;
      if (at < values) into_.set(row_ + at);
    });
    if (!whole) ParquetException::EofException("a page that ends early");
  }

  const TextSearch& search_;
  bool optional_;
  std::size_t rows_;  // of the group
  RowBits& into_;
  std::size_t row_ = 0;  // the page's first
  std::vector<std::int16_t> present_;
};

}  // namespace

void mark_texts(const RecordTable& table, std::size_t group, std::size_t column,
                const TextSearch& search, RowBits& into) {
  const auto pages = table.pages(group, column);
  PageSearch looked(search, table.optional(column), table.rows(group), into);
  while (const auto page = pages->NextPage()) {
    if (looked.look_through(*page)) continue;
    auto batch = table.read(group, column);
    while (batch.next()) mark_repeated(batch, search, into);
    return;
  }
}

}  // namespace bridle
