#include "sink/mvt/json_text.h"

#include <cmath>

#include "base/text.h"
#include "sink/json.h"

namespace bridle {

std::string mvt_indent(unsigned depth) {
  std::string out(static_cast<std::size_t>(depth) * 4, ' ');
  return out;
}

std::string indented(std::string_view json, unsigned by) {
  std::string out;
  out.reserve(json.size() + json.size() / 8);
  const std::string indent = "\n" + mvt_indent(by);
  for (;;) {
    const auto end = json.find('\n');
    out += json.substr(0, end);
    if (end == std::string_view::npos) return out;
    out += indent;
    json.remove_prefix(end + 1);
  }
}

std::string mvt_time(Time t) {
  std::string out = iso8601(t);
  out.pop_back();
  out[10] = ' ';
  return out;
}

std::string MvtMembers::gap() const {
  return "\n" + mvt_indent(depth_ + open());
}

void MvtMembers::separate() {
  if (!first_) out_ += ',';
  if (!first_ || open() > 0 || depth_ > 0) out_ += gap();
  first_ = false;
}

void MvtMembers::key(std::string_view name) {
  if (inside_.empty() && name.find('/') == std::string_view::npos) {
    separate();
    append_json(out_, name);
    out_ += ": ";
    return;
  }
  auto parts = split(name, '/');
  const std::string_view last = parts.back();
  parts.pop_back();
  std::size_t same = 0;
  while (same < inside_.size() && same < parts.size() && inside_[same] == parts[same]) ++same;
  while (inside_.size() > same) {
    inside_.pop_back();
    out_ += gap() + "}";
  }
  for (; same < parts.size(); ++same) {
    separate();
    append_json(out_, parts[same]);
    out_ += ": {";
    inside_.emplace_back(parts[same]);
    first_ = true;
  }
  separate();
  append_json(out_, last);
  out_ += ": ";
}

void MvtMembers::text(std::string_view value) {
  anything_ = true;
  append_json(out_, value);
}

void MvtMembers::number(std::int64_t value) {
  anything_ = true;
  out_ += std::to_string(value);
}

void MvtMembers::real(double value) {
  if (!std::isfinite(value)) return null();
  anything_ = true;
  const std::string digits = json_number(value);
  out_ += digits;
  // Whole numbers stay floating point for who reads them with Python.
  if (digits.find_first_not_of("-0123456789") == std::string::npos) out_ += ".0";
}

void MvtMembers::boolean(bool value) {
  anything_ = true;
  out_ += value ? "true" : "false";
}

void MvtMembers::null() {
  out_ += "null";
}

void MvtMembers::list(const std::vector<std::string>& values) {
  anything_ = anything_ || !values.empty();
  out_ += '[';
  for (std::size_t i = 0; i < values.size(); ++i) {
    out_ += (i > 0 ? "," : "") + gap() + mvt_indent(1);
    append_json(out_, values[i]);
  }
  out_ += values.empty() ? "]" : gap() + "]";
}

void MvtMembers::written(std::string_view json) {
  anything_ = true;
  out_ += json;
}

std::string MvtMembers::take(unsigned but) {
  while (open() > but) {
    inside_.pop_back();
    out_ += gap() + "}";
  }
  return std::move(out_);
}

}  // namespace bridle
