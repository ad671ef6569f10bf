#include "artefact/verified_media.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/text.h"
#include "format/media_type.h"
#include "source/case_files.h"

namespace bridle {
namespace {

// One row of the store, as far as the comparison needs it.
struct Recorded {
  std::string_view path, sha256, partial;
  bool sent = false;
  bool loaded = true;
};

// What became of its file, in the words of the record.
struct Found {
  std::optional<std::string_view> state = {};
  std::optional<CaseFile> file = {};
  std::string sha256 = {};
  std::optional<std::uint64_t> bytes = {};
  std::optional<std::string_view> type = {};
  std::optional<Time> modified = {};
  std::optional<std::string> elsewhere = {};
};

// A row whose file is not what was recorded, kept until the other rows are known.
struct Odd {
  std::uint64_t origin;
  std::vector<Value> values;  // texts stand in `texts`
  std::vector<std::string> texts;
  Found found;
};

static_assert(std::is_nothrow_move_constructible_v<Odd>);  // views into texts stay valid

std::optional<Digest> digest_of(std::string_view hex_digits) {
  const auto bytes = from_hex(hex_digits);
  Digest out{};
  if (!bytes || bytes->size() != out.size()) return {};
  std::ranges::copy(as_bytes(*bytes), out.begin());
  return out;
}

class Comparison : public Rows {
 public:
  Comparison(const File& store, std::span<const Field> said, Rows& out)
      : files_(*store.files),
        exhibit_(store.exhibit),
        out_(out),
        path_(place(said, "path")),
        sha256_(place(said, "sha256")),
        partial_(place(said, "sha256_partial")),
        direction_(place(said, "direction")),
        transferred_(place(said, "transferred")) {}

  // The name that a deleted row says may be another file's by now: it is not looked for.
  void push(RowOrigin origin, std::span<const Value> values) override {
    const Recorded row = recorded(values);
    const bool empty = row.path.empty() && row.sha256.empty();
    Found found = empty || !origin.recovered.empty() ? Found{} : look_for(row, origin.row);
    if (found.state == "altered" || found.state == "differs")
      keep(origin.row, values, std::move(found));
    else
      put(origin, values, found, {});
  }
  void gap(std::uint64_t at, std::string_view why) override { out_.gap(at, why); }
  bool stopped() const override { return out_.stopped(); }

  // Whose content a file has that is not what was recorded of it: asked only if there is one.
  bool has_odd() const { return !odd_.empty(); }
  std::span<Odd> odd() { return odd_; }
  std::string_view sha256(std::span<const Value> values) const { return text(values, sha256_); }
  void put_odd(const std::map<std::string, std::uint64_t, std::less<>>& recorded_by) {
    for (const Odd& row : odd_) {
      const auto twin = recorded_by.find(row.found.sha256);
      put(row.origin, row.values, row.found,
          twin == recorded_by.end() ? std::nullopt : std::optional(twin->second));
    }
  }

 private:
  // Behind the last if there is no such field.
  static std::size_t place(std::span<const Field> fields, std::string_view name) {
    return static_cast<std::size_t>(std::ranges::find(fields, name, &Field::name) - fields.begin());
  }
  static std::string_view text(std::span<const Value> values, std::size_t field) {
    const auto* const s =
        field < values.size() ? std::get_if<std::string_view>(&values[field]) : nullptr;
    return s ? *s : std::string_view();
  }

  Recorded recorded(std::span<const Value> values) const {
    const auto* const loaded =
        transferred_ < values.size() ? std::get_if<std::int64_t>(&values[transferred_]) : nullptr;
    return {.path = text(values, path_),
            .sha256 = text(values, sha256_),
            .partial = text(values, partial_),
            .sent = text(values, direction_) == "sent",
            .loaded = !loaded || *loaded != 0};
  }

  Found look_for(const Recorded& row, std::uint64_t origin) {
    Found found{.state = "missing"};
    if (!row.path.empty()) compare(row, origin, found);
    if (found.state == "same" || found.state == "not recorded") return found;
    if (row.sha256.empty() && !found.file) {
      found.state = row.loaded ? "not recorded" : "not loaded";
      return found;
    }
    const auto wanted = digest_of(row.sha256);
    if (const auto other = wanted ? files_.with(*wanted) : std::nullopt) {
      found.elsewhere = std::string(files_.place(*other));
      if (!found.file) found.state = "moved";
    } else if (!found.file && !row.loaded) {
      found.state = "not loaded";
    }
    return found;
  }

