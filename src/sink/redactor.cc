#include "sink/redactor.h"

#include "base/text.h"
#include "sink/json.h"

namespace bridle {
namespace {

// Lists have one entry a line.
template <class Replace>
std::string each_line(std::string_view text, Replace replace) {
  std::string out;
  for (const std::string_view line : split(text, '\n')) {
    if (!out.empty() || line.data() != text.data()) out += '\n';
    out += replace(line);
  }
  return out;
}

}  // namespace

void Redactor::count(std::string_view artefact, std::string_view field, bool withheld) {
  const std::string key = std::string(artefact) + "." + std::string(field);
  Count& count = counts_[key];
  ++(withheld ? count.withheld : count.pseudonyms);
}

std::string Redactor::text(Privacy privacy, Kind kind, std::string_view text) const {
  switch (privacy) {
    case Privacy::identifier:
      return each_line(text, [&](std::string_view line) { return pseudonyms_.of(line); });
    case Privacy::name:
      return each_line(text, [&](std::string_view line) { return pseudonyms_.of(line, "name"); });
    case Privacy::device:
      return pseudonyms_.of(text, "device");
    case Privacy::words:
      return level_ <= Share::matched ? pseudonyms_.mark(text) : pseudonyms_.in_words(text);
    case Privacy::open:
      return kind == Kind::text ? pseudonyms_.in_text(text) : std::string(text);
    case Privacy::measure:
      break;
  }
  return std::string(text);
}

Value Redactor::value(std::string_view artefact, std::string_view field, Kind kind,
                      const Value& value, std::string& into) {
  if (names_ == Names::revealed && level_ > Share::matched) return value;
  const Privacy privacy = privacy_of(field, kind);
  const auto* s = std::get_if<std::string_view>(&value);
  if (!s) {
    const bool held = privacy == Privacy::measure && level_ <= Share::matched &&
                      !std::holds_alternative<std::monostate>(value);
    if (held) count(artefact, field, true);
    return held ? Value() : value;
  }
  if (s->empty()) return value;
  into = text(privacy, kind, *s);
  if (into != *s) count(artefact, field, privacy == Privacy::words && level_ <= Share::matched);
  return std::string_view(into);
}

std::string Redactor::seen(const Finding& finding, std::optional<Kind> kind) {
  if (names_ == Names::revealed) return finding.value;
  const Privacy privacy = kind ? privacy_of(finding.field, *kind) : Privacy::words;
  const bool written = privacy == Privacy::words && (!kind || *kind == Kind::content);
  std::string out;
  bool withheld = false;
  if (finding.indicator)  // it is the attack's, and not a person's
    out = privacy == Privacy::identifier ? finding.value : pseudonyms_.in_text(finding.value);
  else if (privacy == Privacy::words && !(written && level_ <= Share::matched))
    out = pseudonyms_.in_words(finding.value);
  else
    out = text(privacy, kind.value_or(Kind::content), finding.value), withheld = written;
  if (out != finding.value) count("findings", "value", withheld);
  return out;
}

std::string Redactor::words(std::string_view where, std::string_view text) {
  if (names_ == Names::revealed) return std::string(text);
  std::string out = pseudonyms_.in_words(text);
  if (out == text) return out;
  const auto dot = where.find('.');
  count(where.substr(0, dot), where.substr(dot + 1), false);
  return out;
}

std::string Redactor::log(std::string_view case_id) const {
  Json out;
  out.begin_object();
  out.member("case", case_id);
  out.key("fields");
  out.begin_object();
  for (const auto& [field, count] : counts_) {
    out.key(field);
    out.begin_object();
    out.member("pseudonyms", count.pseudonyms);
    out.member("withheld", count.withheld);
    out.end_object();
  }
  out.end_object();
  out.member("level", name(level_));
  out.member("names", names_ == Names::revealed ? "revealed" : "replaced");
  out.member("schema", "bridle-redaction/1");
  out.end_object();
  return out.take();
}

}  // namespace bridle
