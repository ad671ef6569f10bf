#include "artefact/dump_text.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "source/tree.h"

namespace bridle {
namespace {

constexpr std::string_view kEnding = ", ending at: ";
constexpr std::int64_t kDay = 86'400 * kSecond;

bool is_duration(std::string_view line) {
  return line.starts_with("------") && contains(line, "was the duration of");
}

char closing(char open) {
  return open == '{' ? '}' : open == '[' ? ']' : open == '"' ? '"' : 0;
}

// Up to the bracket that closes the first; all of it if none does.
std::string_view bracketed(std::string_view text, char close) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == text[0] && (close != text[0] || i == 0))
      ++depth;
    else if (text[i] == close && --depth == 0)
      return text.substr(1, i - 1);
  }
  return text.substr(1);
}

// What the last line of a service's section says: "…, ending at: 2026-01-09 03:10:31".
std::optional<Time> last_line_time(const Content& content) {
  char end[512];
  const std::uint64_t size = content.size();
  const std::size_t n = static_cast<std::size_t>(std::min<std::uint64_t>(size, sizeof(end)));
  if (!content.read(size - n, std::as_writable_bytes(std::span(end, n)))) return {};
  const std::string_view text(end, n);
  const std::size_t at = text.rfind(kEnding);
  return at == std::string_view::npos ? std::nullopt
                                      : parse_time(text.substr(at + kEnding.size(), 19));
}

// How many folders two places have in common.
std::size_t folders_in_common(std::string_view a, std::string_view b) {
  const auto differ = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(std::count(a.begin(), differ.in1, '/'));
}

// When the report was made that lies nearest to a place, the latest if there are several.
std::optional<Time> report_time(const Tree& tree, std::string_view place) {
  std::map<std::string_view, std::optional<Time>> reports;  // by their places
  std::size_t nearest = 0;
  for (const Node& node : tree.nodes()) {
    if (node.domain != "dumpsys") continue;
    auto& time = reports[node.place];
    if (time) continue;
    if (const auto content = tree.open(node)) time = last_line_time(**content);
    if (time) nearest = std::max(nearest, folders_in_common(node.place, place));
  }
  std::optional<Time> latest;
  for (const auto& [report, time] : reports)
    if (time && folders_in_common(report, place) == nearest) latest = std::max(latest, time);
  return latest;
}

}  // namespace

MaybeText DumpLines::next() {
  auto line = lines_.next();
  while (line && is_duration(*line)) line = lines_.next();
  // "*** SERVICE 'media.camera' DUMP TIMEOUT (10000ms) EXPIRED ***"
  if (line && line->starts_with("*** SERVICE '") && contains(*line, "' DUMP TIMEOUT ("))
    given_up_at_ = at();
  return line;
}

Result<void> DumpLines::done() const {
  if (lines_.problem()) return std::unexpected(*lines_.problem());
  if (given_up_at_)
    return fail(Errc::truncated, "the phone took too long and stopped writing this", *given_up_at_);
  return {};
}

std::size_t indent(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

MaybeText after(std::string_view text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return {};
  return text.substr(prefix.size());
}

MaybeText filled(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

MaybeText some(std::string_view text) {
  return text == "null" ? std::nullopt : filled(text);
}

MaybeText word(std::string_view line, std::string_view key) {
  for (std::size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
    const std::size_t end = at + key.size();
    const bool starts = at == 0 || contains(" ,{[(\t", line.substr(at - 1, 1));
    if (!starts || end >= line.size() || line[end] != '=') continue;
    const std::string_view value = line.substr(end + 1);
    if (value.empty()) return {};
    if (const char close = closing(value[0])) return some(trim(bracketed(value, close)));
    return some(value.substr(0, value.find_first_of(" ,]})\t")));
  }
  return {};
}

std::optional<std::int64_t> number_word(std::string_view line, std::string_view key) {
  const auto text = word(line, key);
  return text ? number(*text) : std::nullopt;
}

std::optional<bool> flag_word(std::string_view line, std::string_view key) {
  const auto text = word(line, key);
  if (text == "true") return true;
  if (text == "false") return false;
  return {};
}

void add_line(std::string& text, std::string_view line) {
  if (!text.empty()) text += '\n';
  text += line;
}

Moment moment(const File& file, std::string_view shown) {
  Moment out{.time = parse_time(shown), .shown = std::string(shown)};
  if (!out.time) return out;
  const Time utc = file.tree ? file.tree->zone().utc(*out.time) : *out.time;
  // «Never» is the begin of 1970, in whatever zone.
  out.time = std::abs(utc.us) < kDay ? std::nullopt : std::optional(utc);
  return out;
}

std::optional<Time> written_at(const File& file) {
  if (const auto own = last_line_time(*file.content); own || !file.tree) return own;
  std::optional<Time> found;
  for (const Node& node : file.tree->nodes()) {
    if (node.domain != file.domain || node.path != file.path || node.begins != file.begins)
      continue;
    const auto time = report_time(*file.tree, node.place);
    if (found && time != found) return {};  // two reports hold such a file
    found = time;
  }
  return found;
}

Moment YearlessTimes::moment(std::string_view shown) const {
  if (!written_) return {.time = {}, .shown = std::string(shown)};
  const std::string written = iso8601(*written_);
  // A clock that was moved may have gone on a little behind the writing.
  std::int64_t year = number(std::string_view(written).substr(0, 4)).value_or(0);
  for (int tries = 0; tries < 5; ++tries, --year) {  // 29 February may be four years back
    auto found = bridle::moment(file_, std::to_string(year) + "-" + std::string(shown));
    const auto local = parse_time(found.shown);
    found.shown = shown;
    if (local && local->us <= written_->us + kDay) return found;
  }
  return {.time = {}, .shown = std::string(shown)};
}

std::optional<std::int64_t> span_ms(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t total = 0;
  if (text.empty() || text == "0") return text.empty() ? std::nullopt : std::optional(total);
  while (!text.empty()) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto n = number(text.substr(0, digits));
    if (!n || *n > 100'000'000) return {};
    text.remove_prefix(digits);
    const std::size_t letters = std::min(text.find_first_of("0123456789"), text.size());
    const std::string_view unit = text.substr(0, letters);
    if (unit == "d")
      total += *n * 86'400'000;
    else if (unit == "h")
      total += *n * 3'600'000;
    else if (unit == "m")
      total += *n * 60'000;
    else if (unit == "s")
      total += *n * 1000;
    else if (unit == "ms")
      total += *n;
    else
      return {};
    text.remove_prefix(letters);
  }
  return minus ? -total : total;
}

std::optional<std::int64_t> uid_number(std::string_view text) {
  if (!text.starts_with('u')) return number(text);
  const std::size_t kind = text.find_first_of("ais", 1);
  if (kind == std::string_view::npos) return {};
  const auto user = number(text.substr(1, kind - 1));
  const auto id = number(text.substr(kind + 1));
  if (!user || !id || *user < 0 || *user > 20'000 || *id < 0 || *id > 99'999) return {};
  const std::int64_t base = text[kind] == 'a' ? 10'000 : text[kind] == 'i' ? 99'000 : 0;
  return *user * 100'000 + base + *id;
}

MaybeText package_of(std::string_view component) {
  const std::size_t slash = component.find('/');
  if (slash == 0 || slash == std::string_view::npos || slash + 1 == component.size()) return {};
  const std::string_view package = component.substr(0, slash);
  const auto belongs = [](char c) { return is_alnum(c) || c == '.' || c == '_' || c == '-'; };
  return std::ranges::all_of(package, belongs) ? std::optional(package) : std::nullopt;
}

}  // namespace bridle
