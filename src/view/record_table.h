// One file of records (sink/records.h), to be looked at from many threads, column by column.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "sink/record_reader.h"
#include "view/column_batches.h"

namespace parquet {
class PageReader;
}  // namespace parquet

namespace bridle {

class RecordTable {
 public:
  // Errc::io, Errc::malformed if RecordFile did not write it.
  static Result<RecordTable> open(const std::filesystem::path& path);
  ~RecordTable();
  RecordTable(RecordTable&&) noexcept;
  RecordTable& operator=(RecordTable&&) noexcept;

  const std::string& artefact() const { return artefact_; }
  const std::string& title() const { return title_; }
  // exhibit, file_path, file_domain, file_sha256, row, recovered; then the artefact's own.
  static constexpr std::size_t kOwn = 6;
  std::span<const StoredField> columns() const { return columns_; }
  std::optional<std::size_t> column(std::string_view name) const;

  std::uint64_t rows() const { return starts_.back(); }
  std::size_t groups() const { return starts_.size() - 1; }
  std::uint64_t start(std::size_t group) const { return starts_[group]; }
  std::size_t rows(std::size_t group) const {
    return static_cast<std::size_t>(starts_[group + 1] - starts_[group]);
  }
  std::size_t group_of(std::uint64_t row) const;  // the row must be there

  // The values of one column of one group. From several threads at once; may throw, as Parquet's
  // library does, if the file is damaged.
  ColumnBatches read(std::size_t group, std::size_t column) const;

  // The same as it lies in the file, page by page.
  std::unique_ptr<parquet::PageReader> pages(std::size_t group, std::size_t column) const;
  bool optional(std::size_t column) const;  // whether some rows may have no value

  // The least and the greatest of a column of numbers or times, where the file states them.
  using Range = std::pair<std::int64_t, std::int64_t>;
  std::optional<Range> range(std::size_t group, std::size_t column) const;

 private:
  struct Opened;
  RecordTable();
  std::string artefact_, title_;
  std::vector<StoredField> columns_;
  std::vector<std::uint64_t> starts_ = {0};
  std::unique_ptr<Opened> opened_;
};

// Whether values of the kind are texts.
bool holds_text(Kind kind);

}  // namespace bridle
