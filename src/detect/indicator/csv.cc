#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "detect/indicator/collect.h"
#include "detect/indicator/misp_type.h"
#include "detect/indicator/normalise.h"
#include "detect/indicator/readers.h"

namespace bridle {
namespace {

using Cells = std::vector<std::string>;

// One record of RFC 4180 off the front of `text`; `line` counts the lines taken.
Cells take_record(std::string_view& text, std::size_t& line) {
  Cells out(1);
  bool quoted = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line;
    if (quoted) {
      if (c != '"')
        out.back() += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        out.back() += text[i++];
      else
        quoted = false;
    } else if (c == '"' && trim(out.back()).empty()) {
      quoted = true;
    } else if (c == ',') {
      out.emplace_back();
    } else if (c == '\n') {
      break;
    } else if (c != '\r') {
      out.back() += c;
    }
  }
  text.remove_prefix(std::min(i + 1, text.size()));
  return out;
}

// What the columns of a file hold.
struct Header {
  std::optional<std::size_t> type, value, id, campaign, to_ids;
  std::vector<std::pair<std::size_t, IndicatorType>> typed;  // a column of values of one type

  bool usable() const { return value || !typed.empty(); }
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

Header header_of(const Cells& cells) {
  Header out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string word = lower(trim(cells[i]));
    if (is_one_of(word, {"type", "indicator_type", "ioc_type", "ioctype", "indicator type"}))
      out.type = i;
    else if (is_one_of(word, {"value", "indicator", "ioc", "indicators", "observable",
                              "indicator_value"}))
      out.value = i;
    else if (is_one_of(word, {"uuid", "id"}))
      out.id = i;
    else if (is_one_of(word, {"campaign", "malware", "malware family", "family", "app", "threat",
                              "collection", "actor"}))
      out.campaign = i;
    else if (word == "to_ids")
      out.to_ids = i;
    else if (const auto type = indicator_type(word))
      out.typed.emplace_back(i, *type);
  }
  if (out.value) out.typed.clear();
  return out;
}

std::string_view cell(const Cells& cells, std::optional<std::size_t> column) {
  return column && *column < cells.size() ? trim(cells[*column]) : std::string_view();
}

void read_value(const Header& header, const Cells& cells, Indicator about, Pack& pack) {
  const auto value = cell(cells, header.value);
  if (!header.type) {
    const auto type = tell(value);
    if (!type) return skip(pack, std::move(about.id), "the kind of value is unclear");
    return collect(pack, std::move(about), *type, value);
  }
  const auto word = cell(cells, header.type);
  for (const MispPart& part : misp_parts(word, value)) {
    if (part.type)
      collect(pack, about, *part.type, part.value);
    else
      skip(pack, about.id, "values of type " + std::string(word) + " are not used");
  }
}

void read_row(const Header& header, const Cells& cells, std::size_t line, Pack& pack) {
  Indicator about{};
  const auto id = cell(cells, header.id);
  about.id = id.empty() ? line_id(pack, line) : std::string(id);
  about.campaign = cell(cells, header.campaign);
  about.dual_use = says_dual_use(about.campaign) || says_dual_use(pack.name);
  const auto to_ids = lower(cell(cells, header.to_ids));
  if (to_ids == "0" || to_ids == "false")
    return skip(pack, std::move(about.id), "not meant for detection: to_ids is 0");
  if (header.value) return read_value(header, cells, std::move(about), pack);
  for (const auto& [column, type] : header.typed)
    if (const auto value = cell(cells, column); !value.empty()) collect(pack, about, type, value);
}

}  // namespace

bool is_csv(std::string_view text) {
  std::size_t line = 1;
  const Cells first = take_record(text, line);
  const Header header = header_of(first);
  return header.usable() && (first.size() > 1 || !header.typed.empty());
}

Result<void> read_csv(std::string_view text, Pack& pack) {
  std::size_t line = 1;
  const Header header = header_of(take_record(text, line));
  while (!text.empty()) {
    const std::size_t at = line;
    const Cells cells = take_record(text, line);
    if (cells.size() == 1 && trim(cells.front()).empty()) continue;
    read_row(header, cells, at, pack);
  }
  return {};
}

}  // namespace bridle
