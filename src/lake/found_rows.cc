#include "lake/found_rows.h"

#include <arrow/io/file.h>
#include <arrow/memory_pool.h>
#include <parquet/column_reader.h>
#include <parquet/exception.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include <algorithm>
#include <functional>
#include <string>

#include "base/bytes.h"
#include "detect/indicator/linked_hosts.h"
#include "engine/unremarkable.h"
#include "lake/kept.h"
#include "lake/lake_table.h"
#include "sink/record_layout.h"

namespace bridle {
namespace {

constexpr std::int64_t kBatch = 8192;
// A file that somebody else wrote may state pages of gigabytes.
constexpr std::int64_t kMostMemory = 512 << 20;

std::string_view text_of(const parquet::ByteArray& at) {
  return as_text(std::as_bytes(std::span(at.ptr, at.len)));
}

// Hosts, apps and people are the same in many groups: 768 kB of them.
constexpr std::size_t kRemembered = 1 << 14;

WantedKeys wanted(const Matcher& matcher, KeyBlinding& blinding) {
  auto keys = matcher.keys();
  blinding.blind(keys);
  return WantedKeys(std::move(keys));
}

}  // namespace

Seeker::Seeker(const Indicators& indicators, KeyBlinding& blinding)
    : matcher_(indicators.matcher),
      by_keys_(!matcher_.has_patterns()),
      key_(blinding.mark()),
      in_values_(wanted(matcher_, blinding)) {
  std::vector<Pack> packs;
  auto hosts = host_indicators(indicators.packs);
  if (!hosts) return;
  packs.push_back(std::move(*hosts));
  hosts_ = std::make_unique<Indicators>(std::move(packs));
  in_hosts_ = wanted(hosts_->matcher, blinding);
}

bool Seeker::applies(Kind kind, std::string_view value, std::vector<Hit>& hits) const {
  hits.clear();
  if (matcher_.may_match(kind, value)) matcher_.match(kind, value, hits);
  return !hits.empty();
}

bool Seeker::may_apply(std::string_view hosts, std::vector<Hit>& hits) const {
  hits.clear();
  match_hosts(hosts_->matcher, hosts, hits);
  return !hits.empty();
}

struct FoundRows::State {
  const Seeker& seeker;
  IdentifierSeal& seal;
  arrow::CappedMemoryPool memory{arrow::system_memory_pool(), kMostMemory};  // ends last
  std::unique_ptr<parquet::ParquetFileReader> file = {};
  std::vector<SearchedColumn> columns = {};
  int own = 0;  // columns before those of the fields
  Unremarkable unremarkable{kRemembered};
  std::vector<Hit> hits = {};
  std::string text = {};
  std::vector<bool> hit = {};  // by place in the dictionary
  std::vector<std::int64_t> rows = {};

