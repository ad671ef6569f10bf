// The records of a case: one Parquet file per artefact, each row with its place in the exhibit.
//
// Columns: exhibit (E-001), file_path, file_domain, file_sha256 (of the file that holds the
// record), row, recovered (where a deleted row lay; null for others), then the artefact's fields by
// their names: text of any sort as UTF-8, numbers as INT64, real ones as DOUBLE, times as
// TIMESTAMP(µs, UTC). Kind and doc of each field, and id and title of the artefact, stand in the
// Arrow schema's metadata. The same rows give the same bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "artefact/artefact.h"
#include "base/result.h"
#include "record/rows.h"
#include "sink/new_files.h"

namespace bridle {

// Where a record comes from. The texts need to live only during the call.
struct Origin {
  std::size_t exhibit = 0;  // index
  std::string_view path;
  std::string_view domain;
  std::string_view sha256;  // of the file as it lies in the exhibit, hex
  std::uint64_t row = 0;
  std::string_view recovered = {};  // as RowOrigin says
};

// What the file is made for: to be written once and looked at now and then, or to be searched again
// and again beside those of many phones. Then every text stands once in its group of rows, in the
// column's dictionary, and a search reads nothing else.
enum class Packing : std::uint8_t { written_once, searched_often };

class RecordFile {
 public:
  // The file is made with the first rows and kept when it is closed. `files` must outlive it.
  static RecordFile open(NewFiles& files, std::string name, const Artefact& artefact,
                         Packing packing = Packing::written_once);
  ~RecordFile();  // without close(): nothing is left behind
  RecordFile(RecordFile&&) noexcept;
  RecordFile& operator=(RecordFile&&) noexcept;

  // One value for each field of the artefact; one of another sort than its field's is left empty.
  // Memory stays below some 16 MB however many rows come, 40 MB if they are searched often. A
  // failure is told by close().
  void append(const Origin& origin, std::span<const Value> values);

  // How many groups of rows it wrote so far.
  std::size_t groups() const;

  // Writes what is left; how many rows the file has. Errc::io.
  Result<std::uint64_t> close();

 private:
  struct Writer;
  explicit RecordFile(std::unique_ptr<Writer> writer);
  std::unique_ptr<Writer> writer_;
};

}  // namespace bridle
