// Parquet's column writers: docs/decisions/0006-parquet-column-writers.md
#include "sink/records.h"

#include <arrow/io/file.h>
#include <arrow/ipc/writer.h>
#include <arrow/type.h>
#include <arrow/util/base64.h>
#include <arrow/util/io_util.h>
#include <arrow/util/key_value_metadata.h>
#include <parquet/arrow/schema.h>
#include <parquet/column_writer.h>
#include <parquet/exception.h>
#include <parquet/file_writer.h>

#include <cassert>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "record/outcome.h"
#include "sink/record_layout.h"

namespace bridle {
namespace {

// Of one group of rows.
struct Most {
  std::size_t rows, bytes;
};
constexpr Most kMost[] = {{65'536, 8 << 20}, {131'072, 16 << 20}};  // by Packing

constexpr const char* kNotWritten = "the records could not be written";

// One field's values of the row group that is being collected. Only present ones take a place.
struct Column {
  Kind kind;
  std::vector<std::int16_t> present = {};
  std::vector<std::int64_t> numbers = {};  // and times
  std::vector<double> reals = {};
  std::string text = {};
  std::vector<std::uint32_t> lengths = {};

  void append(const Value& value, std::string& mended) {
    const auto* const s = is_text(kind) ? std::get_if<std::string_view>(&value) : nullptr;
    const auto* const n = kind == Kind::number ? std::get_if<std::int64_t>(&value) : nullptr;
    const auto* const t = kind == Kind::time ? std::get_if<Time>(&value) : nullptr;
    const auto* const d = kind == Kind::real ? std::get_if<double>(&value) : nullptr;
    present.push_back(s || n || t || d);
    if (n || t) numbers.push_back(n ? *n : t->us);
    if (d) reals.push_back(*d);
    if (!s) return;
    const std::string_view valid = valid_utf8(*s, mended);
    text += valid;
    lengths.push_back(static_cast<std::uint32_t>(valid.size()));
  }

  void clear() {
    present.clear();
    numbers.clear();
    reals.clear();
    text.clear();
    lengths.clear();
  }
};

// Rows in succession that come from the same file.
struct Run {
  std::string exhibit, path, domain, sha256;
  std::size_t index, rows;

  bool holds(const Origin& o) const {
    return index == o.exhibit && path == o.path && domain == o.domain && sha256 == o.sha256;
  }
};

parquet::ByteArray byte_array(std::string_view s) {
  return {static_cast<std::uint32_t>(s.size()), as_uchar(as_bytes(s))};
}

template <class Type, class V>
void write_all(parquet::RowGroupWriter& group, const std::int16_t* present, std::size_t rows,
               const V* values) {
  auto& column = static_cast<parquet::TypedColumnWriter<Type>&>(*group.NextColumn());
  column.WriteBatch(static_cast<std::int64_t>(rows), present, nullptr, values);
}

// Null, or why it failed. Parquet's library throws on errors of the file: caught here alone.
const char* tried(const auto& action) try {
  const Result<void> done = action();
  return done ? nullptr : done.error().what;
} catch (const parquet::ParquetStatusException& e) {
  return why_not_written(arrow::internal::ErrnoFromStatus(e.status()), kNotWritten);
} catch (const std::exception&) {
  return kNotWritten;
}

}  // namespace

struct RecordFile::Writer {
  const Artefact& artefact;
  NewFiles& files;
  std::string name;
  Packing packing;
  std::unique_ptr<parquet::ParquetFileWriter> file = {};
  std::vector<Run> runs = {};
  std::vector<std::int64_t> origins = {};
  std::vector<Column> columns = {};  // where deleted rows lay, then the artefact's fields
  std::vector<parquet::ByteArray> arrays = {};
  std::string mended = {};
  std::uint64_t total = 0;
  std::size_t groups = 0;
  std::size_t bytes = 0;
  const char* failed = nullptr;  // why

  ~Writer() {
    if (!file) return;
    file.reset();
    files.drop(name);
  }

