// Reads back what RecordFile wrote, row by row in the order of writing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/field.h"
#include "record/rows.h"

namespace bridle {

// A field as the file describes it.
struct StoredField {
  std::string name;
  Kind kind;
  std::string doc;
};

// Texts live until the next row is asked for.
struct StoredRecord {
  std::string_view exhibit;  // "E-001"
  std::string_view path, domain, sha256;
  std::uint64_t row = 0;
  std::string_view recovered = {};  // as RowOrigin says
  std::span<const Value> values;
};

class RecordReader {
 public:
  // Errc::io, or Errc::malformed if RecordFile did not write it.
  static Result<RecordReader> open(const std::filesystem::path& path);
  // With no other fields than those; what the file does not have is not there.
  static Result<RecordReader> open(const std::filesystem::path& path,
                                   std::span<const std::string> fields);
  ~RecordReader();
  RecordReader(RecordReader&&) noexcept;
  RecordReader& operator=(RecordReader&&) noexcept;

  const std::string& artefact() const;
  const std::string& title() const;
  const std::string& row() const;    // what the row number counts
  const std::string& table() const;  // of a database; empty elsewhere
  std::span<const StoredField> fields() const;
  std::uint64_t rows() const;

  // The next record, or nothing at the end.
  Result<std::optional<StoredRecord>> next();

  // From here on: the records of one group of rows, which the file must have. Errc::malformed.
  Result<void> only_group(std::size_t group);
  // Passes over so many records, without looking at them.
  Result<void> skip(std::uint64_t records);

 private:
  struct State;
  using Choice = std::function<bool(const std::string&)>;
  static Result<RecordReader> open(const std::filesystem::path& path, const Choice& choice);
  explicit RecordReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// The record files of a case, by name.
std::vector<std::filesystem::path> record_files(const std::filesystem::path& records);

}  // namespace bridle
