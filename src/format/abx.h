// Binary XML as Android's services write their files since Android 12.
//
//   "ABX\0", then tokens: a byte, and what its two halves call for.
//   low half   0 begin and 1 end of the document    2 begin and 3 end of an element: its name
//              4 text  5 CDATA  6 entity  7 white space  8 instruction  9 comment  10 document type
//              15 attribute of the element that began last: its name, then its value
//   high half  1 nothing              6 32 bits, 7 written in base 16     12 true
//              2 text                 8 64 bits, 9 written in base 16     13 false
//              3 a name               10 float, 11 double
//              4 bytes, 5 written in Base64: u16 length
//   text       u16 length, modified UTF-8
//   name       u16 index into the names so far; ffff: a new one follows as a text
// Big endian. There may be more than one root. Source: AOSP frameworks/libs/modules-utils
// BinaryXmlSerializer, BinaryXmlPullParser.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/reader.h"
#include "base/result.h"
#include "format/xml_event.h"

namespace bridle {

class AbxReader {
 public:
  static constexpr std::string_view kMagic{"ABX\0", 4};

  // Values that are not text in the document are written out into the arena.
  AbxReader(Bytes document, Arena& arena);

  // The next event, nothing after the end of the document. White space alone is no text. After an
  // error (Errc::truncated or malformed, with the byte) there is no more.
  Result<std::optional<XmlEvent>> next();

 private:
  Result<std::optional<XmlEvent>> token();
  Result<XmlEvent> start(std::uint64_t at);
  Result<XmlEvent> end(std::uint64_t at);
  Result<std::string_view> name();
  Result<std::string_view> value(unsigned type);
  std::string_view text();
  std::string_view bytes(bool base64);
  std::string_view keep(const std::string& s) { return arena_.keep(s); }

  Reader in_;
  Arena& arena_;
  std::vector<std::string_view> names_, open_;
  std::vector<XmlAttribute> attributes_;
  bool ended_ = false;
};

}  // namespace bridle