  void open(const std::filesystem::path& path);
  bool applies(const SearchedColumn& column, std::string_view value);
  void search(parquet::RowGroupReader& group, const SearchedColumn& column);
  void search_values(parquet::ByteArrayReader& in, const SearchedColumn& column);
  void search_dictionary(parquet::ByteArrayReader& in, const SearchedColumn& column);
  bool look_at(const parquet::ByteArray* dictionary, std::int32_t size,
               const SearchedColumn& column);
  void place(std::int64_t first, std::span<const std::int16_t> present, std::int64_t values,
             const std::function<bool(std::int64_t)>& is_hit);
};

void FoundRows::State::open(const std::filesystem::path& path) {
  PARQUET_ASSIGN_OR_THROW(
      auto input, arrow::io::MemoryMappedFile::Open(path.string(), arrow::io::FileMode::READ));
  file = parquet::ParquetFileReader::Open(input, parquet::ReaderProperties(&memory));
}

bool FoundRows::State::applies(const SearchedColumn& column, std::string_view value) {
  if (value.empty() || unremarkable.holds(column.kind, value)) return false;
  bool any = false;
  if (column.hosts)
    any = seeker.may_apply(value, hits);
  else
    any = seeker.applies(column.kind,
                         std::get<std::string_view>(opened(column.kind, value, seal, text)), hits);
  if (!any) unremarkable.keep(column.kind, value);
  return any;
}

// Notes the rows of a batch whose values are hits.
void FoundRows::State::place(std::int64_t first, std::span<const std::int16_t> present,
                             std::int64_t values, const std::function<bool(std::int64_t)>& is_hit) {
  std::int64_t value = 0;
  for (std::size_t i = 0; i < present.size() && value < values; ++i)
    if (present[i] != 0 && is_hit(value++)) rows.push_back(first + static_cast<std::int64_t>(i));
}

void FoundRows::State::search_values(parquet::ByteArrayReader& in, const SearchedColumn& column) {
  std::vector<std::int16_t> present(kBatch, 1);
  std::vector<parquet::ByteArray> values(kBatch);
  for (std::int64_t first = 0; in.HasNext();) {
    std::int64_t got = 0;
    const std::int64_t levels = in.ReadBatch(kBatch, present.data(), nullptr, values.data(), &got);
    if (levels == 0) break;
    place(first, std::span(present).first(static_cast<std::size_t>(levels)), got,
          [&](std::int64_t i) {
            return applies(column, text_of(values[static_cast<std::size_t>(i)]));
          });
    first += levels;
  }
}

// Whether anything in it is a hit.
bool FoundRows::State::look_at(const parquet::ByteArray* dictionary, std::int32_t size,
                               const SearchedColumn& column) {
  hit.assign(static_cast<std::size_t>(size), false);
  bool any = false;
  for (std::int32_t i = 0; i < size; ++i)
    if (applies(column, text_of(dictionary[i]))) any = hit[static_cast<std::size_t>(i)] = true;
  return any;
}

void FoundRows::State::search_dictionary(parquet::ByteArrayReader& in,
                                         const SearchedColumn& column) {
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
    if (!looked && dictionary && !look_at(dictionary, size, column)) return;
    looked = looked || dictionary;
    place(first, std::span(present).first(static_cast<std::size_t>(levels)), got,
          [&](std::int64_t i) {
            const auto at = static_cast<std::size_t>(places[static_cast<std::size_t>(i)]);
            return at < hit.size() && hit[at];
          });
    first += levels;
  }
}

void FoundRows::State::search(parquet::RowGroupReader& group, const SearchedColumn& column) {
  const auto reader = group.ColumnWithExposeEncoding(own + static_cast<int>(column.field),
                                                     parquet::ExposedEncoding::DICTIONARY);
  auto& in = static_cast<parquet::ByteArrayReader&>(*reader);
  if (in.GetExposedEncoding() == parquet::ExposedEncoding::DICTIONARY)
    search_dictionary(in, column);
  else
    search_values(in, column);
}

FoundRows::FoundRows(std::unique_ptr<State> state) : state_(std::move(state)) {}
FoundRows::~FoundRows() = default;
FoundRows::FoundRows(FoundRows&&) noexcept = default;

// Parquet's library throws on errors of the file: caught here and in in().
Result<FoundRows> FoundRows::open(const std::filesystem::path& file, const Seeker& seeker,
                                  IdentifierSeal& seal) {
  const RecordReader described = TRY(RecordReader::open(file));
  auto state = std::make_unique<State>(seeker, seal);
  try {
    state->open(file);
  } catch (const std::exception&) {
    return fail(Errc::io, "a file of the lake cannot be read");
  }
  const auto fields = described.fields();
  state->own = state->file->metadata()->num_columns() - static_cast<int>(fields.size());
  state->columns = searched_columns(fields, seeker.knows_by_hosts());
  return FoundRows(std::move(state));
}

std::size_t FoundRows::groups() const {
  return static_cast<std::size_t>(state_->file->metadata()->num_row_groups());
}

std::vector<std::size_t> FoundRows::fields() const {
  std::vector<std::size_t> out;
  for (const SearchedColumn& column : state_->columns) out.push_back(column.field);
  return out;
}

Result<std::vector<std::int64_t>> FoundRows::in(std::size_t group,
                                                std::span<const std::size_t> fields) {
  State& s = *state_;
  s.rows.clear();
  try {
    const auto reader = s.file->RowGroup(static_cast<int>(group));
    for (const SearchedColumn& column : s.columns)
      if (std::ranges::find(fields, column.field) != fields.end()) s.search(*reader, column);
  } catch (const std::exception&) {
    return fail(Errc::malformed, "a file of the lake is damaged");
  }
  std::ranges::sort(s.rows);
  const auto again = std::ranges::unique(s.rows);
  s.rows.erase(again.begin(), again.end());
  return s.rows;
}

}  // namespace bridle
