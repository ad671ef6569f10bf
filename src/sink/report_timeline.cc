#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sink/report_sections.h"

namespace bridle {
namespace {

constexpr std::size_t kMostRows = 500;
constexpr std::int64_t kLeft = 96, kRight = 940, kTop = 26, kLane = 30;

struct Event {
  Time at;
  std::size_t finding;
  std::string fields;  // of the record, that hold this time
};

std::vector<Event> events_of(const Outcome& outcome) {
  std::vector<Event> out;
  for (std::size_t i = 0; i < outcome.findings.size(); ++i)
    for (std::size_t k = 0; k < outcome.findings[i].times.size(); ++k)
      out.push_back({outcome.findings[i].times[k].at, i, outcome.findings[i].times[k].field});
  std::ranges::stable_sort(out, {}, &Event::at);
  std::vector<Event> merged;
  for (Event& e : out)
    if (!merged.empty() && merged.back().at == e.at && merged.back().finding == e.finding)
      merged.back().fields += ", " + e.fields;
    else
      merged.push_back(std::move(e));
  return merged;
}

std::int64_t across(Time at, Time first, Time last) {
  const double span = static_cast<double>(std::max<std::int64_t>(last.us - first.us, 1));
  return kLeft + static_cast<std::int64_t>(static_cast<double>(at.us - first.us) / span *
                                           static_cast<double>(kRight - kLeft));
}

// The classes that have an event, strongest first: one lane each.
std::vector<Class> lanes_of(const Outcome& outcome, const std::vector<Event>& events) {
  std::vector<Class> out;
  for (const Event& e : events) out.push_back(outcome.findings[e.finding].claim);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

// A language that is read from the right has its chart so, too: the axis of time begins there.
std::int64_t seen_at(const ReportDraft& draft, std::int64_t x) {
  return draft.say.direction == "rtl" ? 1000 - x : x;
}

void write_ticks(ReportDraft& draft, Time first, Time last, std::int64_t bottom) {
  const bool days = last.us - first.us >= 4 * 86'400 * kSecond;  // else hours, without the year
  for (std::int64_t i = 0; i <= 4; ++i) {
    const Time at{first.us + (last.us - first.us) / 4 * i};
    const std::string x = std::to_string(seen_at(draft, kLeft + (kRight - kLeft) / 4 * i));
    draft.html += "<line class=\"tick\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"8\" y2=\"" +
                  std::to_string(bottom) +
                  "\"/><text text-anchor=\"middle\" direction=\"ltr\" x=\"" + x + "\" y=\"" +
                  std::to_string(bottom + 18) + "\">" +
                  (days ? iso8601(at).substr(0, 10) : iso8601(at).substr(5, 11)) + "</text>";
  }
}

void write_lane(ReportDraft& draft, const std::vector<Event>& events, Class claim, std::int64_t y) {
  const Time first = events.front().at, last = events.back().at;
  const std::string level = std::to_string(y);
  draft.html += "<line class=\"lane\" x1=\"" + std::to_string(seen_at(draft, kLeft - 8)) +
                "\" x2=\"" + std::to_string(seen_at(draft, kRight + 8)) + "\" y1=\"" + level +
                "\" y2=\"" + level + "\"/><text x=\"" + std::to_string(seen_at(draft, 12)) +
                "\" y=\"" + std::to_string(y + 4) + "\">" + escaped(word(draft.say, claim)) +
                "</text>";
  for (const Event& e : events) {
    const Finding& f = draft.outcome.findings[e.finding];
    if (f.claim != claim) continue;
    draft.html += "<circle class=\"dot " + std::string(f.level == Level::match ? "m" : "l") +
                  "\" cx=\"" + std::to_string(seen_at(draft, across(e.at, first, last))) +
                  "\" cy=\"" + level + "\" r=\"" + (f.level == Level::match ? "6.5" : "5") + "\"/>";
  }
}

// Drawn only where it shows more than the table: the table says the same in words.
void write_chart(ReportDraft& draft, const std::vector<Event>& events) {
  const Time first = events.front().at, last = events.back().at;
  if (first == last) return;
  const auto lanes = lanes_of(draft.outcome, events);
  const std::int64_t bottom = kTop + kLane * static_cast<std::int64_t>(lanes.size()) - 8;
  draft.html += "<div class=\"wide\"><svg viewBox=\"0 0 1000 " + std::to_string(bottom + 30) +
                "\" role=\"img\" aria-label=\"" + draft.text(Workbook::timeline_chart) + "\">";
  write_ticks(draft, first, last, bottom);
  std::int64_t y = kTop;
  for (const Class lane : lanes) {
    write_lane(draft, events, lane, y);
    y += kLane;
  }
  draft.html += "</svg></div>\n";
}

void write_row(ReportDraft& draft, const std::string& time, std::size_t index) {
  const Finding& f = draft.outcome.findings[index];
  draft.html += "<tr>" + short_cell(time) + "<th scope=\"row\" class=\"t\"><a href=\"#" +
                finding_id(index) + "\">" + finding_id(index) + "</a></th>" +
                cell(chip(tone(f.level), word(draft.say, f.level))) +
                short_cell(escaped(word(draft.say, f.claim))) +
                cell(draft.in_english(title_of(f.artefact)) + ": " + evidence(f.value, 90)) +
                "</tr>\n";
}

}  // namespace

void write_timeline_section(ReportDraft& draft) {
  const Outcome& outcome = draft.outcome;
  auto events = events_of(outcome);
  if (outcome.findings.empty()) return;
  write_heading(draft, "timeline", draft.text(Workbook::timeline_title));
  write_note(draft, draft.text(Workbook::timeline_note));
  if (events.size() > kMostRows) events.resize(kMostRows);
  if (!events.empty()) write_chart(draft, events);
  begin_table(draft,
              {draft.text(Common::time_utc), draft.text(Common::finding), draft.text(Common::level),
               draft.text(Common::claim), draft.text(Common::what)});
  for (const Event& e : events)
    write_row(draft,
              exact(iso8601(e.at).substr(0, 10) + " " + iso8601(e.at).substr(11, 8)) +
                  "<br><span class=\"id\">" + exact(e.fields) + "</span>",
              e.finding);
  std::size_t undated = 0;
  for (std::size_t i = 0; i < outcome.findings.size() && undated < kMostRows; ++i)
    if (outcome.findings[i].times.empty()) {
      write_row(draft, draft.text(Workbook::timeline_undated), i);
      ++undated;
    }
  end_table(draft);
  if (events.size() == kMostRows || undated == kMostRows)
    write_note(draft, draft.text(Workbook::timeline_more, {std::to_string(kMostRows)}));
}

}  // namespace bridle
