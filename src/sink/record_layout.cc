#include "sink/record_layout.h"

#include <arrow/memory_pool.h>
#include <arrow/type.h>
#include <arrow/util/key_value_metadata.h>

#include <string>
#include <utility>

namespace bridle {
namespace {

// Below it (text, and a byte a value) a compressor for each column costs more than it saves.
constexpr std::size_t kSmallFile = 128 << 10;

constexpr std::int64_t kNoLimit = 1 << 30;

// What repeats from row to row is worth a dictionary; what people wrote and where they went is not,
// unless it is to be searched.
bool has_dictionary(Kind kind, Packing packing) {
  const bool repeats = kind != Kind::content && kind != Kind::url && kind != Kind::hash;
  return is_text(kind) && (repeats || packing == Packing::searched_often);
}

// Texts without a dictionary are most of a file, and all of a search for a text reads them: lz4
// unpacks four times as fast as zstd, which those that are searched by their dictionaries keep.
bool unpacks_fast(Kind kind, Packing packing) {
  return is_text(kind) && !has_dictionary(kind, packing);
}

std::shared_ptr<arrow::DataType> column_type(Kind kind) {
  if (kind == Kind::number) return arrow::int64();
  if (kind == Kind::real) return arrow::float64();
  if (kind == Kind::time) return arrow::timestamp(arrow::TimeUnit::MICRO, "UTC");
  return arrow::utf8();
}

std::shared_ptr<arrow::Field> base_field(const char* name, std::shared_ptr<arrow::DataType> type,
                                         const char* doc, bool nullable = false) {
  return arrow::field(name, std::move(type), nullable, arrow::key_value_metadata({"doc"}, {doc}));
}

}  // namespace

bool is_text(Kind kind) {
  return kind != Kind::number && kind != Kind::real && kind != Kind::time;
}

std::shared_ptr<arrow::Schema> schema_of(const Artefact& artefact) {
  arrow::FieldVector fields = {
      base_field("exhibit", arrow::utf8(), "the exhibit that holds the record"),
      base_field("file_path", arrow::utf8(), "the file, in the exhibit's own terms"),
      base_field("file_domain", arrow::utf8(), "its domain in a backup"),
      base_field("file_sha256", arrow::utf8(), "its SHA-256 as it lies in the exhibit"),
      base_field("row", arrow::uint64(), std::string(artefact.row).c_str()),
      base_field("recovered", arrow::utf8(), "where a deleted row lay", true)};
  for (const Field& f : artefact.fields)
    fields.push_back(
        arrow::field(std::string(f.name), column_type(f.kind),
                     arrow::key_value_metadata({"doc", "kind"},
                                               {std::string(f.doc), std::string(name(f.kind))})));
  return arrow::schema(std::move(fields), arrow::key_value_metadata({"artefact", "title", "table"},
                                                                    {std::string(artefact.id),
                                                                     std::string(artefact.title),
                                                                     std::string(artefact.table)}));
}

std::shared_ptr<parquet::WriterProperties> properties_of(const Artefact& artefact, Packing packing,
                                                         std::size_t bytes) {
  parquet::WriterProperties::Builder out;
  // A dictionary that fills up would be given up for the rest of its group.
  if (packing == Packing::searched_often) out.dictionary_pagesize_limit(kNoLimit);
  if (bytes >= kSmallFile) out.compression(arrow::Compression::ZSTD)->compression_level(1);
  // Arrow's own pool keeps some 35 MB for later, and costs more for what is written once.
  out.memory_pool(arrow::system_memory_pool())
      ->created_by("bridle version " BRIDLE_VERSION)
      ->disable_statistics()
      ->set_size_statistics_level(parquet::SizeStatisticsLevel::None)
      ->disable_dictionary()
      ->disable_write_page_index();
  for (const char* name : {"exhibit", "file_path", "file_domain", "file_sha256"})
    out.enable_dictionary(name);
  out.encoding("row", parquet::Encoding::DELTA_BINARY_PACKED)->enable_statistics("row");
  for (const Field& f : artefact.fields) {
    const std::string name(f.name);
    if (has_dictionary(f.kind, packing)) out.enable_dictionary(name);
    if (bytes >= kSmallFile && unpacks_fast(f.kind, packing))
      out.compression(name, arrow::Compression::LZ4);
    if (f.kind == Kind::number || f.kind == Kind::time)
      out.encoding(name, parquet::Encoding::DELTA_BINARY_PACKED);
    if (f.kind == Kind::time) out.enable_statistics(name);
  }
  return out.build();
}

}  // namespace bridle
