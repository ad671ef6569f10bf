#include "sink/surroundings.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>
#include <tuple>

#include "base/text.h"
#include "sink/json.h"
#include "sink/record_reader.h"

namespace bridle {
namespace {

constexpr std::size_t kMostHits = 1000;
constexpr std::uint64_t kBeside = 3;
constexpr std::size_t kMostText = 300;  // bytes of one field

std::string in_words(const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  if (const auto* r = std::get_if<double>(&value)) return json_number(*r);
  if (const auto* t = std::get_if<Time>(&value)) return iso8601(*t);
  if (const auto* s = std::get_if<std::string_view>(&value)) {
    std::string mended;
    return std::string(valid_utf8(s->substr(0, kMostText), mended)) +
           (s->size() > kMostText ? " \u2026" : "");
  }
  return {};
}

NearRow near_row(const RecordReader& reader, const StoredRecord& record) {
  NearRow out{.row = record.row};
  for (std::size_t i = 0; i < record.values.size(); ++i)
    if (std::string text = in_words(record.values[i]); !text.empty())
      out.fields.emplace_back(reader.fields()[i].name, std::move(text));
  return out;
}

using Place = std::tuple<std::uint64_t, std::string, std::string, std::string, std::string>;

Place place_of(const StoredRecord& r) {
  return {r.row, std::string(r.exhibit), std::string(r.path), std::string(r.domain),
          std::string(r.recovered)};
}

// The findings of one artefact by the place of their records.
struct Wanted {
  std::multimap<Place, std::size_t> places;
  std::set<std::uint64_t> rows;  // to pass over most records without making a Place
};

// The position of each finding's record in the file.
std::map<std::size_t, std::uint64_t> positions(RecordReader& reader, const Wanted& wanted) {
  std::map<std::size_t, std::uint64_t> out;
  for (std::uint64_t at = 0;; ++at) {
    const auto record = reader.next();
    if (!record || !*record) return out;
    if (!wanted.rows.contains((*record)->row)) continue;
    const auto [first, last] = wanted.places.equal_range(place_of(**record));
    for (auto it = first; it != last; ++it) out.try_emplace(it->second, at);
  }
}

void take_rows(RecordReader& reader, const std::map<std::size_t, std::uint64_t>& hits,
               Surroundings& out) {
  std::multimap<std::uint64_t, std::size_t> by_position;
  for (const auto& [finding, at] : hits) by_position.emplace(at, finding);
  for (std::uint64_t at = 0; !by_position.empty() && at <= by_position.rbegin()->first + kBeside;
       ++at) {
    const auto record = reader.next();
    if (!record || !*record) return;
    const auto first = by_position.lower_bound(at > kBeside ? at - kBeside : 0);
    const auto last = by_position.upper_bound(at + kBeside);
    if (first == last) continue;
    const NearRow row = near_row(reader, **record);
    for (auto it = first; it != last; ++it) {
      out[it->second].push_back(row);
      out[it->second].back().hit = it->first == at;
    }
  }
}

}  // namespace

Surroundings read_surroundings(const std::filesystem::path& records, const Outcome& outcome) {
  std::map<std::string, Wanted> by_artefact;
  for (std::size_t i = 0; i < std::min(outcome.findings.size(), kMostHits); ++i) {
    const Finding& f = outcome.findings[i];
    Wanted& wanted = by_artefact[f.artefact];
    wanted.rows.insert(f.locator.row);
    wanted.places.emplace(Place{f.locator.row, exhibit_id(f.exhibit), f.locator.path,
                                f.locator.domain, f.locator.recovered},
                          i);
  }
  Surroundings out;
  for (const auto& file : record_files(records)) {
    const auto wanted = by_artefact.find(file.stem().string());
    if (wanted == by_artefact.end()) continue;
    auto reader = RecordReader::open(file);
    if (!reader) continue;
    const auto hits = positions(*reader, wanted->second);
    if (auto again = RecordReader::open(file)) take_rows(*again, hits, out);
  }
  return out;
}

}  // namespace bridle