  void append(const Origin& origin, std::span<const Value> values);
  Result<void> create();
  void flush();
  Result<void> write_group();
  void write_runs(parquet::RowGroupWriter& group, std::string Run::* member);
  void write_column(parquet::RowGroupWriter& group, Column& column);
};

void RecordFile::Writer::append(const Origin& origin, std::span<const Value> values) {
  if (runs.empty() || !runs.back().holds(origin))
    runs.push_back({exhibit_id(origin.exhibit), std::string(origin.path),
                    std::string(origin.domain), std::string(origin.sha256), origin.exhibit, 0});
  ++runs.back().rows;
  origins.push_back(static_cast<std::int64_t>(origin.row));
  columns[0].append(origin.recovered.empty() ? Value() : Value(origin.recovered), mended);
  for (std::size_t i = 0; i < values.size(); ++i) {
    columns[i + 1].append(values[i], mended);
    if (const auto* text = std::get_if<std::string_view>(&values[i])) bytes += text->size();
  }
  const Most& most = kMost[std::to_underlying(packing)];
  if (origins.size() == most.rows || bytes >= most.bytes) flush();
}

Result<void> RecordFile::Writer::create() {
  const int fd = TRY(files.create(name));
  PARQUET_ASSIGN_OR_THROW(auto sink, arrow::io::FileOutputStream::Open(fd));
  const auto schema = schema_of(artefact);
  const auto properties = properties_of(artefact, packing, bytes + origins.size() * columns.size());
  std::shared_ptr<parquet::SchemaDescriptor> columns_of;
  PARQUET_THROW_NOT_OK(parquet::arrow::ToParquetSchema(schema.get(), *properties, &columns_of));
  PARQUET_ASSIGN_OR_THROW(const auto serialized, arrow::ipc::SerializeSchema(*schema));
  // Where Arrow's readers look for the fields' metadata.
  const auto kept = arrow::key_value_metadata(
      {"ARROW:schema"}, {arrow::util::base64_encode(std::string_view(*serialized))});
  const auto root = std::static_pointer_cast<parquet::schema::GroupNode>(columns_of->schema_root());
  file = parquet::ParquetFileWriter::Open(sink, root, properties, kept);
  return {};
}

void RecordFile::Writer::write_runs(parquet::RowGroupWriter& group, std::string Run::* member) {
  arrays.clear();
  for (Run& run : runs) {
    run.*member = std::string(valid_utf8(run.*member, mended));
    arrays.insert(arrays.end(), run.rows, byte_array(run.*member));
  }
  write_all<parquet::ByteArrayType>(group, nullptr, arrays.size(), arrays.data());
}

void RecordFile::Writer::write_column(parquet::RowGroupWriter& group, Column& column) {
  const std::int16_t* const present = column.present.data();
  const std::size_t rows = column.present.size();
  if (column.kind == Kind::real) {
    write_all<parquet::DoubleType>(group, present, rows, column.reals.data());
  } else if (!is_text(column.kind)) {
    write_all<parquet::Int64Type>(group, present, rows, column.numbers.data());
  } else {
    arrays.clear();
    std::string_view rest = column.text;
    for (const std::uint32_t length : column.lengths) {
      arrays.push_back(byte_array(rest.substr(0, length)));
      rest.remove_prefix(length);
    }
    write_all<parquet::ByteArrayType>(group, present, rows, arrays.data());
  }
  column.clear();
}

Result<void> RecordFile::Writer::write_group() {
  if (!file) TRY(create());
  parquet::RowGroupWriter& group = *file->AppendRowGroup();
  for (const auto member : {&Run::exhibit, &Run::path, &Run::domain, &Run::sha256})
    write_runs(group, member);
  write_all<parquet::Int64Type>(group, nullptr, origins.size(), origins.data());
  for (Column& column : columns) write_column(group, column);
  group.Close();
  return {};
}

void RecordFile::Writer::flush() {
  if (!failed) failed = tried([&] { return write_group(); });
  ++groups;
  total += origins.size();
  for (Column& column : columns) column.clear();
  origins.clear();
  runs.clear();
  bytes = 0;
}

RecordFile::RecordFile(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
RecordFile::~RecordFile() = default;
RecordFile::RecordFile(RecordFile&&) noexcept = default;
RecordFile& RecordFile::operator=(RecordFile&&) noexcept = default;

RecordFile RecordFile::open(NewFiles& files, std::string name, const Artefact& artefact,
                            Packing packing) {
  auto writer = std::make_unique<Writer>(artefact, files, std::move(name), packing);
  writer->columns.push_back({Kind::content});
  for (const Field& field : artefact.fields) writer->columns.push_back({field.kind});
  return RecordFile(std::move(writer));
}

void RecordFile::append(const Origin& origin, std::span<const Value> values) {
  assert(values.size() + 1 == writer_->columns.size());
  writer_->append(origin, values);
}

std::size_t RecordFile::groups() const {
  return writer_->groups;
}

Result<std::uint64_t> RecordFile::close() {
  Writer& w = *writer_;
  if (!w.origins.empty()) w.flush();
  if (w.file && !w.failed)
    w.failed = tried([&]() -> Result<void> {
      w.file->Close();
      w.file.reset();
      return w.files.keep(w.name);
    });
  if (w.failed) return fail(Errc::io, w.failed);
  return w.total;
}

}  // namespace bridle
