#include "format/dump_sections.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace bridle {
namespace {

constexpr std::size_t kMostSections = 100'000;
constexpr std::size_t kLongestBorder = 512;  // longer lines are no borders
constexpr std::string_view kService = "DUMP OF SERVICE ";

bool only(std::string_view line, char c, std::size_t least) {
  return line.size() >= least && line.find_first_not_of(c) == std::string_view::npos;
}

// "TITLE" of "------ TITLE (command) ------".
std::string_view command_title(std::string_view line) {
  if (!line.starts_with("------ ") || !line.ends_with(" ------") || line.size() < 15) return {};
  line.remove_prefix(7);
  line.remove_suffix(7);
  if (contains(line, "was the duration of '")) return {};
  return trim(line.substr(0, line.find(" (")));
}

std::string_view service_name(std::string_view line) {
  if (!line.starts_with(kService)) return {};
  line.remove_prefix(kService.size());
  for (const std::string_view priority : {"CRITICAL ", "HIGH ", "NORMAL "})
    if (line.starts_with(priority)) line.remove_prefix(priority.size());
  return trim(line.substr(0, line.find(':')));
}

}  // namespace

void DumpSections::end_at(std::uint64_t at) {
  if (open_) sections_.back().size = at - sections_.back().at;
  open_ = false;
}

void DumpSections::begin(bool service, std::string_view name, std::uint64_t at) {
  if (sections_.size() == kMostSections) {
    too_many_ = true;
    return;
  }
  sections_.push_back({.service = service, .name = std::string(name), .at = at});
  open_ = true;
}

void DumpSections::line(std::string_view line, std::uint64_t at, std::uint64_t next) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  const char border = std::exchange(border_, 0);
  if (const auto name = service_name(line); !name.empty()) {
    end_at(border == '-' ? border_at_ : at);
    return begin(true, name, next);
  }
  if (const auto title = command_title(line); !title.empty()) {
    end_at(at);
    return begin(false, title, next);
  }
  if (border == '=' && line.starts_with("== ")) return end_at(border_at_);
  if (line.starts_with("--------- ") && contains(line, "was the duration of dumpsys "))
    return end_at(next);
  if (only(line, '-', 78)) border_ = '-';
  if (only(line, '=', 40)) border_ = '=';
  border_at_ = at;
}

void DumpSections::end_carry(std::uint64_t next) {
  const std::string whole = std::exchange(carry_, {});
  if (whole.size() <= kLongestBorder)
    line(whole, carry_at_, next);
  else
    border_ = 0;
}

// Only lines that begin with one of three signs can be borders: the others are passed over.
void DumpSections::add(std::string_view piece) {
  std::size_t pos = 0;
  if (!carry_.empty()) {
    const auto end = piece.find('\n');
    carry_ += piece.substr(0, std::min(end, kLongestBorder + 1 - carry_.size()));
    pos = std::min(end, piece.size());
    if (end != std::string_view::npos) end_carry(read_ + ++pos);
  }
  while (pos < piece.size()) {
    const auto end = piece.find('\n', pos);
    if (end == std::string_view::npos) {
      carry_ = piece.substr(pos, kLongestBorder + 1);
      carry_at_ = read_ + pos;
      break;
    }
    const char first = piece[pos];
    if ((first == '-' || first == '=' || first == 'D') && end - pos <= kLongestBorder)
      line(piece.substr(pos, end - pos), read_ + pos, read_ + end + 1);
    else
      border_ = 0;
    pos = end + 1;
  }
  read_ += piece.size();
}

std::vector<DumpSection> DumpSections::finish() {
  if (!carry_.empty()) end_carry(read_);
  end_at(read_);
  return std::move(sections_);
}

bool is_dump(std::string_view head) {
  return contains(head, "== dumpstate: ") || contains(head, "\nDUMP OF SERVICE ") ||
         head.starts_with("Currently running services:");
}

}  // namespace bridle
