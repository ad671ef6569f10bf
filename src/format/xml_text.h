// XML as text, as Android's services write it: elements, attributes, texts, and the five entities
// and the characters that XML itself knows. There may be more than one root, or none.
// https://www.w3.org/TR/xml/
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/result.h"
#include "format/xml_event.h"

namespace bridle {

class XmlTextReader {
 public:
  // Texts with entities in them are written out into the arena.
  XmlTextReader(std::string_view document, Arena& arena) : xml_(document), arena_(arena) {}

  // The next event, nothing at the end. White space alone is no text. After an error there is no
  // more: Errc::truncated, Errc::malformed, or Errc::unsupported if the document defines entities.
  Result<std::optional<XmlEvent>> next();

 private:
  Result<std::optional<XmlEvent>> step();
  Result<std::optional<XmlEvent>> mark();
  Result<XmlEvent> start();
  Result<XmlEvent> end();
  Result<void> skip_past(std::string_view end);
  Result<std::string_view> cdata();
  Result<XmlAttribute> attribute();
  std::string_view word();
  std::string_view unescaped(std::string_view s);
  void skip_blanks();
  bool at(std::string_view what) const { return xml_.substr(pos_).starts_with(what); }

  std::string_view xml_;
  Arena& arena_;
  std::size_t pos_ = 0;
  std::vector<std::string_view> open_;
  std::vector<XmlAttribute> attributes_;
  std::optional<XmlEvent> closing_;  // the end of an element that is empty
  bool ended_ = false;
};

}  // namespace bridle
