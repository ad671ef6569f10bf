#include "format/xml_text.h"

#include <algorithm>

#include "base/text.h"
#include "format/xml_entity.h"

namespace bridle {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

Result<std::optional<XmlEvent>> XmlTextReader::next() {
  if (closing_) return std::exchange(closing_, std::nullopt);
  while (!ended_) {
    auto event = step();
    if (!event) ended_ = true;
    if (!event || *event) return event;
  }
  return std::nullopt;
}

// What stands up to the next mark, or the mark; nothing for what tells nothing.
Result<std::optional<XmlEvent>> XmlTextReader::step() {
  const std::size_t begin = pos_;
  pos_ = std::min(xml_.find('<', pos_), xml_.size());
  const std::string_view between = xml_.substr(begin, pos_ - begin);
  if (!trim(between).empty())
    return XmlEvent{.kind = XmlEvent::Kind::text, .at = begin, .name = unescaped(between)};
  if (pos_ < xml_.size()) return mark();
  ended_ = true;
  if (!open_.empty()) return fail(Errc::truncated, "the document ends inside of elements", pos_);
  return std::nullopt;
}

Result<std::optional<XmlEvent>> XmlTextReader::mark() {
  const std::size_t begin = pos_;
  if (at("<![CDATA[")) {
    const std::string_view text = TRY(cdata());
    if (trim(text).empty()) return std::nullopt;
    return XmlEvent{.kind = XmlEvent::Kind::text, .at = begin, .name = text};
  }
  if (at("<!--")) {
    TRY(skip_past("-->"));
  } else if (at("<?")) {
    TRY(skip_past("?>"));
  } else if (at("<!")) {
    // An own definition could make any text out of a few bytes; Android writes none.
    const std::string_view type = xml_.substr(pos_, xml_.find('>', pos_) - pos_);
    if (contains(type, "["))
      return fail(Errc::unsupported, "an XML document type with definitions of its own", begin);
    TRY(skip_past(">"));
  } else if (at("</")) {
    return TRY(end());
  } else {
    return TRY(start());
  }
  return std::nullopt;
}

Result<XmlEvent> XmlTextReader::start() {
  const std::size_t begin = pos_++;
  const std::string_view name = word();
  if (name.empty()) return fail(Errc::malformed, "an element without a name", begin);
  attributes_.clear();
  for (skip_blanks(); pos_ < xml_.size() && !at(">") && !at("/>"); skip_blanks())
    attributes_.push_back(TRY(attribute()));
  if (pos_ == xml_.size()) return fail(Errc::truncated, "the document ends inside a tag", begin);
  if (at("/>"))
    closing_ = XmlEvent{.kind = XmlEvent::Kind::end, .at = pos_, .name = name};
  else
    open_.push_back(name);
  pos_ += at("/>") ? 2 : 1;
  return XmlEvent{
      .kind = XmlEvent::Kind::start, .at = begin, .name = name, .attributes = attributes_};
}

Result<XmlEvent> XmlTextReader::end() {
  const std::size_t begin = pos_;
  pos_ += 2;
  const std::string_view name = word();
  TRY(skip_past(">"));
  if (open_.empty() || open_.back() != name)
    return fail(Errc::malformed, "an element ends that did not begin", begin);
  open_.pop_back();
  return XmlEvent{.kind = XmlEvent::Kind::end, .at = begin, .name = name};
}

Result<void> XmlTextReader::skip_past(std::string_view end) {
  const std::size_t found = xml_.find(end, pos_);
  if (found == std::string_view::npos)
    return fail(Errc::truncated, "the document ends inside a mark", pos_);
  pos_ = found + end.size();
  return {};
}

Result<std::string_view> XmlTextReader::cdata() {
  const std::size_t begin = pos_ + 9;
  TRY(skip_past("]]>"));
  std::string into;
  const std::string_view stored = xml_.substr(begin, pos_ - 3 - begin);
  return valid_utf8(stored, into).data() == stored.data() ? stored : arena_.keep(into);
}

// name = "value", with either sort of quotes
Result<XmlAttribute> XmlTextReader::attribute() {
  const std::size_t begin = pos_;
  const std::string_view name = word();
  skip_blanks();
  if (name.empty() || (!at("=") && pos_ < xml_.size()))
    return fail(Errc::malformed, "an attribute that is none", begin);
  if (pos_ < xml_.size()) ++pos_;
  skip_blanks();
  const char quote = pos_ < xml_.size() ? xml_[pos_] : '"';
  if (quote != '"' && quote != '\'')
    return fail(Errc::malformed, "an attribute without its quotes", begin);
  const std::size_t from = std::min(pos_ + 1, xml_.size());
  const std::size_t to = xml_.find(quote, from);
  if (to == std::string_view::npos)
    return fail(Errc::truncated, "the document ends inside a tag", begin);
  pos_ = to + 1;
  return XmlAttribute{.name = name, .value = unescaped(xml_.substr(from, to - from))};
}

std::string_view XmlTextReader::word() {
  const std::size_t begin = pos_;
  pos_ = std::min(xml_.find_first_of(" \t\r\n=/>", pos_), xml_.size());
  std::string into;
  const std::string_view stored = xml_.substr(begin, pos_ - begin);
  return valid_utf8(stored, into).data() == stored.data() ? stored : arena_.keep(into);
}

// What is no entity stays as it is.
std::string_view XmlTextReader::unescaped(std::string_view s) {
  std::string into;
  const std::string_view valid = valid_utf8(s, into);
  if (!contains(valid, "&")) return valid.data() == s.data() ? s : arena_.keep(into);
  std::string out;
  for (std::size_t i = 0; i < valid.size();) {
    const std::size_t mark = std::min(valid.find('&', i), valid.size());
    out += valid.substr(i, mark - i);
    const std::string_view rest = valid.substr(mark);
    const std::size_t close = rest.substr(0, 12).find(';');
    const auto c =
        close == std::string_view::npos ? std::nullopt : xml_character(rest.substr(1, close - 1));
    if (c)
      append_utf8(out, *c);
    else
      out += rest.substr(0, 1);
    i = mark + (c ? close + 1 : 1);
  }
  return arena_.keep(out);
}

void XmlTextReader::skip_blanks() {
  pos_ = std::min(xml_.find_first_not_of(kBlanks, pos_), xml_.size());
}

}  // namespace bridle
