// The records of one artefact as a stream of Arrow's batches, which other programs of the same
// process take over without copying (the C interfaces of Arrow).
#pragma once

#include <arrow/record_batch.h>
#include <arrow/result.h>
#include <parquet/arrow/reader.h>

#include <cstdint>
#include <memory>
#include <string>

namespace bridle {

class RecordStream : public arrow::RecordBatchReader {
 public:
  // An error that says why if RecordFile did not write it, or if it cannot be read.
  static arrow::Result<std::shared_ptr<RecordStream>> open(const std::string& path);

  std::int64_t rows() const;

  std::shared_ptr<arrow::Schema> schema() const override { return schema_; }

  // Nothing at the end. A damaged place is an error, for it would else look like the end.
  arrow::Status ReadNext(std::shared_ptr<arrow::RecordBatch>* batch) override;

 private:
  void read(const std::string& path);

  std::unique_ptr<parquet::arrow::FileReader> file_;
  std::shared_ptr<arrow::Schema> schema_;
  std::unique_ptr<arrow::RecordBatchReader> batches_;  // ends before the file that it reads
};

}  // namespace bridle
