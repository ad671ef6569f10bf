#include "format/android_properties.h"

#include <string>

#include "base/text.h"
#include "format/lines.h"

namespace bridle {
namespace {

constexpr std::size_t kLongestValue = 64 << 10;

// The end of a section, and its time, may stand between the lines.
bool is_trailer(std::string_view line) {
  return line.starts_with("---") || trim(line).empty();
}

// A property that is being put together.
struct Property {
  std::uint64_t at = 0;
  std::string text;  // from its first '[' on; empty if none is open

  bool whole() const { return text.ends_with(']') && contains(text, "]: ["); }

  void hand_over(const PropertyReader& read) {
    const auto middle = text.find("]: [");
    const std::string_view all = text;
    read(at, all.substr(1, middle - 1), all.substr(middle + 4, all.size() - middle - 5));
    text.clear();
  }
};

}  // namespace

Result<void> read_properties(const Content& text, const PropertyReader& read,
                             const BrokenLine& broken) {
  Lines lines(text);
  Property open;
  const auto give_up = [&](std::uint64_t at) {
    if (broken) broken(at);
    open.text.clear();
  };
  while (const auto line = lines.next()) {
    if (open.text.empty()) {
      if (is_trailer(*line)) continue;
      open = {.at = lines.at(), .text = std::string(*line)};
      if (!line->starts_with('[')) {
        give_up(lines.at());
        continue;
      }
    } else {
      (open.text += '\n') += *line;
    }
    if (open.whole())
      open.hand_over(read);
    else if (!contains(open.text, "]: [") || open.text.size() > kLongestValue)
      give_up(open.at);
  }
  if (!open.text.empty()) give_up(open.at);
  if (lines.problem()) return std::unexpected(*lines.problem());
  return {};
}

}  // namespace bridle
