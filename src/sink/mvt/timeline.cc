#include "sink/mvt/timeline.h"

#include <algorithm>
#include <map>
#include <vector>

#include "sink/mvt/json_text.h"

namespace bridle {
namespace {

constexpr std::size_t kDescription = 400;      // bytes
constexpr std::string_view kLetters = "MACB";  // modified, accessed, changed, born

void describe(std::string& out, std::span<const MvtKey> keys, const MvtRow& row) {
  for (const MvtKey& key : keys) {
    if (out.size() > kDescription) return;
    if (row.time(key.field)) continue;
    MvtMembers value(0);
    key.form(value, row, key.field);
    const bool said = value.anything();
    std::string shown = value.take();
    if (!said || shown == "\"\"" || shown.starts_with('[') || shown.starts_with('{')) continue;
    if (shown.starts_with('"')) shown = shown.substr(1, shown.size() - 2);
    out.append(out.empty() ? "" : ", ").append(key.name).append(": ");
    out.append(shown, 0, kDescription);
  }
}

// What the record says, without its times and lists: one line, for the events are sorted as such.
std::string description(const MvtSource& source, const MvtRow& row) {
  std::string out;
  describe(out, source.keys, row);
  for (const MvtList& list : source.lists) {
    if (list.count) continue;
    describe(out, list.keys, row);
    for (const MvtList& inner : list.inner) describe(out, inner.keys, row);
    if (!list.keep) break;
  }
  return out;
}

void add_line(SortedLines& lines, Time at, std::string_view plugin, std::string event,
              std::string text) {
  const std::string cells[] = {mvt_time(at), std::string(plugin), std::move(event),
                               std::move(text)};
  lines.add(at.us, mvt_csv_line(cells));
}

// No line end stands inside a JSON text, so all of them are layout.
std::string on_one_line(std::string_view json) {
  std::string out;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (json[i] != '\n') {
      out += json[i];
      continue;
    }
    while (i + 1 < json.size() && json[i + 1] == ' ') ++i;
    if (out.ends_with(',')) out += ' ';
  }
  return out;
}

bool is_letter_of_times(std::string_view name) {
  return name.size() == 1 && kLetters.find(name) != std::string_view::npos;
}

}  // namespace

std::string mvt_csv_line(std::span<const std::string> cells) {
  std::string out;
  for (const std::string& cell : cells) {
    out += out.empty() ? "\"" : ",\"";
    std::string_view rest = cell;
    for (auto quote = rest.find('"'); quote != std::string_view::npos; quote = rest.find('"')) {
      out.append(rest.substr(0, quote)).append("\"\"");
      rest.remove_prefix(quote + 1);
    }
    out += rest;
    out += '"';
  }
  return out + "\r\n";
}

void add_mvt_events(SortedLines& lines, const MvtModule& module, const MvtSource& source,
                    const MvtRow& row) {
  std::map<Time, std::string> letters;
  std::string text;
  for (const MvtEvent& event : source.events) {
    const auto at = row.time(event.field);
    if (!at) continue;
    if (text.empty()) text = description(source, row);
    const Time shown = row.zone.shown(*at);
    if (is_letter_of_times(event.name)) {
      std::string& marks = letters.try_emplace(shown, "----").first->second;
      marks[kLetters.find(event.name)] = event.name.front();
      continue;
    }
    std::string what(event.name);
    if (!event.by.empty()) what += row.text(event.by);
    add_line(lines, shown, module.name, std::move(what), text);
  }
  for (const auto& [at, marks] : letters) add_line(lines, at, module.name, marks, text);
}

Result<void> write_mvt_alerts_timeline(const std::filesystem::path& path,
                                       std::span<const MvtAlert> alerts) {
  std::vector<const MvtAlert*> timed;
  for (const MvtAlert& alert : alerts)
    if (!alert.event_time.empty()) timed.push_back(&alert);
  std::ranges::stable_sort(timed, {}, &MvtAlert::event_time);
  PrivateFile out = TRY(PrivateFile::create(path));
  const std::string head[] = {"Event Time", "Module", "Message", "Event"};
  out.write(mvt_csv_line(head));
  for (const MvtAlert* alert : timed) {
    const std::string cells[] = {alert->event_time, alert->module, alert->message,
                                 on_one_line(alert->event)};
    out.write(mvt_csv_line(cells));
  }
  return out.close();
}

}  // namespace bridle
