#include "sink/record_reader.h"

#include <arrow/array.h>
#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <arrow/record_batch.h>
#include <arrow/type.h>
#include <arrow/util/key_value_metadata.h>
#include <parquet/arrow/reader.h>
#include <parquet/arrow/schema.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace bridle {
namespace {

constexpr std::size_t kBase = 6;  // exhibit, file_path, file_domain, file_sha256, row, recovered
constexpr std::int64_t kBatch = 4096;
// RecordFile keeps the groups of rows small. A file that somebody else wrote may state pages of
// gigabytes, which the library would make room for before it reads them.
constexpr std::int64_t kMostMemory = 512 << 20;

std::string metadata(const std::shared_ptr<const arrow::KeyValueMetadata>& from, const char* key) {
  return from ? from->Get(key).ValueOr("") : "";
}

std::optional<Kind> kind_named(std::string_view word) {
  for (int i = 0; i <= static_cast<int>(Kind::profile); ++i)
    if (name(static_cast<Kind>(i)) == word) return static_cast<Kind>(i);
  return {};
}

std::string_view text_at(const arrow::Array& column, std::int64_t i) {
  return static_cast<const arrow::StringArray&>(column).GetView(i);
}

Value value_at(const arrow::Array& column, Kind kind, std::int64_t i) {
  if (column.IsNull(i)) return {};
  if (kind == Kind::number) return static_cast<const arrow::Int64Array&>(column).Value(i);
  if (kind == Kind::real) return static_cast<const arrow::DoubleArray&>(column).Value(i);
  if (kind == Kind::time) return Time{static_cast<const arrow::TimestampArray&>(column).Value(i)};
  return text_at(column, i);
}

arrow::Type::type type_of(Kind kind) {
  if (kind == Kind::number) return arrow::Type::INT64;
  if (kind == Kind::real) return arrow::Type::DOUBLE;
  return kind == Kind::time ? arrow::Type::TIMESTAMP : arrow::Type::STRING;
}

}  // namespace

struct RecordReader::State {
  std::string artefact, title, row, table;
  std::vector<StoredField> fields;
  std::uint64_t rows = 0;
  arrow::CappedMemoryPool memory{arrow::system_memory_pool(), kMostMemory};  // ends last
  std::unique_ptr<parquet::arrow::FileReader> file;
  std::unique_ptr<arrow::RecordBatchReader> batches;
  std::shared_ptr<arrow::RecordBatch> batch;
  std::vector<std::shared_ptr<arrow::Array>> columns;
  std::vector<int> wanted;  // columns
  std::int64_t at = 0;
  std::vector<Value> values;

  bool describe(const arrow::Schema& schema);
  void open(const std::filesystem::path& path);
  void choose(const Choice& choice);
  void begin();
  void begin(const std::vector<int>& groups);
  bool next_batch();
  Result<bool> has_next();
  StoredRecord take();
};

// False if the columns are not those that RecordFile writes.
bool RecordReader::State::describe(const arrow::Schema& schema) {
  artefact = metadata(schema.metadata(), "artefact");
  title = metadata(schema.metadata(), "title");
  table = metadata(schema.metadata(), "table");
  if (artefact.empty() || static_cast<std::size_t>(schema.num_fields()) < kBase) return false;
  for (int i = 0; i < schema.num_fields(); ++i) {
    const arrow::Field& field = *schema.field(i);
    if (static_cast<std::size_t>(i) < kBase) {
      if (field.type()->id() != (i == 4 ? arrow::Type::UINT64 : arrow::Type::STRING)) return false;
      if (i == 4) row = metadata(field.metadata(), "doc");
      continue;
    }
    const auto kind = kind_named(metadata(field.metadata(), "kind"));
    if (!kind || field.type()->id() != type_of(*kind)) return false;
    fields.push_back({field.name(), *kind, metadata(field.metadata(), "doc")});
  }
  return true;
}

void RecordReader::State::open(const std::filesystem::path& path) {
  PARQUET_ASSIGN_OR_THROW(auto input, arrow::io::ReadableFile::Open(path.string()));
  parquet::ArrowReaderProperties how(false);
  how.set_batch_size(kBatch);
  how.set_pre_buffer(false);
  parquet::arrow::FileReaderBuilder builder;
  builder.memory_pool(&memory);
  parquet::ReaderProperties buffered(&memory);
  buffered.enable_buffered_stream();
  PARQUET_THROW_NOT_OK(builder.Open(input, buffered));
  builder.properties(how);
  PARQUET_THROW_NOT_OK(builder.Build(&file));
}

void RecordReader::State::begin(const std::vector<int>& groups) {
  PARQUET_ASSIGN_OR_THROW(batches, file->GetRecordBatchReader(groups, wanted));
  batch = nullptr;
}

