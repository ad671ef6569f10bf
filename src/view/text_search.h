// Finds a text in a column's values, many at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "view/column_batches.h"
#include "view/row_set.h"

namespace bridle {

enum class Compare : std::uint8_t { contains, equals };

// `contains` takes A and a as the same (ASCII alone), `equals` takes every byte as it is.
class TextSearch {
 public:
  TextSearch(std::string_view text, Compare compare);

  bool fits(std::string_view value) const;

  // Sets the bits of those rows of the batch whose text fits.
  void mark(const ColumnBatches& batch, RowBits& into);

 private:
  void mark_run(const ColumnBatches& batch, RowBits& into);
  void mark_repeated(const ColumnBatches& batch, RowBits& into) const;
  void place(const ColumnBatches& batch);

  std::string text_;
  Compare compare_;
  std::string folded_;                 // the batch's texts in small letters
  std::vector<std::uint32_t> places_;  // the row of each value
};

}  // namespace bridle
