#include "sink/mvt/forms.h"

#include <algorithm>

#include "base/text.h"
#include "format/hash.h"

namespace bridle {
namespace {

std::string sha1_id(const MvtRow& row) {
  std::string name(row.record.domain);
  return hex(as_bytes(hash(Hash::sha1, as_bytes(name.append("-").append(row.record.path)))));
}

void optional_text(MvtMembers& out, std::string_view text) {
  if (text.empty())
    out.null();
  else
    out.text(text);
}

}  // namespace

void as_it_is(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const Value value = row.value(field);
  if (const auto* s = std::get_if<std::string_view>(&value)) return out.text(*s);
  if (const auto* n = std::get_if<std::int64_t>(&value)) return out.number(*n);
  if (const auto* d = std::get_if<double>(&value)) return out.real(*d);
  if (const auto* t = std::get_if<Time>(&value)) return out.text(mvt_time(*t));
  out.null();
}

void constant(MvtMembers& out, const MvtRow& /*row*/, std::string_view text) {
  out.text(text);
}

void first_text(MvtMembers& out, const MvtRow& row, std::string_view fields) {
  for (const std::string_view field : split(fields, ' '))
    if (const std::string_view text = row.text(field); !text.empty()) return out.text(text);
  out.null();
}

void row_number(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  out.number(static_cast<std::int64_t>(row.record.row));
}

void file_path(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  out.text(row.record.path);
}

void file_name(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  const std::string_view path = row.record.path;
  out.text(path.substr(path.rfind('/') + 1));
}

void file_domain(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  out.text(row.record.domain);
}

void file_id(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  if (row.record.domain.empty()) return out.null();  // a plain file has no id
  out.text(sha1_id(row));
}

void stored_path(MvtMembers& out, const MvtRow& row, std::string_view /*field*/) {
  if (row.record.domain.empty()) return out.text(row.record.path);
  const std::string id = sha1_id(row);
  out.text(id.substr(0, 2) + "/" + id);
}

void phone_time(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.text(mvt_time(row.zone.shown(*t)));
  else
    out.null();
}

void phone_second(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.text(mvt_time(row.zone.shown(*t)).substr(0, 19));
  else
    out.null();
}

void apple_time(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.real(static_cast<double>(t->us - kAppleEpoch) / static_cast<double>(kSecond));
  else
    out.null();
}

void chrome_time(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.number(t->us - kChromeEpoch);
  else
    out.null();
}

void unix_time(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.real(static_cast<double>(t->us) / static_cast<double>(kSecond));
  else
    out.null();
}

void unix_time_ms(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.number(t->us / 1000);
  else
    out.null();
}

void unix_time_ms_text(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const auto t = row.time(field);
  out.text(t ? std::to_string(t->us / 1000) : "0");  // so the backup writes «never»
}

void unix_time_ns(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto t = row.time(field))
    out.written(std::to_string(t->us) + "000");
  else
    out.null();
}

void yes_no(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto n = row.number(field))
    out.boolean(*n != 0);
  else
    out.null();
}

void yes_if_any(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const Value value = row.value(field);
  out.boolean(!std::holds_alternative<std::monostate>(value) && row.number(field).value_or(1) != 0);
}

void real_number(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto n = row.number(field)) return out.real(static_cast<double>(*n));
  as_it_is(out, row, field);
}

void file_mode(MvtMembers& out, const MvtRow& row, std::string_view field) {
  auto mode = static_cast<std::uint64_t>(row.number(field).value_or(0));
  if (!row.number(field)) return out.null();
  std::string digits;
  for (; mode > 0; mode >>= 3) digits += static_cast<char>('0' + (mode & 7));
  std::ranges::reverse(digits);
  out.text("0o" + (digits.empty() ? "0" : digits));
}

void android_user(MvtMembers& out, const MvtRow& row, std::string_view field) {
  constexpr std::int64_t kPerUser = 100'000;
  constexpr std::int64_t kFirstApp = 10'000;
  const auto uid = row.number(field);
  if (!uid) return out.null();
  if (*uid < kFirstApp) return out.text(std::to_string(*uid));
  const std::int64_t app = *uid % kPerUser;
  out.text("u" + std::to_string(*uid / kPerUser) +
           (app < kFirstApp ? "s" + std::to_string(app) : "a" + std::to_string(app - kFirstApp)));
}

void number_as_text(MvtMembers& out, const MvtRow& row, std::string_view field) {
  if (const auto n = row.number(field)) return out.text(std::to_string(*n));
  optional_text(out, row.text(field));
}

void leading_number(MvtMembers& out, const MvtRow& row, std::string_view field) {
  const std::string_view text = row.text(field);
  if (const auto n = number(text.substr(0, text.find(' '))))
    out.number(*n);
  else
    out.null();
}

void in_brackets(MvtMembers& out, const MvtRow& row, std::string_view field) {
  optional_text(out, between(row.text(field), "(", ")").value_or(""));
}

namespace {

void separated(MvtMembers& out, std::string_view text, char separator) {
  std::vector<std::string> parts;
  if (!text.empty())
    for (const std::string_view part : split(text, separator)) parts.emplace_back(part);
  out.list(parts);
}

}  // namespace

void text_lines(MvtMembers& out, const MvtRow& row, std::string_view field) {
  separated(out, row.text(field), '\n');
}

void comma_list(MvtMembers& out, const MvtRow& row, std::string_view field) {
  separated(out, row.text(field), ',');
}

std::vector<std::string> links_of(const MvtRow& row, std::string_view fields) {
  std::vector<std::string> out;
  for (const std::string_view field : split(fields, ' ')) {
    std::string_view rest = row.text(field);
    for (;;) {
      const std::size_t at = rest.find("http");
      if (at == std::string_view::npos) break;
      rest.remove_prefix(at);
      const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n\f\v"));
      const std::size_t scheme = word.starts_with("https://") ? 8 : 7;
      const bool link =
          word.size() > scheme && (word.starts_with("https://") || word.starts_with("http://"));
      if (link && std::ranges::find(out, word) == out.end()) out.emplace_back(word);
      rest.remove_prefix(link ? word.size() : 4);
    }
  }
  return out;
}

void links_in(MvtMembers& out, const MvtRow& row, std::string_view fields) {
  out.list(links_of(row, fields));
}

}  // namespace bridle
