// How fast the local page's questions are answered over one table of visits: ten million, or as
// many as BRIDLE_VIEW_ROWS says. The table stays in the folder that BRIDLE_VIEW_FOLDER names, if it
// does.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

#include "sink/records.h"
#include "view/row_filter.h"
#include "view/row_order.h"
#include "view/row_page.h"
#include "view/sql.h"
#include "view/timeline.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr Field kFields[] = {{"time", Kind::time, "when"},
                             {"url", Kind::url, "where"},
                             {"title", Kind::content, "title"},
                             {"app", Kind::app, "by which app"},
                             {"visits", Kind::number, "count"}};
constexpr std::string_view kReads[] = {"History.db"};
constinit const Artefact kVisits{.id = "bench_visits",
                                 .title = "Visits",
                                 .reads = kReads,
                                 .fields = kFields,
                                 .trace = Trace::received,
                                 .parse = nullptr,
                                 .row = "rowid"};

std::size_t rows_wanted() {
  const char* const rows = std::getenv("BRIDLE_VIEW_ROWS");
  return rows ? std::strtoul(rows, nullptr, 10) : 10'000'000;
}

fs::path made() {
  const char* const folder = std::getenv("BRIDLE_VIEW_FOLDER");
  const fs::path path =
      fs::path(folder ? folder : fs::temp_directory_path()) / "bench_visits.parquet";
  if (fs::exists(path)) return path;
  FilesIn files(path.parent_path());
  auto file = RecordFile::open(files, path.filename().string(), kVisits);
  std::mt19937_64 random(1);
  std::int64_t time = 1'500'000'000'000'000;
  for (std::size_t n = 0; n < rows_wanted(); ++n) {
    const std::uint64_t r = random();
    time += static_cast<std::int64_t>(r % 40'000'000);
    const std::string url = "https://" + std::to_string(r % 5000) + ".site.example/page/" +
                            std::to_string(r >> 20) + "?id=" + std::to_string(n);
    const std::string title = "Page " + std::to_string(r >> 32) + " of a site";
    const std::string app = "org.example.app" + std::to_string(r % 40);
    const Value values[] = {Time{time}, std::string_view(url), std::string_view(title),
                            std::string_view(app), static_cast<std::int64_t>(r % 1000)};
    file.append({0, "Library/Safari/History.db", "HomeDomain", "00ff", n + 1}, values);
  }
  (void)file.close();
  return path;
}

const std::vector<RecordTable>& tables() {
  static const std::vector<RecordTable> kTables = [] {
    std::vector<RecordTable> out;
    out.push_back(std::move(*RecordTable::open(made())));
    return out;
  }();
  return kTables;
}

void filter(benchmark::State& state, const RowFilter& by) {
  const RecordTable& table = tables().front();
  std::uint64_t found = 0;
  for (auto _ : state) found = matching(table, by)->count();
  state.counters["found"] = static_cast<double>(found);
}

void all(benchmark::State& state) {
  filter(state, {});
}
void url_contains(benchmark::State& state) {
  filter(state, {.text = "4711.SITE", .column = tables().front().column("url")});
}
void any_contains(benchmark::State& state) {
  filter(state, {.text = "4711.SITE"});
}
void app_equals(benchmark::State& state) {
  filter(state, {.text = "org.example.app7",
                 .compare = Compare::equals,
                 .column = tables().front().column("app")});
}
void one_day(benchmark::State& state) {
  filter(state, {.from = 1'580'000'000'000'000, .until = 1'580'086'400'000'000});
}
void sorted(benchmark::State& state) {
  const RecordTable& table = tables().front();
  const auto set = *matching(table, {});
  for (auto _ : state) {
    const auto rows = *first_rows(table, set, {.column = *table.column("visits"), .most = 200});
    benchmark::DoNotOptimize(shown_rows(table, rows, 300));
  }
}
void timeline(benchmark::State& state) {
  const auto span = *whole_span(tables());
  for (auto _ : state) benchmark::DoNotOptimize(time_lanes(tables().front(), span, 240));
}
void sql_group(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        ask_sql(tables(), "SELECT app, count(*) FROM bench_visits GROUP BY 1"));
}

BENCHMARK(all)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(url_contains)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(any_contains)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(app_equals)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(one_day)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sorted)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(timeline)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(sql_group)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace bridle
