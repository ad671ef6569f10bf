#include "lake/found_rows.h"

#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <parquet/column_reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <string>
#include <unordered_set>

#include "base/bytes.h"
#include "lake/kept.h"
#include "sink/record_layout.h"

namespace bridle {
namespace {

constexpr std::int64_t kBatch = 8192;
// A file that somebody else wrote may state pages of gigabytes.
constexpr std::int64_t kMostMemory = 512 << 20;

std::string_view text_of(const parquet::ByteArray& at) {
  return as_text(std::as_bytes(std::span(at.ptr, at.len)));
}

// Sealed identifiers that no indicator applies to, by what nobody without the key can choose.
class Known {
 public:
  bool holds(Kind kind, std::string_view sealed) const { return set_.contains(key(kind, sealed)); }
  void keep(Kind kind, std::string_view sealed) {
    if (set_.size() == kMost) set_.clear();
    set_.insert(key(kind, sealed));
  }

 private:
  static constexpr std::size_t kMost = 1 << 20;
  using Key = std::array<char, 16>;
  struct Hash {
    std::size_t operator()(const Key& key) const {
      std::size_t out = 0;
      std::memcpy(&out, key.data(), sizeof(out));
      return out;
    }
  };
  static Key key(Kind kind, std::string_view sealed) {
    Key out{};
    sealed.substr(IdentifierSeal::kMark.size()).copy(out.data(), out.size() - 1);
    out.back() = static_cast<char>(kind);
    return out;
  }

  std::unordered_set<Key, Hash> set_;
};

struct Column {
  int index;
  Kind kind;
};

}  // namespace

struct FoundRows::State {
  const Matcher& matcher;
  IdentifierSeal& seal;
  arrow::CappedMemoryPool memory{arrow::system_memory_pool(), kMostMemory};  // ends last
  std::unique_ptr<parquet::ParquetFileReader> file = {};
  std::vector<Column> columns = {};
  Known known = {};
  std::vector<Hit> hits = {};
  std::string text = {};
  std::vector<bool> hit = {};  // by place in the dictionary
  std::vector<std::int64_t> rows = {};

  void open(const std::filesystem::path& path);
  bool applies(Kind kind, std::string_view value);
  void search(parquet::RowGroupReader& group, const Column& column);
  void search_values(parquet::ByteArrayReader& in, Kind kind);
  void search_dictionary(parquet::ByteArrayReader& in, Kind kind);
  bool look_at(const parquet::ByteArray* dictionary, std::int32_t size, Kind kind);
  void place(std::int64_t first, std::span<const std::int16_t> present, std::int64_t values,
             const std::function<bool(std::int64_t)>& is_hit);
};

void FoundRows::State::open(const std::filesystem::path& path) {
  PARQUET_ASSIGN_OR_THROW(
      auto input, arrow::io::MemoryMappedFile::Open(path.string(), arrow::io::FileMode::READ));
  file = parquet::ParquetFileReader::Open(input, parquet::ReaderProperties(&memory));
}

bool FoundRows::State::applies(Kind kind, std::string_view value) {
  const bool sealed = value.starts_with(IdentifierSeal::kMark);
  if (sealed && known.holds(kind, value)) return false;
  const Value open = opened(kind, value, seal, text);
  const auto plain = std::get<std::string_view>(open);
  hits.clear();
  if (matcher.may_match(kind, plain)) matcher.match(kind, plain, hits);
  if (hits.empty() && sealed) known.keep(kind, value);
  return !hits.empty();
}

// Notes the rows of a batch whose values are hits.
void FoundRows::State::place(std::int64_t first, std::span<const std::int16_t> present,
                             std::int64_t values, const std::function<bool(std::int64_t)>& is_hit) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < present.size() && value < values; ++i)
    if (present[i] != 0 && is_hit(value++)) rows.push_back(first + static_cast<std::int64_t>(i));
}

