#include "format/sqlite_btree.h"

#include <bit>

#include "base/reader.h"
#include "format/sqlite_varint.h"

namespace bridle {
namespace {

std::int64_t signed_big_endian(Bytes b) {
  const auto bits = static_cast<int>(8 * b.size());
  return static_cast<std::int64_t>(big_endian(b, b.size()) << (64 - bits)) >> (64 - bits);
}

Result<SqliteValue> read_value(std::uint64_t type, Reader& body) {
  using Type = SqliteValue::Type;
  if (type == 10 || type == 11) return fail(Errc::malformed, "a type that no value has");
  SqliteValue v;
  if (type >= 12) {
    v.type = type % 2 == 0 ? Type::blob : Type::text;
    v.bytes = body.take(size_of_sqlite_type(type));
    TRY(body.done());
    return v;
  }
  if (type == 0) return v;
  v.type = Type::integer;
  if (type >= 8) {
    v.integer = static_cast<std::int64_t>(type - 8);
    return v;
  }
  const Bytes bytes = body.take(size_of_sqlite_type(type));
  TRY(body.done());
  if (type == 7) {
    v.type = Type::real;
    v.real = std::bit_cast<double>(big_endian(bytes, 8));
  } else {
    v.integer = signed_big_endian(bytes);
  }
  return v;
}

}  // namespace

std::uint64_t local_size(std::uint64_t size, std::uint64_t usable, SqlitePageType type) {
  const std::uint64_t most =
      type == SqlitePageType::table_leaf ? usable - 35 : (usable - 12) * 64 / 255 - 23;
  if (size <= most) return size;
  const std::uint64_t least = (usable - 12) * 32 / 255 - 23;
  const std::uint64_t even = least + (size - least) % (usable - 4);
  return even <= most ? even : least;
}

std::uint64_t size_of_sqlite_type(std::uint64_t type) {
  constexpr std::uint8_t kSizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
  return type >= 12 ? (type - 12) / 2 : kSizes[type];
}

Result<SqlitePage> read_page(Bytes bytes, std::uint32_t number) {
  SqlitePage page;
  page.bytes = bytes;
  const std::size_t start = number == 1 ? 100 : 0;
  Reader in(bytes);
  in.seek(start);
  const std::uint8_t type = in.u8();
  if (type != 2 && type != 5 && type != 10 && type != 13)
    return fail(Errc::malformed, "is no page of a table or index", start);
  page.type = static_cast<SqlitePageType>(type);
  in.take(2);
  page.cells = in.u16be();
  in.take(3);
  if (page.inner()) page.last_child = in.u32be();
  page.first = static_cast<std::size_t>(in.pos());
  TRY(in.done());
  if (page.cells * 2ULL > in.left())
    return fail(Errc::malformed, "has more cells than fit", start + 3);
  return page;
}

Result<SqliteCell> read_cell(const SqlitePage& page, std::uint32_t index) {
  const std::size_t place = page.first + 2 * std::size_t{index};
  Reader in(page.bytes);
  in.seek(place);
  const std::uint16_t at = in.u16be();
  TRY(in.done());
  if (at < page.first + 2 * std::size_t{page.cells})
    return fail(Errc::malformed, "a cell outside its page's part", place);
  in.seek(at);
  SqliteCell cell;
  if (page.inner()) cell.child = in.u32be();
  if (page.type != SqlitePageType::table_inner) cell.size = sqlite_varint(in);
  if (page.type == SqlitePageType::table_inner || page.type == SqlitePageType::table_leaf)
    cell.rowid = std::bit_cast<std::int64_t>(sqlite_varint(in));
  if (page.type == SqlitePageType::table_inner) {
    TRY(in.done());
    return cell;
  }
  const std::uint64_t local = local_size(cell.size, page.bytes.size(), page.type);
  cell.local = in.take(local);
  if (local < cell.size) cell.overflow = in.u32be();
  TRY(in.done());
  return cell;
}

Result<void> read_record(Bytes record, std::vector<SqliteValue>& values) {
  values.clear();
  Reader sizes(record);
  const std::uint64_t header = sqlite_varint(sizes);
  if (sizes.failed() || header < sizes.pos() || header > record.size())
    return fail(Errc::malformed, "a record's header is damaged");
  const auto split = static_cast<std::size_t>(header);
  Reader types(record.first(split));
  types.seek(sizes.pos());
  Reader body(record.subspan(split));
  while (!types.at_end()) {
    const std::uint64_t type = sqlite_varint(types);
    TRY(types.done());
    values.push_back(TRY(read_value(type, body)));
  }
  return {};
}

}  // namespace bridle
