// The XML files of Android's services, in whichever form they lie: text, or binary since Android 12
// (format/abx.h). Both give the same events: what is not text in the binary form comes as the text
// form writes it.
#pragma once

#include <variant>

#include "format/abx.h"
#include "format/xml_text.h"

namespace bridle {

class SystemXml {
 public:
  SystemXml(Bytes document, Arena& arena) : reader_(of(document, arena)) {}

  // The next event, nothing at the end; after an error there is no more.
  Result<std::optional<XmlEvent>> next() {
    return std::visit([](auto& reader) { return reader.next(); }, reader_);
  }

 private:
  using Either = std::variant<AbxReader, XmlTextReader>;
  static Either of(Bytes document, Arena& arena) {
    if (as_text(document).starts_with(AbxReader::kMagic)) return AbxReader(document, arena);
    return XmlTextReader(as_text(document), arena);
  }

  Either reader_;
};

}  // namespace bridle
