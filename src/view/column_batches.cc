#include "view/column_batches.h"

#include <parquet/column_reader.h>
#include <parquet/exception.h>
#include <parquet/types.h>

#include <algorithm>
#include <utility>

#include "base/bytes.h"

namespace bridle {
namespace {

template <class Type, class V>
std::size_t read_into(parquet::ColumnReader& column, std::vector<std::int16_t>& present,
                      std::vector<V>& values) {
  values.resize(present.size());
  std::int64_t got = 0;
  const std::int64_t levels = static_cast<parquet::TypedColumnReader<Type>&>(column).ReadBatch(
      static_cast<std::int64_t>(present.size()), present.data(), nullptr, values.data(), &got);
  present.resize(static_cast<std::size_t>(levels));
  return static_cast<std::size_t>(got);
}

template <class Type>
std::int64_t skip_in(parquet::ColumnReader& column, std::size_t rows) {
  return static_cast<parquet::TypedColumnReader<Type>&>(column).Skip(
      static_cast<std::int64_t>(rows));
}

}  // namespace

ColumnBatches::ColumnBatches(Source from) : rows_(from.rows) {
  from.pages->set_data_page_filter([page = page_.get()](const parquet::DataPageStats& next) {
    page->begin = page->end;
    page->end += static_cast<std::size_t>(std::max(next.num_values, 0));
    return page->end <= page->wanted;
  });
  column_ = parquet::ColumnReader::Make(from.column, std::move(from.pages), from.memory);
}
ColumnBatches::~ColumnBatches() = default;
ColumnBatches::ColumnBatches(ColumnBatches&&) noexcept = default;

void ColumnBatches::read(std::size_t most) {
  const bool required = column_->descr()->max_definition_level() == 0;
  present_.assign(most, 1);
  if (column_->type() == parquet::Type::BYTE_ARRAY)
    values_ = read_into<parquet::ByteArrayType>(*column_, present_, texts_);
  else if (column_->type() == parquet::Type::DOUBLE)
    values_ = read_into<parquet::DoubleType>(*column_, present_, reals_);
  else
    values_ = read_into<parquet::Int64Type>(*column_, present_, numbers_);
  if (required) present_.resize(values_);
  const auto there = static_cast<std::size_t>(std::ranges::count(present_, std::int16_t{1}));
  if (there != values_) parquet::ParquetException::EofException("more values than places for them");
}

bool ColumnBatches::next(std::size_t most) {
  first_ += present_.size();
  present_.clear();
  values_ = 0;
  if (first_ >= rows_ || !column_->HasNext()) return false;
  read(std::min(most, rows_ - first_));
  return !present_.empty();
}

void ColumnBatches::pass(std::size_t rows) {
  const std::int64_t passed =
      column_->type() == parquet::Type::BYTE_ARRAY ? skip_in<parquet::ByteArrayType>(*column_, rows)
      : column_->type() == parquet::Type::DOUBLE   ? skip_in<parquet::DoubleType>(*column_, rows)
                                                   : skip_in<parquet::Int64Type>(*column_, rows);
  if (passed != static_cast<std::int64_t>(rows))
    parquet::ParquetException::EofException("fewer rows than stated");
  first_ += rows;
}

void ColumnBatches::skip(std::size_t rows) {
  first_ += present_.size();
  present_.clear();
  values_ = 0;
  const std::size_t to = first_ + rows;
  if (to > page_->end) {
    pass(page_->end - first_);
    page_->wanted = to;
    (void)column_->HasNext();  // takes up the page that holds the row
    first_ = page_->end > to ? page_->begin : page_->end;
  }
  pass(to - first_);
}

std::string_view ColumnBatches::text(std::size_t value) const {
  const parquet::ByteArray& at = texts_[value];
  return as_text(std::as_bytes(std::span(at.ptr, at.len)));
}

Value ColumnBatches::value(std::size_t value) const {
  if (column_->type() == parquet::Type::BYTE_ARRAY) return text(value);
  if (column_->type() == parquet::Type::DOUBLE) return reals_[value];
  return numbers_[value];
}

}  // namespace bridle
