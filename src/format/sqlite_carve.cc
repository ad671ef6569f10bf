#include "format/sqlite_carve.h"

#include <algorithm>

#include "base/text.h"
#include "format/sqlite_varint.h"

namespace bridle {
namespace {

constexpr std::uint64_t kLargest = std::uint64_t{64} << 20;
constexpr std::size_t kOverwritten = 4;  // by the head of a free block
constexpr std::uint64_t kRecord = 16;    // how much more a whole record costs than its types
constexpr std::size_t kMostShort = 125;  // values whose types fit into a header of one byte's size
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::size_t u16_at(Bytes page, std::size_t at) {
  return static_cast<std::size_t>(big_endian(page.subspan(at), 2));
}

// Whether a row from `at` to `end` ends with its block, as that is or as it was when it was made,
// or where another begins that ends with the block and still says so.
bool ends(const SqliteArea& area, std::size_t at, std::size_t end) {
  return end == area.end || end - at == u16_at(area.page, at + 2) ||
         (end + kOverwritten <= area.end && u16_at(area.page, end + 2) == area.end - end);
}

// Nothing begins with four zeros: most of what is unused never was anything else.
std::size_t behind_zeros(Bytes page, std::size_t at, std::size_t end) {
  const Bytes rest = page.first(end).subspan(at);
  const auto other = std::ranges::find_if(rest, [](std::byte b) { return b != std::byte{0}; });
  const auto zeros = static_cast<std::size_t>(other - rest.begin());
  return zeros < kOverwritten ? at : at + zeros - (kOverwritten - 1);
}

// Words as people and programs write them.
bool is_written(std::string_view text) {
  std::string mended;
  if (valid_utf8(text, mended).data() != text.data()) return false;
  return std::ranges::none_of(text, [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\t' && c != '\n' && c != '\r') || u == 0x7f;
  });
}

}  // namespace

SqliteCarver::SqliteCarver(std::span<const SqliteColumn> columns, SqliteText text) : text_(text) {
  for (const SqliteColumn& c : columns)
    if (c.stored) columns_.push_back({c.affinity, c.is_rowid});
}

bool SqliteCarver::stores(std::size_t column, std::uint64_t type) const {
  if (type == 10 || type == 11 || size_of_sqlite_type(type) > kLargest) return false;
  const Stored& c = columns_[column];
  if (c.is_rowid) return type == 0;
  switch (c.affinity) {
    case SqliteAffinity::text:
      return type == 0 || (type >= 13 && type % 2 == 1);  // bytes are stored too, but rarely
    case SqliteAffinity::integer:
    case SqliteAffinity::real:
      return type <= 9;
    default:
      return true;
  }
}

// Up to `count` of them, from a column on, as far as `from` goes.
std::optional<SqliteCarver::Types> SqliteCarver::types(Bytes from, std::size_t first_column,
                                                       std::size_t count) const {
  Types out;
  Reader in(from);
  while (out.count < count && !in.at_end()) {
    const std::uint64_t type = sqlite_varint(in);
    if (in.failed() || !stores(first_column + out.count, type)) {
      work_ += out.count + 1;
      return {};
    }
    out.body += size_of_sqlite_type(type);
    ++out.count;
  }
  out.bytes = static_cast<std::size_t>(in.pos());
  work_ += out.count;
  return out;
}

// As far as the record goes. Text of other encodings cannot be told from anything else.
bool SqliteCarver::is_text(Bytes record) const {
  work_ += kRecord * columns_.size();
  if (text_ != SqliteText::utf8) return true;
  std::vector<SqliteValue> values;
  // The end of a long record stands elsewhere: what is here is looked at all the same.
  static_cast<void>(read_record(record, values));
  return std::ranges::all_of(values, [](const SqliteValue& v) {
    return v.type != SqliteValue::Type::text || is_written(as_text(v.bytes));
  });
}

// What begins at `at`, with its record at `record_at`.
SqliteCarver::Cell SqliteCarver::cell(const SqliteArea& area, std::size_t at, std::size_t record_at,
                                      std::uint64_t size) const {
  const std::uint64_t local = local_size(size, area.page.size(), SqlitePageType::table_leaf);
  const std::size_t link = local < size ? 4 : 0;
  if (local + link > area.end - record_at) return {};
  const Bytes record = area.page.subspan(record_at, static_cast<std::size_t>(local));
  if (!is_text(record)) return {};
  const std::size_t end = record_at + record.size();
  Found out{.row = {.at = at, .record = {record.begin(), record.end()}, .size = size},
            .end = end + link};
  if (link > 0)
    out.row.overflow = static_cast<std::uint32_t>(big_endian(area.page.subspan(end), 4));
  return out;
}

// Whether a record is more than the small numbers that any bytes could be: for those that do not
// prove themselves by their size.
bool SqliteCarver::says_enough(Bytes record) const {
  constexpr std::size_t kManyColumns = 8;
  std::vector<SqliteValue> values;
  const bool whole = read_record(record, values).has_value();
  std::size_t says = whole ? 0 : 2;  // what goes on elsewhere is long
  for (const SqliteValue& v : values) {
    if (v.type == SqliteValue::Type::text && v.bytes.size() >= 3) says += 2;
    const bool number = v.type == SqliteValue::Type::integer || v.type == SqliteValue::Type::real;
    says += number && (v.type == SqliteValue::Type::real || v.integer > 0x7fff) ? 1 : 0;
  }
  return says >= (columns_.size() >= kManyColumns ? 1U : 2U);
}

// A whole cell: that its size is that of its values is proof enough.
SqliteCarver::Cell SqliteCarver::intact(const SqliteArea& area, std::size_t at) const {
  Reader in(area.page.first(area.end));
  in.seek(at);
  const std::uint64_t size = sqlite_varint(in);
  if (size < 3 || size > kLargest) return {};
  const std::uint64_t rowid = sqlite_varint(in);
  const auto record_at = static_cast<std::size_t>(in.pos());
  const std::uint64_t header = sqlite_varint(in);
  const auto types_at = static_cast<std::size_t>(in.pos());
  const std::uint64_t head = header - (types_at - record_at);
  if (in.failed() || header <= types_at - record_at || head > in.left()) return {};
  const auto t =
      types(area.page.subspan(types_at, static_cast<std::size_t>(head)), 0, columns_.size());
  if (!t || t->bytes != head || t->body == 0 || header + t->body != size) return {};
  // Rows that are older than the last columns have fewer values.
  if (t->count < columns_.size() && t->count < 2) return {};
  Cell out = cell(area, at, record_at, size);
  if (out) out->row.rowid = static_cast<std::int64_t>(rowid);
  return out;
}

// A record whose start alone is lost.
SqliteCarver::Cell SqliteCarver::headed(const SqliteArea& area, std::size_t at) const {
  Reader in(area.page.first(area.end));
  in.seek(at);
  const std::uint64_t header = sqlite_varint(in);
  const auto types_at = static_cast<std::size_t>(in.pos());
  if (in.failed() || header < (types_at - at) + columns_.size() || header > in.left()) return {};
  const auto t =
      types(area.page.subspan(types_at, static_cast<std::size_t>(in.left())), 0, columns_.size());
  if (!t || t->count != columns_.size() || t->bytes + (types_at - at) != header || t->body == 0)
    return {};
  Cell out = cell(area, at, at, header + t->body);
  return out && says_enough(out->row.record) ? std::move(out) : Cell();
}

// A record of which only a part of the types and the values are left.
SqliteCarver::Cell SqliteCarver::rebuilt(const SqliteArea& area, std::size_t at, Bytes header_types,
                                         std::size_t body_at, std::uint64_t body) const {
  work_ += kRecord * columns_.size();
  const std::size_t header = header_types.size() + 1;
  const std::uint64_t size = header + body;
  if (header > 126 || body == 0) return {};
  const std::uint64_t local = local_size(size, area.page.size(), SqlitePageType::table_leaf);
  const std::size_t link = local < size ? 4 : 0;
  if (local < header || body_at > area.end || local - header + link > area.end - body_at) return {};
  const Bytes rest = area.page.subspan(body_at, static_cast<std::size_t>(local) - header);
  Found out{.row = {.at = at, .size = size}, .end = body_at + rest.size() + link};
  std::vector<std::byte>& record = out.row.record;
  append_sqlite_varint(record, header);
  record.insert(record.end(), header_types.begin(), header_types.end());
  record.insert(record.end(), rest.begin(), rest.end());
  if (link > 0)
    out.row.overflow = static_cast<std::uint32_t>(big_endian(area.page.subspan(out.end - link), 4));
  return is_text(record) && says_enough(record) ? Cell(std::move(out)) : Cell();
}

// Size and row number took four bytes or more: the last ones of the number may be left, of which
// all but the very last have the high bit.
SqliteCarver::Cell SqliteCarver::without_number(const SqliteArea& area, std::size_t at) const {
  const std::size_t rest_at = at + kOverwritten;
  const auto rest = area.page.first(std::min(area.end, rest_at + 8)).subspan(rest_at);
  const auto last =
      std::ranges::find_if(rest, [](std::byte b) { return std::to_integer<int>(b) < 0x80; });
  const auto left = static_cast<std::size_t>(last - rest.begin()) + 1;
  for (const std::size_t record_at : {rest_at, rest_at + left}) {
    Cell out = headed(area, record_at);
    if (!out) continue;
    const std::size_t of_number = record_at - at - sqlite_varint_size(out->row.size);
    out->row.at = at;
    if (of_number >= 1 && of_number <= 9) return out;
  }
  return {};
}

// They took three bytes: the header's size is that of the types.
SqliteCarver::Cell SqliteCarver::without_size(const SqliteArea& area, std::size_t at) const {
  if (columns_.size() > kMostShort) return {};
  const Bytes rest = area.page.first(area.end).subspan(at + kOverwritten);
  const auto t = types(rest, 0, columns_.size());
  if (!t || t->count != columns_.size()) return {};
  Cell out = rebuilt(area, at, rest.first(t->bytes), at + kOverwritten + t->bytes, t->body);
  if (!out || sqlite_varint_size(out->row.size) > 2) return {};
  return out;
}

// The type under which the first column stores a value of this size; none if it has no such.
std::optional<std::uint64_t> SqliteCarver::first_type(std::uint64_t size) const {
  constexpr std::size_t kOfSize[] = {0, 1, 2, 3, 4, kNone, 5, kNone, 6};
  const SqliteAffinity affinity = columns_.front().affinity;
  if (columns_.front().is_rowid || size == 0)
    return size == 0 ? std::optional<std::uint64_t>(0) : std::nullopt;
  if (affinity == SqliteAffinity::text || affinity == SqliteAffinity::blob) return 13 + 2 * size;
  if (size > 8 || kOfSize[size] == kNone) return {};
  return affinity == SqliteAffinity::real && size == 8 ? 7 : kOfSize[size];
}

SqliteCarver::Cell SqliteCarver::with_first_type(const SqliteArea& area, std::size_t at,
                                                 std::uint64_t type, std::size_t types_at) const {
  const Bytes rest = area.page.first(area.end).subspan(types_at);
  const auto t = types(rest, 1, columns_.size() - 1);
  if (!t || t->count + 1 != columns_.size() || !stores(0, type)) return {};
  std::vector<std::byte> all;
  append_sqlite_varint(all, type);
  all.insert(all.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(t->bytes));
  Cell out = rebuilt(area, at, all, types_at + t->bytes, size_of_sqlite_type(type) + t->body);
  if (!out || out->row.size >= 0x80) return {};
  if (columns_.front().is_rowid) return out;
  // The first value's size is known only by where the row ends.
  return ends(area, at, out->end) ? std::move(out) : Cell();
}

// They took two bytes, so that the header's size and the first type, or half of it, are lost too.
SqliteCarver::Cell SqliteCarver::without_first_type(const SqliteArea& area, std::size_t at) const {
  const std::size_t rest_at = at + kOverwritten;
  if (columns_.size() < 2 || columns_.size() > kMostShort || rest_at >= area.end) return {};
  if (columns_.front().is_rowid) return with_first_type(area, at, 0, rest_at);
  const bool words = columns_.front().affinity == SqliteAffinity::text ||
                     columns_.front().affinity == SqliteAffinity::blob;
  const auto others = types(area.page.first(area.end).subspan(rest_at), 1, columns_.size() - 1);
  const std::uint64_t sizes = !others ? 0 : words ? 58 : 9;  // with types of one byte
  for (std::uint64_t size = 0; size < sizes; ++size)
    if (const auto type = first_type(size))
      if (Cell out = with_first_type(area, at, *type, rest_at)) return out;
  const auto low = std::to_integer<std::uint64_t>(area.page[rest_at]);
  for (std::uint64_t type = 0x80 + low; low < 0x80 && type < 0x180; type += 0x80)
    if (Cell out = with_first_type(area, at, type, rest_at + 1)) return out;
  return {};
}

SqliteCarver::Cell SqliteCarver::beheaded(const SqliteArea& area, std::size_t at) const {
  if (at + kOverwritten >= area.end) return {};
  if (Cell out = without_number(area, at)) return out;
  Cell size = without_size(area, at);
  if (size && ends(area, at, size->end)) return size;
  Cell type = without_first_type(area, at);
  return type || !size ? std::move(type) : std::move(size);
}

// A cell that was deleted first and lies in the gap since the ones in front of it were, too: it
// says how long it was.
SqliteCarver::Cell SqliteCarver::beheaded_in_gap(const SqliteArea& area, std::size_t at) const {
  const std::size_t next = u16_at(area.page, at);
  const std::size_t size = u16_at(area.page, at + 2);
  if ((next != 0 && next <= at) || size < kOverwritten || size > area.page.size() - at) return {};
  Cell out = beheaded(area, at);
  if (!out || out->end - at > size) return {};
  return out;
}

void SqliteCarver::carve(Bytes page, const SqliteFreePart& part,
                         std::vector<SqliteRemnant>& out) const {
  // Values by which a record without its start can be known.
  const bool enough = columns_.size() >= 3;
  const SqliteArea area{.page = page, .end = part.end};
  bool starts = part.sort == SqliteFreePart::Sort::block;
  for (std::size_t at = part.begin; at + kOverwritten < part.end && !gave_up();) {
    if (!starts) at = behind_zeros(page, at, part.end);
    if (at + kOverwritten >= part.end) break;
    Cell found = starts && at == part.begin ? Cell() : intact(area, at);
    if (!found && starts) found = beheaded(area, at);
    if (!found && enough) found = beheaded_in_gap(area, at);
    if (!found && enough) found = headed(area, at);
    starts = found.has_value();
    at = found ? std::max(found->end, at + 1) : at + 1;
    if (found) out.push_back(std::move(found->row));
  }
}

}  // namespace bridle
