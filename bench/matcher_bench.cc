// What matching costs: by the number of indicators, and by the text that is searched.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "detect/indicator/matcher.h"
#include "detect/indicator/url_finder.h"

namespace {

using namespace bridle;

std::uint64_t next(std::uint64_t& state) {
  state ^= state << 13;
  state ^= state >> 7;
  return state ^= state << 17;
}

std::string word(std::uint64_t& state) {
  std::string out;
  for (std::uint64_t n = 4 + next(state) % 8; n-- > 0;)
    out += static_cast<char>('a' + next(state) % 26);
  return out;
}

// n values of each type.
Pack pack_of(std::int64_t n) {
  std::string csv = "type,value\n";
  std::uint64_t state = 42;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::string w = word(state) + std::to_string(i);
    csv += "domain," + w + ".com\nurl,https://" + w + ".net/" + w + "\nemail," + w +
           "@mail.example\nprocess," + w + "\nfile_path,/private/var/" + w + "\npackage,com." + w +
           "\nip,10." + std::to_string(i >> 16) + "." + std::to_string(i >> 8 & 255) + "." +
           std::to_string(i & 255) + "\n";
  }
  auto pack = read_pack("bench.csv", as_bytes(csv));
  return pack ? *std::move(pack) : Pack();
}

std::vector<std::string> urls() {
  std::vector<std::string> out;
  std::uint64_t state = 7;
  for (int i = 0; i < 10'000; ++i)
    out.push_back("https://www." + word(state) + "." + word(state) + ".com/" + word(state) + "/" +
                  word(state) + "?id=" + std::to_string(i));
  return out;
}

void match_urls(benchmark::State& state) {
  const Pack pack = pack_of(state.range(0));
  const Matcher matcher(std::span(&pack, 1));
  const auto all = urls();
  std::vector<Hit> hits;
  for (auto _ : state)
    for (const std::string& url : all) matcher.match(Kind::url, url, hits);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
  benchmark::DoNotOptimize(hits.data());
}
BENCHMARK(match_urls)->Arg(5'000)->Arg(50'000);

void match_kind(benchmark::State& state, Kind kind, std::string_view prefix) {
  const Pack pack = pack_of(state.range(0));
  const Matcher matcher(std::span(&pack, 1));
  std::vector<std::string> all;
  std::uint64_t seed = 9;
  for (int i = 0; i < 10'000; ++i) all.push_back(std::string(prefix) + word(seed));
  std::vector<Hit> hits;
  for (auto _ : state)
    for (const std::string& value : all) matcher.match(kind, value, hits);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(all.size()));
}
BENCHMARK_CAPTURE(match_kind, path, Kind::path, "/private/var/mobile/Library/")
    ->Arg(5'000)
    ->Arg(50'000);
BENCHMARK_CAPTURE(match_kind, relative_path, Kind::path, "Library/Application Support/")
    ->Arg(5'000)
    ->Arg(50'000);
BENCHMARK_CAPTURE(match_kind, app, Kind::app, "com.example.")->Arg(5'000)->Arg(50'000);
BENCHMARK_CAPTURE(match_kind, phone, Kind::phone, "+12025550")->Arg(5'000)->Arg(50'000);
BENCHMARK_CAPTURE(match_kind, process, Kind::process, "")->Arg(5'000)->Arg(50'000);
BENCHMARK_CAPTURE(match_kind, account, Kind::account, "mailto:someone@")->Arg(5'000)->Arg(50'000);

// As a browser's history and a messenger hold them.
constexpr std::string_view kVisits[] = {
    "https://www.news.example.com/",
    "https://search.example.com/search?q=what+is+the+weather&ie=UTF-8&oe=UTF-8&hl=en&client=safari",
    "https://en.wiki.example.org/wiki/Public_Suffix_List#History",
    "https://shop.example.co.uk/gp/product/B00EXAMPLE/ref=ppx_yo_dt_b_asin_title?ie=UTF8&psc=1",
    "https://l.example.com/l.php?u=https%3A%2F%2Fstory.example.org%2F2024%2F05%2F03&h=AT0x",
    "https://mail.example.com/mail/u/0/#inbox/FMfcgzGxSHfKjQ"};
constexpr std::string_view kMessages[] = {
    "ok",
    "See you at nine then. Bring the papers!",
    "haha yes :-)",
    "did you read https://news.example.com/2024/05/a-story?id=7 already",
    "I will be late, the train stands still again... 20 min.",
    "Your code is 123456. Do not share it with anyone."};

void match_real(benchmark::State& state, Kind kind, std::span<const std::string_view> values) {
  const Pack pack = pack_of(50'000);
  const Matcher matcher(std::span(&pack, 1));
  std::vector<Hit> hits;
  std::size_t bytes = 0;
  for (const std::string_view value : values) bytes += value.size();
  for (auto _ : state)
    for (const std::string_view value : values) matcher.match(kind, value, hits);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(values.size()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}
BENCHMARK_CAPTURE(match_real, visits, Kind::url, kVisits);
BENCHMARK_CAPTURE(match_real, messages, Kind::content, kMessages);

// What a run pays before it reads a byte of evidence: 10,000 host names and their index.
void read_a_pack(benchmark::State& state) {
  std::string list;
  std::uint64_t seed = 3;
  for (int i = 0; i < 10'000; ++i) list += word(seed) + std::to_string(i) + ".com\n";
  for (auto _ : state) {
    const auto pack = read_pack("domains.txt", as_bytes(list));
    const Matcher matcher(std::span(&*pack, 1));
    benchmark::DoNotOptimize(&matcher);
  }
  state.SetItemsProcessed(state.iterations() * 10'000);
}
BENCHMARK(read_a_pack);

struct Count : FoundSink {
  void on(const Found&) override { ++n; }
  std::uint64_t n = 0;
};

void find_in(benchmark::State& state, const std::string& text) {
  Count count;
  for (auto _ : state) find_urls(text, count);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
  benchmark::DoNotOptimize(count.n);
}

std::string repeated(std::string_view line) {
  std::string out;
  while (out.size() < 1 << 22) out += line;
  return out;
}

void find_in_prose(benchmark::State& state) {
  find_in(state, repeated("I will be there at nine, as we said. Bring the papers with you, e.g. "
                          "the blue folder; nobody else has seen it. See you then!\n"));
}
BENCHMARK(find_in_prose);

void find_in_log(benchmark::State& state) {
  find_in(state, repeated("2024-05-03 10:11:12.123456 default com.apple.runningboard.Daemon[31]: "
                          "[app<com.example.thing((null))>:401] set jetsam 7.5 MB state=0x1f\n"));
}
BENCHMARK(find_in_log);

void find_in_messages(benchmark::State& state) {
  find_in(state,
          repeated("look at https://news.example.com/2024/05/a-story?id=7 before tonight\n"));
}
BENCHMARK(find_in_messages);

}  // namespace
