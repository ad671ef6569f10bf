#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sink/html.h"
#include "sink/report_parts.h"
#include "sink/wording.h"

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

void write_ticks(std::string& out, Time first, Time last, std::int64_t bottom) {
  for (std::int64_t i = 0; i <= 4; ++i) {
    const Time at{first.us + (last.us - first.us) / 4 * i};
    const std::string x = std::to_string(kLeft + (kRight - kLeft) / 4 * i);
    out += "<line class=\"tick\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"8\" y2=\"" +
           std::to_string(bottom) + "\"/><text text-anchor=\"middle\" x=\"" + x + "\" y=\"" +
           std::to_string(bottom + 18) + "\">" +
           iso8601(at).substr(last.us - first.us < 4 * 86'400 * kSecond ? 5 : 0,
                              last.us - first.us < 4 * 86'400 * kSecond ? 11 : 10) +
           "</text>";
  }
}

// Drawn only where it shows more than the table: the table says the same in words.
void write_chart(std::string& out, const Outcome& outcome, const std::vector<Event>& events) {
  const Time first = events.front().at, last = events.back().at;
  if (first == last) return;
  const auto lanes = lanes_of(outcome, events);
  const std::int64_t bottom = kTop + kLane * static_cast<std::int64_t>(lanes.size()) - 8;
  out += "<div class=\"wide\"><svg viewBox=\"0 0 1000 " + std::to_string(bottom + 30) +
         "\" role=\"img\" aria-label=\"Findings over time; the table below says the same\">";
  write_ticks(out, first, last, bottom);
  for (std::size_t k = 0; k < lanes.size(); ++k) {
    const std::string y = std::to_string(kTop + kLane * static_cast<std::int64_t>(k));
    out += "<line class=\"lane\" x1=\"" + std::to_string(kLeft - 8) + "\" x2=\"" +
           std::to_string(kRight + 8) + "\" y1=\"" + y + "\" y2=\"" + y +
           "\"/><text x=\"12\" y=\"" +
           std::to_string(kTop + 4 + kLane * static_cast<std::int64_t>(k)) + "\">" +
           std::string(name(lanes[k])) + "</text>";
    for (const Event& e : events) {
      const Finding& f = outcome.findings[e.finding];
      if (f.claim != lanes[k]) continue;
      out += "<circle class=\"dot " + std::string(f.level == Level::match ? "m" : "l") +
             "\" cx=\"" + std::to_string(across(e.at, first, last)) + "\" cy=\"" + y + "\" r=\"" +
             (f.level == Level::match ? "6.5" : "5") + "\"/>";
    }
  }
  out += "</svg></div>\n";
}

}  // namespace

void write_timeline_section(std::string& out, const Outcome& outcome) {
  auto events = events_of(outcome);
  if (outcome.findings.empty()) return;
  out +=
      "<h2 id=\"timeline\">Timeline of the findings</h2>\n<p class=\"note\">All times are UTC, as "
      "the "
      "records hold them; a phone's clock can be wrong.</p>\n";
  if (events.size() > kMostRows) events.resize(kMostRows);
  if (!events.empty()) write_chart(out, outcome, events);
  out +=
      "<div class=\"wide\"><table><thead><tr><th scope=\"col\">Time (UTC)</th><th "
      "scope=\"col\">Finding"
      "</th><th scope=\"col\">Level</th><th scope=\"col\">Class</th><th "
      "scope=\"col\">What</th></tr>"
      "</thead>\n<tbody>\n";
  const auto row = [&](const std::string& time, std::size_t i) {
    const Finding& f = outcome.findings[i];
    out += "<tr><td class=\"t\">" + time + "</td><th scope=\"row\"><a href=\"#" + finding_id(i) +
           "\">" + finding_id(i) + "</a></th><td>" + chip(tone(f.level), name(f.level)) +
           "</td><td class=\"t\">" + std::string(name(f.claim)) + "</td><td>" +
           escaped(title_of(f.artefact)) + ": " + evidence(f.value, 90) + "</td></tr>\n";
  };
  for (const Event& e : events) {
    row(iso8601(e.at).substr(0, 10) + " " + iso8601(e.at).substr(11, 8) +
            "<br><span class=\"id\">" + escaped(e.fields) + "</span>",
        e.finding);
  }
  std::size_t undated = 0;
  for (std::size_t i = 0; i < outcome.findings.size() && undated < kMostRows; ++i)
    if (outcome.findings[i].times.empty()) {
      row("no time in the record", i);
      ++undated;
    }
  out += "</tbody></table></div>\n";
  if (events.size() == kMostRows || undated == kMostRows)
    out +=
        "<p class=\"note\">Only the first 500 are listed; the export to Timesketch has them "
        "all.</p>\n";
}

}  // namespace bridle
