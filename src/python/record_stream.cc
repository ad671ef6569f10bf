#include "python/record_stream.h"

#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <arrow/type.h>
#include <arrow/util/key_value_metadata.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include <exception>

namespace bridle {
namespace {

constexpr std::int64_t kBatch = 65536;

}  // namespace

void RecordStream::read(const std::string& path) {
  PARQUET_ASSIGN_OR_THROW(auto input, arrow::io::ReadableFile::Open(path));
  parquet::ArrowReaderProperties how(false);
  how.set_batch_size(kBatch);
  how.set_pre_buffer(false);
  parquet::arrow::FileReaderBuilder builder;
  parquet::ReaderProperties buffered;
  buffered.enable_buffered_stream();
  PARQUET_THROW_NOT_OK(builder.Open(input, buffered));
  builder.properties(how);
  PARQUET_THROW_NOT_OK(builder.Build(&file_));
  // What the batches say of themselves lacks the schema's own metadata: id and title.
  PARQUET_THROW_NOT_OK(file_->GetSchema(&schema_));
  PARQUET_ASSIGN_OR_THROW(batches_, file_->GetRecordBatchReader());
}

// Parquet's library throws on errors of the file.
arrow::Result<std::shared_ptr<RecordStream>> RecordStream::open(const std::string& path) {
  auto stream = std::make_shared<RecordStream>();
  try {
    stream->read(path);
  } catch (const std::exception& error) {
    return arrow::Status::IOError(error.what());
  }
  if (!stream->schema_->metadata() || !stream->schema_->metadata()->Contains("artefact"))
    return arrow::Status::Invalid("not a file of records");
  return stream;
}

std::int64_t RecordStream::rows() const {
  return file_->parquet_reader()->metadata()->num_rows();
}

arrow::Status RecordStream::ReadNext(std::shared_ptr<arrow::RecordBatch>* batch) {
  try {
    return batches_->ReadNext(batch);
  } catch (const std::exception& error) {
    return arrow::Status::IOError(error.what());
  }
}

}  // namespace bridle
