// The values of one column of one group of rows, batch by batch, without a copy of any text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "record/rows.h"

namespace parquet {
class ColumnDescriptor;
class ColumnReader;
class PageReader;
struct ByteArray;
}  // namespace parquet

namespace arrow {
class MemoryPool;
}

namespace bridle {

class ColumnBatches {
 public:
  struct Source {
    std::unique_ptr<parquet::PageReader> pages;
    const parquet::ColumnDescriptor* column;
    arrow::MemoryPool* memory;
    std::size_t rows;  // of the group
  };
  explicit ColumnBatches(Source from);
  ~ColumnBatches();
  ColumnBatches(ColumnBatches&&) noexcept;

  static constexpr std::size_t kBatch = 8192;
  // The next batch, at most so many rows; false at the end. May throw.
  bool next(std::size_t most = kBatch);
  // Passes over rows after the present batch; pages of them alone are not unpacked. May throw.
  void skip(std::size_t rows);

  std::size_t first() const { return first_; }  // the batch's first row, in the group
  std::size_t size() const { return present_.size(); }
  bool present(std::size_t i) const { return present_[i] != 0; }

  // The values that are present, in order; texts live until next().
  std::size_t values() const { return values_; }
  std::int64_t number(std::size_t value) const { return numbers_[value]; }
  double real(std::size_t value) const { return reals_[value]; }
  std::string_view text(std::size_t value) const;

  // A value as rows hold it. A time comes as a number.
  Value value(std::size_t value) const;

 private:
  void read(std::size_t most);
  void pass(std::size_t rows);

  // The page in hand: its first row and the one behind it. Pages that end at `wanted` or before
  // are passed over.
  struct Page {
    std::size_t begin = 0, end = 0, wanted = 0;
  };
  std::unique_ptr<Page> page_ =
      std::make_unique<Page>();  // the reader of pages knows where it lies
  std::shared_ptr<parquet::ColumnReader> column_;
  std::size_t rows_;  // of the group
  std::size_t first_ = 0;
  std::size_t values_ = 0;
  std::vector<std::int16_t> present_;
  std::vector<std::int64_t> numbers_;
  std::vector<double> reals_;
  std::vector<parquet::ByteArray> texts_;
};

}  // namespace bridle
