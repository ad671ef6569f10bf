// Entries of indexes: a record whose last value is the number of the row. They have no number of
// their own in front.
#include "format/sqlite_carve.h"
#include "format/sqlite_varint.h"

namespace bridle {

// A whole entry in its page; its last value is the number.
SqliteCarver::Cell SqliteCarver::key(const SqliteArea& area, std::size_t at) const {
  Reader in(area.page.first(area.end));
  in.seek(at);
  const std::uint64_t size = sqlite_varint(in);
  const auto record_at = static_cast<std::size_t>(in.pos());
  if (in.failed() || size < 4 || size > in.left()) return {};
  if (local_size(size, area.page.size(), SqlitePageType::index_leaf) < size) return {};
  const Bytes record = area.page.subspan(record_at, static_cast<std::size_t>(size));
  const std::uint64_t header = sqlite_varint(in);
  const auto types_at = static_cast<std::size_t>(in.pos());
  const std::uint64_t head = header - (types_at - record_at);
  if (in.failed() || header <= types_at - record_at || head > in.left()) return {};
  const auto t =
      types(area.page.subspan(types_at, static_cast<std::size_t>(head)), 0, columns_.size());
  if (!t || t->count != columns_.size() || t->bytes != head || header + t->body != size) return {};
  std::vector<SqliteValue> values;
  if (!read_record(record, values) || !is_text(record)) return {};
  const SqliteValue& number = values.back();
  if (number.type != SqliteValue::Type::integer) return {};
  return Found{.row = {.rowid = number.integer,
                       .at = at,
                       .record = {record.begin(), record.end()},
                       .size = size},
               .end = record_at + record.size()};
}

void SqliteCarver::carve_keys(Bytes page, const SqliteFreePart& part,
                              std::vector<SqliteRemnant>& out) const {
  const SqliteArea area{.page = page, .end = part.end};
  for (std::size_t at = part.begin; at + 4 < part.end && !gave_up();) {
    Cell found = key(area, at);
    at = found ? found->end : at + 1;
    if (found) out.push_back(std::move(found->row));
  }
}

}  // namespace bridle
