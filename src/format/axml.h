// Android's binary XML: AndroidManifest.xml and the XML resources of an APK.
//
// Chunks, each: u16 type, u16 size of its header, u32 size of all. All numbers are little-endian.
//   0x0003  the document, which holds the others
//   0x0001  string pool (resource_strings.h): every text below is an index into it, ffffffff = none
//   0x0180  resource map: string i, used as an attribute's name, is resource id number i
//   0x0100  namespace begins     } headers of 16 bytes with u32 line, u32 comment
//   0x0101  namespace ends       }
//   0x0102  element begins: u32 namespace, u32 name, u16 where attributes begin, u16 size of one
//   (20),
//           u16 their number, u16 id, u16 class, u16 style
//   0x0103  element ends: u32 namespace, u32 name
//   0x0104  text: u32 text, typed value
// An attribute: u32 namespace, u32 name, u32 text as written, typed value. A typed value: u16 size
// (8), u8 0, u8 type, u32 data. Android knows its attributes by resource id alone and never looks
// at their names, so hostile files put anything there, or nothing. Source: ResXMLTree in AOSP's
// libs/androidfw/ResourceTypes.cpp
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"
#include "format/resource_strings.h"

namespace bridle {

// NOLINTNEXTLINE(performance-enum-size): as a file states it, with any value
enum class ResourceType : std::uint8_t {
  none = 0x00,
  reference = 0x01,  // data: a resource id
  attribute = 0x02,
  string = 0x03,
  real = 0x04,
  dimension = 0x05,
  fraction = 0x06,
  dynamic_reference = 0x07,
  decimal = 0x10,
  hexadecimal = 0x11,
  boolean = 0x12,
  last_number = 0x1f  // colours stand between
};

struct AxmlAttribute {
  std::string_view name_space, name;  // as written, whatever it is
  std::uint32_t id = 0;               // resource id of the name; 0 = none
  std::optional<std::string_view> written;
  ResourceType type = ResourceType::none;
  std::uint32_t data = 0;
  std::optional<std::string_view> string;  // of type string

  // The name that Android knows the id by, else the name as written.
  std::string_view known_name() const;

  std::optional<std::uint32_t> reference() const;  // to a resource
  // As Android's TypedArray reads them: texts of numbers and truths are understood.
  std::optional<std::int64_t> integer() const;
  std::optional<bool> boolean() const;
  // The string, or the text as written.
  std::optional<std::string_view> text() const { return string ? string : written; }
};

struct AxmlEvent {
  enum class Kind : std::uint8_t { start, end, text };
  Kind kind = Kind::text;
  std::string_view name_space{};
  std::string_view name{};  // or the text
  std::uint32_t line = 0;
  std::uint64_t at = 0;
  std::span<const AxmlAttribute> attributes{};  // until the next event

  // By resource id, or nothing.
  const AxmlAttribute* find(std::uint32_t id) const;
  // By name, of those without a namespace or without an id.
  const AxmlAttribute* find(std::string_view bare_name) const;
};

class Axml {
 public:
  // Goes to the first node. Texts are views into the bytes and the arena.
  // Errc::malformed if these bytes are no binary XML or have no string pool.
  static Result<Axml> parse(Bytes bytes, Arena& arena);

  // The next element or text, nothing at the end. An error ends the document; it says where.
  Result<std::optional<AxmlEvent>> next();

  // What Android would refuse, or what only a hostile writer does, in the order in which it was
  // met. At most one of each kind.
  std::vector<Error> oddities() const;

 private:
  struct Chunk {
    std::uint16_t type = 0;
    std::uint64_t at = 0;
    Bytes head, body;
  };
  Result<Chunk> chunk() const;
  Result<void> begin();
  Result<AxmlEvent> start(const Chunk& chunk, std::uint32_t line);
  void read_attribute(Bytes body, std::uint64_t at);
  std::string_view text(std::uint32_t index);
  void note(const char* what, std::uint64_t at);

  Bytes bytes_;
  std::uint64_t pos_ = 0;
  Arena* arena_ = nullptr;
  ResourceStrings strings_;
  Bytes ids_;
  std::vector<AxmlAttribute> attributes_;
  std::vector<Error> oddities_;
};

// Whether the bytes may be binary XML: they begin like it, or like one whose first two bytes were
// overwritten, which Android does not look at.
bool looks_like_axml(Bytes bytes);

}  // namespace bridle
