#include <algorithm>
#include <initializer_list>

#include "sink/html.h"
#include "sink/report_parts.h"
#include "sink/wording.h"

namespace bridle {
namespace {

constexpr std::size_t kMostRows = 500;

void begin_table(std::string& out, std::string_view caption,
                 std::initializer_list<std::string_view> columns) {
  out += "<div class=\"wide\"><table>";
  if (!caption.empty()) out += "<caption>" + std::string(caption) + "</caption>";
  out += "<thead><tr>";
  for (const std::string_view column : columns) {
    const bool number = column.starts_with('#');
    out += number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    out += std::string(column.substr(number ? 1 : 0)) + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
}

void end_table(std::string& out, std::size_t rows) {
  out += "</tbody></table></div>\n";
  if (rows > kMostRows)
    out += "<p class=\"note\">" + std::to_string(rows - kMostRows) +
           " more rows stand in result.json.</p>\n";
}

std::string counted(std::uint64_t n) {
  return "<td class=\"n\">" + std::to_string(n) + "</td>";
}

std::string short_cell(const std::string& html) {
  return "<td class=\"t\">" + html + "</td>";
}

std::string cell(const std::string& html) {
  return "<td>" + html + "</td>";
}

}  // namespace

std::string_view tone(Verdict verdict) {
  switch (verdict) {
    case Verdict::invalid:
    case Verdict::match:
      return "red";
    case Verdict::no_match:
      return "green";
    default:
      return "amber";
  }
}

std::string_view tone(Level level) {
  return level == Level::match ? "red" : "amber";
}

std::string_view tone(State state) {
  switch (state) {
    case State::read:
      return "green";
    case State::absent:
      return "grey";
    case State::failed:
    case State::encrypted:
      return "red";
    default:
      return "amber";
  }
}

std::string chip(std::string_view tone, std::string_view word) {
  return "<span class=\"chip " + std::string(tone) + "\">" + std::string(word) + "</span>";
}

std::string utc(Time time) {
  std::string out = iso8601(time);
  out[10] = ' ';
  out.pop_back();
  return out + " UTC";
}

void write_unchecked_section(std::string& out, const Outcome& outcome) {
  out += "<h2 id=\"unchecked\">What could not be checked</h2>\n";
  const auto list = unchecked(outcome);
  if (list.empty()) {
    out += "<p>Every surface that this kind of exhibit should hold was read whole.</p>\n";
    return;
  }
  out +=
      "<p class=\"note\">Nothing can be said about these: a trace there would not have been "
      "seen.</p>\n";
  begin_table(out, "", {"Exhibit", "Surface or file", "State", "#Places", "Why"});
  for (std::size_t i = 0; i < std::min(list.size(), kMostRows); ++i)
    out += "<tr>" + short_cell(list[i].exhibit) + "<th scope=\"row\">" +
           (list[i].path.empty() ? escaped(list[i].what) : exact(list[i].path, 300)) + "</th>" +
           cell(escaped(list[i].state)) + counted(list[i].places) + cell(evidence(list[i].why)) +
           "</tr>\n";
  end_table(out, list.size());
}

void write_exhibits_section(std::string& out, const Outcome& outcome) {
  out += "<h2 id=\"exhibits\">Exhibits</h2>\n";
  begin_table(out, "", {"Id", "Kind", "Device", "System", "SHA-256"});
  for (std::size_t i = 0; i < std::min(outcome.exhibits.size(), kMostRows); ++i) {
    const Received& e = outcome.exhibits[i];
    out += "<tr><th scope=\"row\" class=\"t\">" + exhibit_id(i) + "</th>" +
           short_cell(escaped(e.kind)) + short_cell(evidence(e.device.model, 30)) +
           short_cell(evidence(e.device.os, 30)) + cell(exact(e.sha256)) + "</tr>\n";
  }
  end_table(out, outcome.exhibits.size());
}

void write_coverage_section(std::string& out, const Outcome& outcome) {
  out +=
      "<h2 id=\"coverage\">Coverage</h2>\n<p class=\"note\">Each surface that was looked for, and "
      "how "
      "much of it was read.</p>\n";
  begin_table(out, "", {"Exhibit", "Surface", "State", "#Records", "#Gaps", "Why"});
  for (std::size_t i = 0; i < std::min(outcome.coverage.size(), kMostRows); ++i) {
    const Coverage& c = outcome.coverage[i];
    out += "<tr>" + short_cell(exhibit_id(c.exhibit)) + "<th scope=\"row\">" +
           escaped(title_of(c.surface)) + "<br><span class=\"id\">" + escaped(c.surface) +
           "</span></th>" + cell(chip(tone(c.state), name(c.state))) + counted(c.records) +
           counted(c.gaps) + cell(evidence(c.why)) + "</tr>\n";
  }
  end_table(out, outcome.coverage.size());
}

void write_packs_section(std::string& out, const Outcome& outcome) {
  out +=
      "<h2 id=\"packs\">Indicator packs</h2>\n<p class=\"note\">How many indicators were tried; "
      "the "
      "numbers say nothing about the phone.</p>\n";
  begin_table(out, "", {"Pack", "#Indicators", "#Skipped", "SHA-256"});
  for (std::size_t i = 0; i < std::min(outcome.packs.size(), kMostRows); ++i) {
    const AppliedPack& p = outcome.packs[i];
    out += "<tr><th scope=\"row\">" + exact(p.name, 200) + "</th>" + counted(p.indicators) +
           counted(p.skipped.size()) + cell(exact(p.sha256)) + "</tr>\n";
  }
  end_table(out, outcome.packs.size());
  std::size_t skipped = 0;
  for (const AppliedPack& p : outcome.packs) skipped += p.skipped.size();
  if (skipped == 0) return;
  out += "<h3>Indicators that were skipped</h3>\n";
  begin_table(out, "", {"Pack", "Indicator", "Why"});
  std::size_t left = kMostRows;
  for (const AppliedPack& p : outcome.packs)
    for (const SkippedIndicator& s : p.skipped) {
      if (left == 0) break;
      --left;
      out += "<tr>" + cell(exact(p.name, 200)) + "<th scope=\"row\">" + exact(s.id, 200) + "</th>" +
             cell(evidence(s.why)) + "</tr>\n";
    }
  end_table(out, skipped);
}

void write_gaps_section(std::string& out, const Outcome& outcome) {
  out += "<h2 id=\"gaps\">Gaps</h2>\n";
  if (outcome.gaps.empty()) {
    out += "<p>No place that was looked at was unreadable.</p>\n";
    return;
  }
  begin_table(out, "", {"Exhibit", "File", "Artefact", "#At", "Why"});
  for (std::size_t i = 0; i < std::min(outcome.gaps.size(), kMostRows); ++i) {
    const Gap& g = outcome.gaps[i];
    out += "<tr>" + short_cell(exhibit_id(g.exhibit)) + "<th scope=\"row\">" + exact(g.path, 400) +
           "</th>" + cell(escaped(g.artefact)) + counted(g.at) + cell(evidence(g.why)) + "</tr>\n";
  }
  end_table(out, outcome.gaps.size());
}

}  // namespace bridle
