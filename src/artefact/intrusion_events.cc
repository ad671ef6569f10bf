#include "artefact/intrusion_events.h"

#include "base/text.h"
#include "format/lines.h"

namespace bridle {
namespace {

constexpr std::string_view kSorts[] = {"dns_event", "connect_event", "security_event"};

bool known(std::string_view key) {
  for (const std::string_view sort : kSorts)
    if (key == sort) return true;
  return false;
}

}  // namespace

std::string_view event_sort(std::string_view line) {
  const auto begin = line.find('"');
  const auto end = begin == std::string_view::npos ? begin : line.find('"', begin + 1);
  return end == std::string_view::npos ? std::string_view()
                                       : line.substr(begin + 1, end - begin - 1);
}

Result<void> read_events(const File& file, Rows& out, std::string_view sort,
                         const EventReader& read) {
  Lines lines(*file.content);
  simdjson::dom::parser parser;
  bool any = false;
  while (const auto line = lines.next()) {
    if (out.stopped()) return {};
    const auto text = trim(*line);
    if (text.empty()) continue;
    any = true;
    const auto key = event_sort(text);
    if (key != sort && !text.ends_with('}')) {
      out.gap(lines.at(), "a line that ends early");
      continue;
    }
    if (key != sort) {
      // One artefact tells of lines that are of no sort: the three read the same file.
      if (!known(key) && sort == kSorts[2])
        out.gap(lines.at(), "a line that is no event of a known sort");
      continue;
    }
    JsonObject whole, event;
    if (parser.parse(text.data(), text.size()).get(whole) == simdjson::SUCCESS &&
        whole[sort].get(event) == simdjson::SUCCESS)
      read(lines.at(), event);
    else
      out.gap(lines.at(), "an event that is no JSON object");
  }
  if (lines.problem()) return std::unexpected(*lines.problem());
  if (!any) return fail(Errc::truncated, "the log is empty");
  return {};
}

std::string_view address_of(std::string_view text) {
  return text.substr(text.rfind('/') + 1);
}

}  // namespace bridle
