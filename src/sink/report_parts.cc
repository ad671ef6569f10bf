#include "sink/report_parts.h"

#include "base/sha256.h"
#include "base/text.h"
#include "sink/shown.h"

namespace bridle {
namespace {

// WeasyPrint puts the marks of lists that run from right to left beyond the margin, and the dot
// behind their numbers on the wrong side.
constexpr std::string_view kPrintedLists =
    R"css(@media print{[dir=rtl] ul:not([class])>li,[dir=rtl] ol:not([class])>li{list-style:none}
[dir=rtl] ul:not([class])>li::before{content:"\2022";margin-left:.5em}
[dir=rtl] ol:not([class])>li::before{content:counter(list-item);margin-left:.5em}}
)css";

}  // namespace

std::string ReportDraft::program() const {
  return "<bdi dir=\"ltr\">bridle " + escaped(shown(outcome.version, 100)) + "</bdi>";
}

std::string ReportDraft::in_english(std::string_view words, std::size_t limit) const {
  const std::string inner = evidence(words, limit);
  return say.code == english().code ? inner : "<span lang=\"en\" dir=\"ltr\">" + inner + "</span>";
}

void begin_page(ReportDraft& draft, std::string_view title, std::string_view look) {
  const std::string style = std::string(look) + std::string(kPrintedLists);
  const Digest digest = sha256(as_bytes(style));
  std::string& out = draft.html;
  out += "<!doctype html>\n<html lang=\"" + std::string(draft.say.code) + "\" dir=\"" +
         std::string(draft.say.direction) + "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'sha256-" +
      base64(digest) + "'; img-src data:; base-uri 'none'; form-action 'none'\">\n";
  out +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"format-detection\" content=\"telephone=no, date=no, email=no, address=no\">\n"
      "<title>" +
      escaped(title) + " \u2013 bridle</title>\n<style>";
  out += style;
  out += "</style>\n</head>\n<body>\n";
}

void end_page(ReportDraft& draft, const std::string& footer) {
  draft.html += "<footer>" + footer + "</footer>\n</body>\n</html>\n";
}

void write_heading(ReportDraft& draft, std::string_view id, const std::string& title) {
  draft.html += "<h2 id=\"" + std::string(id) + "\">" + title + "</h2>\n";
}

void write_note(ReportDraft& draft, const std::string& note) {
  draft.html += "<p class=\"note\">" + note + "</p>\n";
}

void begin_table(ReportDraft& draft, std::initializer_list<std::string> columns) {
  draft.html += "<div class=\"wide\" tabindex=\"0\"><table><thead><tr>";
  for (const std::string& column : columns) {
    const bool number = column.starts_with('#');
    draft.html += number ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    draft.html += column.substr(number ? 1 : 0) + "</th>";
  }
  draft.html += "</tr></thead>\n<tbody>\n";
}

void end_table(ReportDraft& draft, std::size_t left_out) {
  draft.html += "</tbody></table></div>\n";
  if (left_out > 0)
    write_note(draft, draft.text(Common::more_in_result, {std::to_string(left_out)}));
}

std::string cell(const std::string& html) {
  return "<td>" + html + "</td>";
}

std::string short_cell(const std::string& html) {
  return "<td class=\"t\">" + html + "</td>";
}

std::string number_cell(std::uint64_t n) {
  return "<td class=\"n\">" + std::to_string(n) + "</td>";
}

std::string row_head(const std::string& html) {
  return "<th scope=\"row\">" + html + "</th>";
}

void write_fact(ReportDraft& draft, const std::string& term, const std::string& html) {
  // In a row of its own: printers know no grids.
  draft.html += "<div><dt>" + term + "</dt><dd>" + html + "</dd></div>\n";
}

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
  return "<span class=\"chip " + std::string(tone) + "\">" + escaped(word) + "</span>";
}

std::string utc(Time time) {
  std::string out = iso8601(time);
  out[10] = ' ';
  out.pop_back();
  return exact(out + " UTC");
}

}  // namespace bridle
