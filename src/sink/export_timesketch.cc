#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "sink/export.h"
#include "sink/json.h"
#include "sink/private_file.h"
#include "sink/sorted_lines.h"

namespace bridle {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMessage = 400;  // bytes

// "ios_sms" is "ios:sms".
std::string data_type(std::string_view artefact) {
  std::string out(artefact);
  if (const auto at = out.find('_'); at != std::string::npos) out[at] = ':';
  return out;
}

// "2019-05-03T10:11:12.000000+00:00"
std::string with_offset(Time t) {
  std::string out = iso8601(t);
  out.back() = '+';
  return out + "00:00";
}

// At most n bytes, at the end of a character.
std::string_view cut(std::string_view text, std::size_t n) {
  if (text.size() <= n) return text;
  while (n > 0 && (static_cast<unsigned char>(text[n]) & 0xc0) == 0x80) --n;
  return text.substr(0, n);
}

std::string shown(const Value& value) {
  if (const auto* s = std::get_if<std::string_view>(&value)) return std::string(*s);
  if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
  if (const auto* d = std::get_if<double>(&value); d && std::isfinite(*d)) return json_number(*d);
  return {};
}

std::string message(const SharedTable& table, const StoredRecord& record) {
  std::string out = table.title + ":";
  for (std::size_t i = 0; i < record.values.size() && out.size() < kMessage; ++i)
    if (const std::string value = shown(record.values[i]); !value.empty())
      out.append(" ").append(table.fields[i].name).append("=").append(value);
  return std::string(cut(out, kMessage));
}

std::vector<std::string> tags_of(const Outcome& outcome, const std::vector<std::size_t>& findings) {
  std::vector<std::string> out;
  for (const std::size_t i : findings) {
    const Finding& f = outcome.findings[i];
    out.insert(out.end(), {finding_id(i), std::string(name(f.claim)), std::string(name(f.level))});
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

struct Event {
  Time at;
  std::string what;  // timestamp_desc
  std::string message;
  std::string artefact;
  std::string exhibit;
  std::string locator;
  std::string sha256;
  std::vector<std::string> tags;
};

std::string line_of(const Event& event) {
  Json out(Json::Form::lines);
  out.begin_object();
  out.member("data_type", data_type(event.artefact));
  out.member("datetime", with_offset(event.at));
  out.member("exhibit", event.exhibit);
  out.member("message", event.message);
  out.member("source_locator", event.locator);
  out.member("source_sha256", event.sha256);
  out.key("tag");
  out.begin_array();
  for (const std::string& tag : event.tags) out.value(std::string_view(tag));
  out.end_array();
  out.member("timestamp", event.at.us);
  out.member("timestamp_desc", event.what);
  out.end_object();
  return out.take();
}

std::string place(const Locator& at) {
  std::string out = at.domain;
  if (!out.empty()) out += '/';
  out.append(at.path).append("#row=").append(std::to_string(at.row));
  return at.recovered.empty() ? out : out + " recovered from: " + at.recovered;
}

std::string place(const StoredRecord& record) {
  return place(Locator{.path = std::string(record.path),
                       .domain = std::string(record.domain),
                       .row = record.row,
                       .recovered = std::string(record.recovered)});
}

Result<void> add_artefact(SharedTable& table, const Outcome& outcome, SortedLines& lines) {
  for (;;) {
    const auto row = TRY(table.next());
    if (!row) return {};
    const StoredRecord& record = row->record;
    Event event{.at = {},
                .what = {},
                .message = {},
                .artefact = table.name,
                .exhibit = std::string(record.exhibit),
                .locator = place(record),
                .sha256 = std::string(record.sha256),
                .tags = tags_of(outcome, row->findings)};
    for (std::size_t i = 0; i < record.values.size(); ++i) {
      const auto* at = std::get_if<Time>(&record.values[i]);
      if (!at) continue;
      const StoredField& field = table.fields[i];
      event.at = *at;
      event.what = field.doc.empty() ? field.name : field.doc;
      if (event.message.empty()) event.message = message(table, record);
      lines.add(at->us, line_of(event));
    }
  }
}

// Timesketch knows no event without a time: plaso's way is the epoch, called "Not a time".
void add_undated(const Outcome& outcome, PrivateFile& out) {
  for (std::size_t i = 0; i < outcome.findings.size(); ++i) {
    const Finding& f = outcome.findings[i];
    if (!f.times.empty()) continue;
    out.write(line_of({.at = {},
                       .what = "Not a time",
                       .message = std::string(cut(f.why + " " + f.field + "=" + f.value, kMessage)),
                       .artefact = f.artefact,
                       .exhibit = exhibit_id(f.exhibit),
                       .locator = place(f.locator),
                       .sha256 = f.locator.sha256,
                       .tags = {finding_id(i), std::string(name(f.claim)),
                                std::string(name(f.level)), "undated"}}));
  }
}

}  // namespace

Result<void> export_timesketch(SharedCase& shared, const fs::path& output) {
  PrivateFile out = TRY(PrivateFile::create(output));
  SortedLines lines(output.parent_path());
  TRY(shared.each_artefact(
      [&](SharedTable& table) { return add_artefact(table, shared.outcome(), lines); }));
  add_undated(shared.outcome(), out);
  TRY(lines.write_to(out));
  return out.close();
}

}  // namespace bridle
