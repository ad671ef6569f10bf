// Typedstreams, NeXT's way to store objects: what Messages keeps an NSAttributedString in.
//
// version 4 · length 11 · "streamtyped" (little endian; "typedstream" is big) · system version
// then groups: a type encoding such as "@" or "iI", and a value for each type in it.
//   number   one signed byte; 0x81 two bytes follow; 0x82 four; 0x83 a float or a double follows
//   0x84     something new follows · 0x85 nil · 0x86 the end of an object
//   ≥ 0x92   number minus 0x92 is that of an earlier one; encodings and class names are counted in
//            one row, objects, classes and C strings in another
//   object   0x84, its class (0x84 name version superclass …, 0x85 ends), groups, 0x86
//   '+'      a length, bytes: the text of NSString (UTF-8), and data
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace bridle {

struct TypedPiece {
  enum class Kind : std::uint8_t { text, data };
  std::uint64_t at;             // where its bytes stand
  Kind kind;                    // text: UTF-8, not checked
  std::string_view class_name;  // "NSString", "NSMutableData", …
  Bytes bytes;
};

bool looks_like_typedstream(Bytes bytes);

// Every text and data object in stored order, the whole text of an attributed string first. Pieces
// before a bad place have been given when an error comes back; Errc::malformed or Errc::truncated.
Result<void> typedstream_pieces(Bytes bytes, const std::function<void(const TypedPiece&)>& sink);

// The text of an attributed string; UTF-8, not checked. Errc::missing if the stream holds none.
// A text that could be read is given though what follows it is damaged.
Result<std::string_view> attributed_text(Bytes bytes);

}  // namespace bridle
