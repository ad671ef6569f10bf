#include "sink/report_html.h"

#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "sink/html.h"
#include "sink/report_parts.h"
#include "sink/report_style.h"
#include "sink/wording.h"

namespace bridle {
namespace {

void write_head(std::string& out) {
  const Digest style = sha256(as_bytes(kReportStyle));
  out += "<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-" +
      base64(style) + "'; img-src data:; base-uri 'none'; form-action 'none'\">\n";
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"format-detection\" content=\"telephone=no, date=no, email=no, address=no\">\n"
      "<title>Analyst's report \u2013 bridle</title>\n<style>";
  out += kReportStyle;
  out += "</style>\n</head>\n<body>\n";
}

std::string device_of(const Received& exhibit) {
  std::string out = exhibit.kind;
  if (!exhibit.device.model.empty()) out += ", " + exhibit.device.model;
  if (!exhibit.device.os.empty()) out += ", " + exhibit.device.os;
  return out;
}

void write_title(std::string& out, const Outcome& outcome) {
  out += "<header>\n<div class=\"brand\"><strong>bridle</strong><h1>Analyst's report</h1>";
  for (std::size_t i = 0; i < std::min<std::size_t>(outcome.exhibits.size(), 3); ++i)
    out +=
        "<span>" + exhibit_id(i) + ": " + evidence(device_of(outcome.exhibits[i]), 120) + "</span>";
  if (outcome.exhibits.size() > 3)
    out += "<span>and " + std::to_string(outcome.exhibits.size() - 3) + " more exhibits</span>";
  out += "</div>\n</header>\n";
}

void write_verdict(std::string& out, const Outcome& outcome) {
  std::string word(name(outcome.verdict));
  std::ranges::replace(word, '_', ' ');
  out += "<section class=\"verdict " + std::string(tone(outcome.verdict)) +
         "\" aria-label=\"Verdict\">\n<span class=\"word\">Verdict: " + word + "</span>\n<h2>" +
         escaped(headline(outcome.verdict)) + "</h2>\n<p>" + escaped(meaning(outcome.verdict)) +
         "</p>\n<p class=\"beside\">" + escaped(completeness(outcome)) + "</p>\n</section>\n";
}

void write_figure(std::string& out, std::uint64_t n, std::string_view what) {
  out += "<li><b>" + std::to_string(n) + "</b>" + std::string(what) + "</li>\n";
}

void write_figures(std::string& out, const Outcome& outcome) {
  std::uint64_t records = 0;
  for (const Coverage& c : outcome.coverage) records += c.records;
  const auto matches = static_cast<std::uint64_t>(
      std::ranges::count(outcome.findings, Level::match, &Finding::level));
  out += "<ul class=\"facts\">\n";
  write_figure(out, matches, "findings of level match");
  write_figure(out, outcome.findings.size() - matches, "findings of level lead");
  write_figure(out, records, "records examined");
  write_figure(out, outcome.gaps.size(), "places that could not be read");
  out += "</ul>\n";
}

void write_contents(std::string& out) {
  out +=
      "<nav aria-label=\"Contents\"><ul>"
      "<li><a href=\"#unchecked\">What could not be checked</a></li>"
      "<li><a href=\"#timeline\">Timeline</a></li>"
      "<li><a href=\"#findings\">Findings</a></li>"
      "<li><a href=\"#next\">Next steps</a></li>"
      "<li><a href=\"#exhibits\">Exhibits</a></li>"
      "<li><a href=\"#coverage\">Coverage</a></li>"
      "<li><a href=\"#packs\">Indicator packs</a></li>"
      "<li><a href=\"#gaps\">Gaps</a></li>"
      "<li><a href=\"#method\">Method and words</a></li></ul></nav>\n";
}

void write_next(std::string& out, const Outcome& outcome) {
  out += "<h2 id=\"next\">Next steps</h2>\n<ol>\n";
  for (const std::string_view step : next_steps(outcome)) out += "<li>" + escaped(step) + "</li>\n";
  out += "</ol>\n";
}

}  // namespace

std::string report_html(const Outcome& outcome) {
  std::string out;
  write_head(out);
  write_title(out, outcome);
  out += "<main>\n";
  write_verdict(out, outcome);
  write_figures(out, outcome);
  write_contents(out);
  write_unchecked_section(out, outcome);
  write_timeline_section(out, outcome);
  write_findings_section(out, outcome);
  write_next(out, outcome);
  write_exhibits_section(out, outcome);
  write_coverage_section(out, outcome);
  write_packs_section(out, outcome);
  write_gaps_section(out, outcome);
  write_method_section(out);
  out += "</main>\n<footer>Made by bridle " + escaped(outcome.version) +
         " from result.json alone. When, by whom and on which computer stands in run.json and "
         "custody.jsonl of the case. Hosts and URLs are broken on purpose (hxxp, [.]); characters "
         "that show nothing are written as \u27e8U+202E\u27e9.</footer>\n</body>\n</html>\n";
  return out;
}

}  // namespace bridle