void FoundRows::State::search_values(parquet::ByteArrayReader& in, Kind kind) {
  std::vector<std::int16_t> present(kBatch, 1);
  std::vector<parquet::ByteArray> values(kBatch);
  for (std::int64_t first = 0; in.HasNext();) {
    std::int64_t got = 0;
    const std::int64_t levels = in.ReadBatch(kBatch, present.data(), nullptr, values.data(), &got);
    if (levels == 0) break;
    place(first, std::span(present).first(static_cast<std::size_t>(levels)), got,
          [&](std::int64_t i) {
            return applies(kind, text_of(values[static_cast<std::size_t>(i)]));
          });
    first += levels;
  }
}

// Whether anything in it is a hit.
bool FoundRows::State::look_at(const parquet::ByteArray* dictionary, std::int32_t size, Kind kind) {
  hit.assign(static_cast<std::size_t>(size), false);
  bool any = false;
  for (std::int32_t i = 0; i < size; ++i)
    if (applies(kind, text_of(dictionary[i]))) any = hit[static_cast<std::size_t>(i)] = true;
  return any;
}

void FoundRows::State::search_dictionary(parquet::ByteArrayReader& in, Kind kind) {
  std::vector<std::int16_t> present(kBatch, 1);
  std::vector<std::int32_t> places(kBatch);
  bool looked = false;
  for (std::int64_t first = 0; in.HasNext();) {
    const parquet::ByteArray* dictionary = nullptr;
    std::int32_t size = 0;
    std::int64_t got = 0;
    const std::int64_t levels = in.ReadBatchWithDictionary(kBatch, present.data(), nullptr,
                                                           places.data(), &got, &dictionary, &size);
    if (levels == 0) break;
    if (!looked && dictionary && !look_at(dictionary, size, kind)) return;
    looked = looked || dictionary;
    place(first, std::span(present).first(static_cast<std::size_t>(levels)), got,
          [&](std::int64_t i) {
            const auto at = static_cast<std::size_t>(places[static_cast<std::size_t>(i)]);
            return at < hit.size() && hit[at];
          });
    first += levels;
  }
}

void FoundRows::State::search(parquet::RowGroupReader& group, const Column& column) {
  const auto reader =
      group.ColumnWithExposeEncoding(column.index, parquet::ExposedEncoding::DICTIONARY);
  auto& in = static_cast<parquet::ByteArrayReader&>(*reader);
  if (in.GetExposedEncoding() == parquet::ExposedEncoding::DICTIONARY)
    search_dictionary(in, column.kind);
  else
    search_values(in, column.kind);
}

FoundRows::FoundRows(std::unique_ptr<State> state) : state_(std::move(state)) {}
FoundRows::~FoundRows() = default;
FoundRows::FoundRows(FoundRows&&) noexcept = default;

// Parquet's library throws on errors of the file: caught here and in in().
Result<FoundRows> FoundRows::open(const std::filesystem::path& file, const Matcher& matcher,
                                  IdentifierSeal& seal) {
  const RecordReader described = TRY(RecordReader::open(file));
  auto state = std::make_unique<State>(matcher, seal);
  try {
    state->open(file);
  } catch (const std::exception&) {
    return fail(Errc::io, "a file of the lake cannot be read");
  }
  const int own =
      state->file->metadata()->num_columns() - static_cast<int>(described.fields().size());
  for (int i = own; const StoredField& field : described.fields()) {
    if (is_text(field.kind)) state->columns.push_back({.index = i, .kind = field.kind});
    ++i;
  }
  return FoundRows(std::move(state));
}

std::size_t FoundRows::groups() const {
  return static_cast<std::size_t>(state_->file->metadata()->num_row_groups());
}

Result<std::vector<std::int64_t>> FoundRows::in(std::size_t group) {
  State& s = *state_;
  s.rows.clear();
  try {
    const auto reader = s.file->RowGroup(static_cast<int>(group));
    for (const Column& column : s.columns) s.search(*reader, column);
  } catch (const std::exception&) {
    return fail(Errc::malformed, "a file of the lake is damaged");
  }
  std::ranges::sort(s.rows);
  const auto again = std::ranges::unique(s.rows);
  s.rows.erase(again.begin(), again.end());
  return s.rows;
}

}  // namespace bridle