  // With the files that lie where the row says: more than one if several folders look alike.
  void compare(const Recorded& row, std::uint64_t origin, Found& into) {
    for (const CaseFile& file : files_.named(row.path, exhibit_)) {
      const auto digest = files_.digest(file);
      if (!digest) {
        if (into.file) continue;
        into.state = "unreadable";
        into.file = file;
        out_.gap(origin, std::string("the file of this row: ") + digest.error().what);
        continue;
      }
      const std::string sha256 = hex(*digest);
      const std::string_view state = row.sha256.empty()      ? "not recorded"
                                     : sha256 == row.sha256  ? "same"
                                     : sha256 == row.partial ? "partly loaded"
                                     : row.sent              ? "differs"
                                                             : "altered";
      if (into.file && into.state != "unreadable" && state != "same") continue;
      into.state = state;
      into.file = file;
      into.sha256 = sha256;
      if (state == "same") break;
    }
    describe(into);
  }

  void describe(Found& into) const {
    if (!into.file) return;
    if (const auto ns = files_.mtime_ns(*into.file)) into.modified = Time{*ns / 1000};
    if (into.state == "unreadable") return;
    const auto content = files_.open(*into.file);
    if (!content) return;
    into.bytes = (*content)->size();
    if (into.state == "same") return;
    std::array<std::byte, kMediaHead> head{};
    const auto part = std::span(head).first(
        static_cast<std::size_t>(std::min<std::uint64_t>(head.size(), *into.bytes)));
    if (!(*content)->read(0, part)) return;
    const MediaType* const type = media_type(part);
    into.type = type ? type->name : "unknown";
  }

  void keep(std::uint64_t origin, std::span<const Value> values, Found found) {
    Odd row{.origin = origin,
            .values = {values.begin(), values.end()},
            .texts = std::vector<std::string>(values.size()),
            .found = std::move(found)};
    for (std::size_t i = 0; i < values.size(); ++i)
      if (const auto* const s = std::get_if<std::string_view>(&values[i])) {
        row.texts[i] = *s;
        row.values[i] = std::string_view(row.texts[i]);
      }
    odd_.push_back(std::move(row));
  }

  void put(RowOrigin origin, std::span<const Value> values, const Found& found,
           std::optional<std::uint64_t> twin) {
    row_.assign(values.begin(), values.end());
    const auto add = [&](const auto& value) { row_.push_back(value_of(value)); };
    const auto some = [](const std::string& s) {
      return s.empty() ? std::nullopt : std::optional(s);
    };
    add(found.state);
    add(found.file ? std::optional(files_.place(*found.file)) : std::nullopt);
    const auto sha256 = some(found.sha256);
    add(sha256);
    add(found.bytes);
    add(found.type);
    add(found.modified);
    add(found.elsewhere);
    add(twin);
    out_.push(origin, row_);
  }

  const CaseFiles& files_;
  std::size_t exhibit_;
  Rows& out_;
  std::size_t path_, sha256_, partial_, direction_, transferred_;
  std::vector<Value> row_;
  std::vector<Odd> odd_;
};

// Which rows recorded what was found in the place of something else: two qualities of one picture
// are two rows, and a path may have been used again.
class Twins : public Rows {
 public:
  Twins(Comparison& of, Rows& out) : of_(of), out_(out) {
    for (const Odd& row : of.odd()) wanted_.emplace(row.found.sha256, std::nullopt);
  }
  void push(RowOrigin origin, std::span<const Value> values) override {
    const auto at = wanted_.find(of_.sha256(values));
    if (at != wanted_.end() && !at->second) at->second = origin.row;
  }
  void gap(std::uint64_t, std::string_view) override {}  // told the first time
  bool stopped() const override { return out_.stopped(); }

  std::map<std::string, std::uint64_t, std::less<>> found() const {
    std::map<std::string, std::uint64_t, std::less<>> out;
    for (const auto& [sha256, row] : wanted_)
      if (row) out.emplace(sha256, *row);
    return out;
  }

 private:
  Comparison& of_;
  Rows& out_;
  std::map<std::string, std::optional<std::uint64_t>, std::less<>> wanted_;
};

}  // namespace

Result<void> verify_media(const File& file, std::span<const Query> queries,
                          std::span<const Field> said, Rows& out) {
  Comparison comparison(file, said, out);
  const auto read = sqlite_rows(file, queries, said, comparison);
  if (!comparison.has_odd()) return read;
  Twins twins(comparison, out);
  static_cast<void>(sqlite_rows(file, queries, said, twins));  // what fails was told before
  comparison.put_odd(twins.found());
  return read;
}

}  // namespace bridle
