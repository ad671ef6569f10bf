// The site's answers about records: pages of tables, rows around a finding, counts over time.
#include <algorithm>
#include <exception>

#include "base/text.h"
#include "sink/json.h"
#include "view/row_order.h"
#include "view/row_page.h"
#include "view/saved_rows.h"
#include "view/site.h"
#include "view/timeline.h"

namespace bridle {
namespace {

constexpr std::size_t kRowsAtOnce = 200;
constexpr std::uint64_t kMostSorted = 20'000;  // rows of a sorted table that can be paged through
constexpr std::size_t kLongestCell = 300;
constexpr std::size_t kLongestText = 20'000;
// Of rows, for one question: whoever looks for something else by then waits for no more.
constexpr std::size_t kGroupsAtOnce = 32;
constexpr std::uint64_t kAround = 5;  // rows before and after a finding
constexpr std::size_t kBins = 240;

std::uint64_t whole(const HttpRequest& request, std::string_view name, std::uint64_t otherwise) {
  const auto n = number(request.asked(name));
  return n && *n >= 0 ? static_cast<std::uint64_t>(*n) : otherwise;
}

std::optional<std::int64_t> moment(const HttpRequest& request, std::string_view name) {
  const auto time = parse_time(request.asked(name));
  return time ? std::optional(time->us) : std::nullopt;
}

Result<RowFilter> filter_of(const HttpRequest& request, const RecordTable& table) {
  const auto column = table.column(request.asked("column"));
  if (!column && !request.asked("column").empty()) return fail(Errc::malformed, "no such column");
  return RowFilter{
      .text = std::string(request.asked("text")),
      .compare = request.asked("compare") == "equals" ? Compare::equals : Compare::contains,
      .column = column,
      .from = moment(request, "from"),
      .until = moment(request, "until"),
      .exhibit = std::string(request.asked("exhibit"))};
}

HttpAnswer problem(const Error& error) {
  return refused(500, error.what);
}

// The row of the table that a finding was made in. May throw if the file is damaged.
std::optional<std::uint64_t> row_of(const RecordTable& table, const Finding& finding) {
  const auto wanted = static_cast<std::int64_t>(finding.locator.row);
  for (std::size_t g = 0; g < table.groups(); ++g) {
    const auto range = table.range(g, 4);
    if (range && (wanted < range->first || wanted > range->second)) continue;
    auto exhibits = table.read(g, 0), paths = table.read(g, 1), rows = table.read(g, 4);
    constexpr std::size_t kOne = 1;
    for (std::size_t i = 0; i < table.rows(g); ++i) {
      if (!exhibits.next(kOne) || !paths.next(kOne) || !rows.next(kOne)) break;
      if (rows.number(0) == wanted && paths.text(0) == finding.locator.path &&
          exhibits.text(0) == exhibit_id(finding.exhibit))
        return table.start(g) + i;
    }
  }
  return {};
}

// Those rows of a sorted table that a page shows.
Result<std::vector<std::uint64_t>> sorted_rows(const RecordTable& table, const RowSet& set,
                                               std::uint64_t first, const RowOrder& order) {
  auto out = TRY(first_rows(table, set, order));
  const auto before = std::min<std::size_t>(first, out.size());
  out.erase(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(before));
  return out;
}

// `whole`: no row behind what was looked at can fit as well.
void write_count(Json& out, const RowSearch& search) {
  out.member("total", search.found().count());
  out.member("whole", search.whole());
}

void write_lane(Json& out, const RecordTable& table, const TimeLane& lane) {
  out.begin_object();
  out.member("artefact", table.artefact());
  out.key("bins");
  out.begin_array();
  for (const std::uint64_t count : lane.bins) out.value(count);
  out.end_array();
  out.member("exhibit", lane.exhibit);
  out.member("title", table.title());
  out.member("undated", lane.undated);
  out.end_object();
}

}  // namespace

Result<const RowSearch*> Site::find(const RecordTable& table, const RowFilter& filter,
                                    const RowSearch::Until& until) {
  if (!search_ || !search_->is_for(table, filter)) search_.emplace(table, filter);
  if (const auto looked = search_->look_on(until); !looked) {
    search_.reset();
    return std::unexpected(looked.error());
  }
  return &*search_;
}

HttpAnswer Site::save(const HttpRequest& request) {
  const RecordTable* const table = shown_->table(request.asked("artefact"));
  const auto level = share_named(request.asked("share"));
  if (!table || !level) return refused(404, "no such table or level");
  const auto filter = filter_of(request, *table);
  if (!filter) return refused(400, filter.error().what);
  const std::scoped_lock searching(searching_, reviewing_);  // both add to the custody log
  const auto found = find(*table, *filter, {});
  if (!found) return problem(found.error());
  const auto saved = save_rows({.folder = shown_->folder,
                                .table = *table,
                                .rows = (*found)->found(),
                                .level = *level,
                                .in = setting_.folder});
  if (!saved) return refused(400, saved.error());
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("path", saved->path.string());
  out.member("rows", saved->rows);
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::rows(const HttpRequest& request) {
  const RecordTable* const table = shown_->table(request.asked("artefact"));
  if (!table) return refused(404, "no such table");
  const auto filter = filter_of(request, *table);
  if (!filter) return refused(400, filter.error().what);
  const std::uint64_t first = whole(request, "first", 0);
  const auto sort = table->column(request.asked("sort"));
  if (sort && first + kRowsAtOnce > kMostSorted) return refused(400, "narrow the filter first");
  const std::scoped_lock searching(searching_);
  const auto search =
      find(*table, *filter,
           sort ? RowSearch::Until{} : RowSearch::Until{first + kRowsAtOnce, kGroupsAtOnce});
  if (!search) return problem(search.error());
  const auto numbers =
      sort ? sorted_rows(
                 *table, (*search)->found(), first,
                 {.column = *sort,
                  .direction = request.asked("order") == "down" ? Direction::down : Direction::up,
                  .most = first + kRowsAtOnce})
           : rows_from(*table, (*search)->found(), first, kRowsAtOnce);
  if (!numbers) return problem(numbers.error());
  const auto shown = shown_rows(*table, *numbers, kLongestCell);
  if (!shown) return problem(shown.error());
  Json out(Json::Form::lines);
  out.begin_object();
  write_rows(out, *shown);
  write_count(out, **search);
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::count(const HttpRequest& request) {
  const RecordTable* const table = shown_->table(request.asked("artefact"));
  if (!table) return refused(404, "no such table");
  const auto filter = filter_of(request, *table);
  if (!filter) return refused(400, filter.error().what);
  const std::scoped_lock searching(searching_);
  const auto search = find(*table, *filter, {.groups = kGroupsAtOnce});
  if (!search) return problem(search.error());
  Json out(Json::Form::lines);
  out.begin_object();
  write_count(out, **search);
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::row(const HttpRequest& request) {
  const RecordTable* const table = shown_->table(request.asked("artefact"));
  const std::uint64_t number = whole(request, "n", 0);
  if (!table || number >= table->rows()) return refused(404, "no such row");
  const auto shown = shown_rows(*table, {&number, 1}, kLongestText);
  if (!shown) return problem(shown.error());
  Json out(Json::Form::lines);
  out.begin_object();
  write_rows(out, *shown);
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::context(const HttpRequest& request) {
  const std::uint64_t index = whole(request, "finding", 0);
  if (index >= shown_->outcome.findings.size()) return refused(404, "no such finding");
  const Finding& finding = shown_->outcome.findings[index];
  const RecordTable* const table = shown_->table(finding.artefact);
  if (!table) return refused(404, "the finding's table is not there");
  std::optional<std::uint64_t> hit;
  try {
    hit = row_of(*table, finding);
  } catch (const std::exception&) {
    return refused(500, "a file of records is damaged");
  }
  if (!hit) return refused(404, "the finding's row is not there");
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t n = *hit - std::min(*hit, kAround); n < table->rows() && n <= *hit + kAround;
       ++n)
    numbers.push_back(n);
  const auto shown = shown_rows(*table, numbers, kLongestCell);
  if (!shown) return problem(shown.error());
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("hit", *hit);
  write_rows(out, *shown);
  out.end_object();
  return {.body = out.take()};
}

HttpAnswer Site::timeline(const HttpRequest& request) {
  TimeSpan span = whole_span(shown_->tables).value_or(TimeSpan{0, 1});
  if (const auto from = moment(request, "from")) span.from = *from;
  if (const auto until = moment(request, "until")) span.until = *until;
  if (span.until <= span.from) return refused(400, "the span ends before it begins");
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("from", iso8601({span.from}));
  out.key("lanes");
  out.begin_array();
  for (const RecordTable& table : shown_->tables) {
    const auto lanes = time_lanes(table, span, kBins);
    if (!lanes) return problem(lanes.error());
    for (const TimeLane& lane : *lanes) write_lane(out, table, lane);
  }
  out.end_array();
  out.member("until", iso8601({span.until}));
  out.end_object();
  return {.body = out.take()};
}

}  // namespace bridle
