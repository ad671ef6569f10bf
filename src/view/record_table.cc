#include "view/record_table.h"

#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <parquet/column_reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>
#include <parquet/statistics.h>

#include <algorithm>

namespace bridle {
namespace {

// A file that somebody else wrote may state pages of gigabytes.
constexpr std::int64_t kMostMemory = 512 << 20;

parquet::Type::type stored_as(Kind kind) {
  if (kind == Kind::real) return parquet::Type::DOUBLE;
  return holds_text(kind) ? parquet::Type::BYTE_ARRAY : parquet::Type::INT64;
}

std::vector<StoredField> base_columns() {
  return {{"exhibit", Kind::text, "the exhibit that holds the record"},
          {"file_path", Kind::path, "the file, in the exhibit's own terms"},
          {"file_domain", Kind::text, "its domain in a backup"},
          {"file_sha256", Kind::hash, "its SHA-256 as it lies in the exhibit"},
          {"row", Kind::number, "the record's place in the file"},
          {"recovered", Kind::text, "where a deleted row lay"}};
}

// Readers of columns take the stored type at its word.
bool as_written(const parquet::FileMetaData& file, std::span<const StoredField> columns) {
  if (static_cast<std::size_t>(file.num_columns()) != columns.size()) return false;
  for (int i = 0; i < file.num_columns(); ++i) {
    const parquet::ColumnDescriptor& stored = *file.schema()->Column(i);
    if (stored.physical_type() != stored_as(columns[static_cast<std::size_t>(i)].kind) ||
        stored.max_repetition_level() != 0 || stored.max_definition_level() > 1)
      return false;
  }
  return true;
}

}  // namespace

struct RecordTable::Opened {
  arrow::CappedMemoryPool memory{arrow::system_memory_pool(), kMostMemory};  // ends last
  std::unique_ptr<parquet::ParquetFileReader> file = {};
};

RecordTable::RecordTable() : opened_(std::make_unique<Opened>()) {}
RecordTable::~RecordTable() = default;
RecordTable::RecordTable(RecordTable&&) noexcept = default;
RecordTable& RecordTable::operator=(RecordTable&&) noexcept = default;

// Parquet's library throws on errors of the file.
Result<RecordTable> RecordTable::open(const std::filesystem::path& path) {
  const RecordReader described = TRY(RecordReader::open(path));
  RecordTable out;
  out.artefact_ = described.artefact();
  out.title_ = described.title();
  out.columns_ = base_columns();
  out.columns_.insert(out.columns_.end(), described.fields().begin(), described.fields().end());
  try {
    PARQUET_ASSIGN_OR_THROW(auto input, arrow::io::ReadableFile::Open(path.string()));
    out.opened_->file =
        parquet::ParquetFileReader::Open(input, parquet::ReaderProperties(&out.opened_->memory));
    const auto& stored = *out.opened_->file->metadata();
    if (!as_written(stored, out.columns_)) return fail(Errc::malformed, "not a file of records");
    for (int i = 0; i < stored.num_row_groups(); ++i) {
      const std::int64_t rows = stored.RowGroup(i)->num_rows();
      if (rows < 0) return fail(Errc::malformed, "a group of less than no rows");
      out.starts_.push_back(out.starts_.back() + static_cast<std::uint64_t>(rows));
    }
  } catch (const std::exception&) {
    return fail(Errc::io, "a file of records cannot be read");
  }
  return out;
}

std::optional<std::size_t> RecordTable::column(std::string_view name) const {
  const auto at = std::ranges::find(columns_, name, &StoredField::name);
  if (at == columns_.end()) return {};
  return static_cast<std::size_t>(at - columns_.begin());
}

std::size_t RecordTable::group_of(std::uint64_t row) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(starts_, row) - starts_.begin()) - 1;
}

ColumnBatches RecordTable::read(std::size_t group, std::size_t column) const {
  return ColumnBatches(
      {.pages = pages(group, column),
       .column = opened_->file->metadata()->schema()->Column(static_cast<int>(column)),
       .memory = &opened_->memory,
       .rows = rows(group)});
}

std::unique_ptr<parquet::PageReader> RecordTable::pages(std::size_t group,
                                                        std::size_t column) const {
  return opened_->file->RowGroup(static_cast<int>(group))
      ->GetColumnPageReader(static_cast<int>(column));
}

bool RecordTable::optional(std::size_t column) const {
  return opened_->file->metadata()
             ->schema()
             ->Column(static_cast<int>(column))
             ->max_definition_level() > 0;
}

std::optional<RecordTable::Range> RecordTable::range(std::size_t group, std::size_t column) const {
  if (stored_as(columns_[column].kind) != parquet::Type::INT64) return {};
  const auto chunk = opened_->file->metadata()
                         ->RowGroup(static_cast<int>(group))
                         ->ColumnChunk(static_cast<int>(column));
  const auto stated = chunk->statistics();
  if (!stated || !stated->HasMinMax()) return {};
  const auto& typed = static_cast<const parquet::Int64Statistics&>(*stated);
  return Range(typed.min(), typed.max());
}

bool holds_text(Kind kind) {
  return kind != Kind::number && kind != Kind::real && kind != Kind::time;
}

}  // namespace bridle
