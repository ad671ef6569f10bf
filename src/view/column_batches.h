// The values of one column of one group of rows, batch by batch, without a copy of any text.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "record/rows.h"

namespace parquet {
class ColumnReader;
struct ByteArray;
}  // namespace parquet

namespace bridle {

class ColumnBatches {
 public:
  ColumnBatches(std::shared_ptr<parquet::ColumnReader> column, std::size_t rows);
  ~ColumnBatches();
  ColumnBatches(ColumnBatches&&) noexcept;

  static constexpr std::size_t kBatch = 8192;
  // The next batch, at most so many rows; false at the end. May throw.
  bool next(std::size_t most = kBatch);
  // Passes over rows after the present batch, mostly without reading them. May throw.
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
