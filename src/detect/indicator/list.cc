#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/host.h"
#include "detect/indicator/normalise.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

struct Hint {
  std::string_view word;  // in the file's name
  IndicatorType type;
};

// What the names of real sets say about values that could be several things.
constexpr Hint kHints[] = {
    {"package", IndicatorType::app},     {"app_id", IndicatorType::app},
    {"bundle", IndicatorType::app},      {"process", IndicatorType::process},
    {"file_name", IndicatorType::name},  {"filename", IndicatorType::name},
    {"files.txt", IndicatorType::name},  {"propert", IndicatorType::property},
    {"profile", IndicatorType::profile}, {"cert", IndicatorType::certificate},
    {"phone", IndicatorType::phone},     {"domain", IndicatorType::domain},
    {"host", IndicatorType::domain},
};

std::optional<IndicatorType> hint_of(std::string_view file_name) {
  const std::string plain = lower(file_name);
  for (const Hint& hint : kHints)
    if (contains(plain, hint.word)) return hint.type;
  return {};
}

bool is_free_text(IndicatorType type) {
  return type == IndicatorType::process || type == IndicatorType::name ||
         type == IndicatorType::property || type == IndicatorType::profile;
}

// The value of a line without comments, hosts-file addresses and filter-list marks.
std::string_view value_of_line(std::string_view line) {
  line = trim(line);
  if (line.starts_with('#') || line.starts_with(';') || line.starts_with("//") ||
      line.starts_with('!'))
    return {};
  for (const std::string_view mark : {" #", "\t#", " //", " ;"})
    line = trim(line.substr(0, line.find(mark)));
  if (line.starts_with("||")) line = line.substr(2, line.find('^') - 2);
  const auto blank = line.find_first_of(" \t");
  if (blank != std::string_view::npos) {
    const auto first = parse_address(line.substr(0, blank));
    const auto rest = trim(line.substr(blank));
    if (first && host_name(rest)) return rest;
  }
  while (line.ends_with(',')) line.remove_suffix(1);
  if (line.size() > 1 && line.front() == line.back() && (line[0] == '"' || line[0] == '\''))
    line = line.substr(1, line.size() - 2);
  return line;
}

std::optional<IndicatorType> type_of(std::string_view value,
                                     const std::optional<IndicatorType>& hint) {
  const auto told = tell(value);
  if (!hint) return told;
  if (is_free_text(*hint)) return told == IndicatorType::path ? told : hint;
  const bool certificate =
      *hint == IndicatorType::certificate &&
      (told == IndicatorType::md5 || told == IndicatorType::sha1 || told == IndicatorType::sha256);
  const bool ambiguous = !told || told == IndicatorType::app || told == IndicatorType::domain;
  const bool named = *hint == IndicatorType::app || *hint == IndicatorType::domain;
  if (*hint == IndicatorType::phone && !told && !phone_digits(value).empty()) return hint;
  return certificate || (ambiguous && named) ? hint : told;
}

}  // namespace

Result<void> read_list(std::string_view text, Pack& pack) {
  const auto hint = hint_of(pack.name);
  std::size_t line = 0;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find('\n', from), text.size());
    const auto value = value_of_line(text.substr(from, to - from));
    from = to + 1;
    ++line;
    if (value.empty()) continue;
    Indicator about{};
    about.id = line_id(pack, line);
    about.dual_use = says_dual_use(pack.name);
    const auto type = type_of(value, hint);
    if (type)
      collect(pack, std::move(about), *type, value);
    else
      skip(pack, std::move(about.id), "the kind of value is unclear");
  }
  if (pack.indicators.empty()) return fail(Errc::malformed, "no line holds an indicator");
  return {};
}

}  // namespace bridle