void RecordReader::State::begin() {
  std::vector<int> all(static_cast<std::size_t>(file->num_row_groups()));
  std::iota(all.begin(), all.end(), 0);
  begin(all);
}

// The columns of the chosen fields; the others are forgotten.
void RecordReader::State::choose(const Choice& choice) {
  wanted.resize(kBase);
  std::iota(wanted.begin(), wanted.end(), 0);
  std::vector<StoredField> chosen;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!choice(fields[i].name)) continue;
    wanted.push_back(static_cast<int>(kBase + i));
    chosen.push_back(std::move(fields[i]));
  }
  fields = std::move(chosen);
}

bool RecordReader::State::next_batch() {
  at = 0;
  PARQUET_THROW_NOT_OK(batches->ReadNext(&batch));
  columns.clear();
  if (batch)
    for (int i = 0; i < batch->num_columns(); ++i) columns.push_back(batch->column(i));
  return batch != nullptr;
}

Result<bool> RecordReader::State::has_next() {
  try {
    while (!batch || at == batch->num_rows())
      if (!next_batch()) return false;
  } catch (const std::exception&) {
    return fail(Errc::malformed, "a file of records is damaged");
  }
  return true;
}

StoredRecord RecordReader::State::take() {
  for (std::size_t i = 0; i < fields.size(); ++i)
    values[i] = value_at(*columns[kBase + i], fields[i].kind, at);
  StoredRecord out{.exhibit = text_at(*columns[0], at),
                   .path = text_at(*columns[1], at),
                   .domain = text_at(*columns[2], at),
                   .sha256 = text_at(*columns[3], at),
                   .row = static_cast<const arrow::UInt64Array&>(*columns[4]).Value(at),
                   .recovered = columns[5]->IsNull(at) ? "" : text_at(*columns[5], at),
                   .values = values};
  ++at;
  return out;
}

RecordReader::RecordReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
RecordReader::~RecordReader() = default;
RecordReader::RecordReader(RecordReader&&) noexcept = default;
RecordReader& RecordReader::operator=(RecordReader&&) noexcept = default;

Result<RecordReader> RecordReader::open(const std::filesystem::path& path) {
  return open(path, [](const std::string&) { return true; });
}

Result<RecordReader> RecordReader::open(const std::filesystem::path& path,
                                        std::span<const std::string> fields) {
  return open(path, [&](const std::string& name) {
    return std::ranges::find(fields, name) != fields.end();
  });
}

// Parquet's library throws on errors of the file: caught here and where a batch is read.
Result<RecordReader> RecordReader::open(const std::filesystem::path& path, const Choice& choice) {
  auto state = std::make_unique<State>();
  try {
    state->open(path);
    // The reader of batches forgets the schema's own metadata.
    std::shared_ptr<arrow::Schema> schema;
    PARQUET_THROW_NOT_OK(state->file->GetSchema(&schema));
    if (!state->describe(*schema)) return fail(Errc::malformed, "not a file of records");
    state->choose(choice);
    state->begin();
    state->rows = static_cast<std::uint64_t>(state->file->parquet_reader()->metadata()->num_rows());
  } catch (const std::exception&) {
    return fail(Errc::io, "a file of records cannot be read");
  }
  state->values.resize(state->fields.size());
  return RecordReader(std::move(state));
}

Result<std::optional<StoredRecord>> RecordReader::next() {
  if (!TRY(state_->has_next())) return std::nullopt;
  return state_->take();
}

Result<void> RecordReader::only_group(std::size_t group) {
  State& s = *state_;
  try {
    s.begin({static_cast<int>(group)});
  } catch (const std::exception&) {
    return fail(Errc::malformed, "a file of records is damaged");
  }
  return {};
}

Result<void> RecordReader::skip(std::uint64_t records) {
  State& s = *state_;
  while (records > 0) {
    if (!TRY(s.has_next())) return fail(Errc::malformed, "a file of records has fewer than stated");
    const auto here = std::min(records, static_cast<std::uint64_t>(s.batch->num_rows() - s.at));
    s.at += static_cast<std::int64_t>(here);
    records -= here;
  }
  return {};
}

const std::string& RecordReader::artefact() const {
  return state_->artefact;
}
const std::string& RecordReader::title() const {
  return state_->title;
}
const std::string& RecordReader::row() const {
  return state_->row;
}
const std::string& RecordReader::table() const {
  return state_->table;
}
std::span<const StoredField> RecordReader::fields() const {
  return state_->fields;
}
std::uint64_t RecordReader::rows() const {
  return state_->rows;
}

std::vector<std::filesystem::path> record_files(const std::filesystem::path& records) {
  std::vector<std::filesystem::path> out;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(records, none))
    if (entry.path().extension() == ".parquet") out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

}  // namespace bridle
