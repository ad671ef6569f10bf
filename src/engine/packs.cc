#include "engine/packs.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <tuple>

#include "base/text.h"
#include "engine/pool.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

// What a folder is searched for; a file that is named itself may have any name.
bool looks_like_pack(const fs::path& path) {
  constexpr std::array<std::string_view, 7> kEndings = {".stix2", ".json", ".csv", ".txt",
                                                        ".hosts", ".yaml", ".list"};
  const std::string name = path.filename().string();
  return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

void add_folder(const fs::path& folder, std::vector<fs::path>& files) {
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error))
    if (at->is_regular_file(error) && looks_like_pack(at->path())) files.push_back(at->path());
}

void add(const std::string& path, std::vector<fs::path>& files) {
  std::error_code error;
  if (fs::is_directory(path, error))
    add_folder(path, files);
  else
    files.emplace_back(path);
}

void add_from_environment(std::vector<std::string>& places) {
  for (const char* name : {"BRIDLE_INDICATORS", "MVT_STIX2"})
    if (const char* value = std::getenv(name))
      for (const std::string_view path : split(value, ':'))
        if (!path.empty()) places.emplace_back(path);
}

// Empty if there is none.
fs::path folder_of_user() {
  fs::path data;
  if (const char* xdg = std::getenv("XDG_DATA_HOME"))
    data = xdg;
  else if (const char* home = std::getenv("HOME"))
    data = fs::path(home) / ".local/share";
  return data.empty() ? data : data / "bridle/indicators";
}

std::expected<Pack, std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  std::array<char, 1 << 16> piece{};  // a pipe has no size to ask for
  while (in.read(piece.data(), piece.size()), in.gcount() > 0)
    bytes.append(piece.data(), static_cast<std::size_t>(in.gcount()));
  if (!in.is_open() || in.bad()) return std::unexpected(path.string() + ": cannot be read");
  auto pack = read_pack(path.filename().string(), as_bytes(bytes));
  if (!pack)
    return std::unexpected(path.string() + ": " + pack.error().what + " (byte " +
                           std::to_string(pack.error().at) + ")");
  return std::move(*pack);
}

// A pipe has no size: it is read last.
std::uint64_t weight(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : size;
}

// In the order of the files; the first that cannot be read is the error.
std::expected<std::vector<Pack>, std::string> read_files(const std::vector<fs::path>& files,
                                                         unsigned threads) {
  std::vector<std::uint64_t> weights;
  for (const fs::path& path : files) weights.push_back(weight(path));
  std::expected<std::vector<Pack>, std::string> packs;
  const std::atomic<bool> never{false};
  run_ordered(
      {.threads = threads, .ahead = files.size()}, largest_first(weights), never,
      [&](std::size_t n) { return read_file(files[n]); },
      [&](std::size_t, std::expected<Pack, std::string> pack) {
        if (packs && pack)
          packs->push_back(std::move(*pack));
        else if (packs)
          packs = std::unexpected(std::move(pack.error()));
      });
  return packs;
}

}  // namespace

std::vector<std::string> places_of_packs(const std::vector<std::string>& asked) {
  std::vector<std::string> places = asked;
  add_from_environment(places);
  if (const fs::path own = folder_of_user(); !own.empty()) places.push_back(own.string());
  return places;
}

std::expected<std::vector<Pack>, std::string> load_packs(const std::vector<std::string>& asked,
                                                         bool builtin, unsigned threads) {
  std::vector<std::string> places = asked;
  add_from_environment(places);
  std::vector<fs::path> files;
  for (const std::string& path : places) add(path, files);
  if (const fs::path own = folder_of_user(); !own.empty()) add_folder(own, files);
  auto read = read_files(files, threads);
  if (!read) return read;
  std::vector<Pack>& packs = *read;
  if (builtin) {
    auto pack = builtin_pack();
    if (!pack) return std::unexpected(std::string("the built-in pack: ") + pack.error().what);
    packs.push_back(std::move(*pack));
  }
  // By name, so that the order in which they were given changes nothing.
  std::ranges::stable_sort(packs, {}, [](const Pack& p) { return std::tie(p.name, p.sha256); });
  const auto same = [](const Pack& a, const Pack& b) { return a.sha256 == b.sha256; };
  packs.erase(std::ranges::unique(packs, same).begin(), packs.end());
  return read;
}

std::expected<std::unique_ptr<Indicators>, std::string> read_indicators(
    const std::vector<std::string>& asked, bool builtin, unsigned threads) {
  auto packs = load_packs(asked, builtin, threads);
  if (!packs) return std::unexpected(packs.error());
  return std::make_unique<Indicators>(std::move(*packs));
}

AppliedPack applied(const Pack& pack) {
  AppliedPack out{.name = pack.name,
                  .sha256 = pack.sha256,
                  .indicators = pack.indicators.size(),
                  .skipped = {}};
  for (const Skipped& s : pack.skipped) out.skipped.push_back({.id = s.id, .why = s.why});
  return out;
}

}  // namespace bridle
