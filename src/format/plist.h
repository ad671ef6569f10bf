// Property lists, binary and XML, seen through views: nothing is built for a node of a binary list.
//
// bplist00:  "bplist0?" · objects · table of their offsets · trailer of 32 bytes:
//   offset  size  value
//   0       6     unused, sort version
//   6       1     size of an offset in the table, 1..8
//   7       1     size of a reference to an object, 1..8
//   8       8     number of objects
//   16      8     number of the top object
//   24      8     where the table stands
// An object: marker (kind in the high half, length in the low, 15 = an integer object follows),
// data. All numbers are big endian. An XML list is rewritten in this form, its texts as UTF-8 (kind
// 7).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace bridle {

// One value of a list, or none. A value like a pointer: it lives as long as bytes and arena do.
// An accessor of another type than the node's gives nothing; `none` nodes may be asked anything,
// so `root.find("a").find("b").integer()` needs no checks between.
class PlistNode {
 public:
  enum class Type : std::uint8_t {
    none,
    null,
    boolean,
    integer,
    real,
    date,
    data,
    string,
    uid,
    array,
    set,
    dictionary
  };

  Type type() const { return type_; }
  explicit operator bool() const { return type_ != Type::none; }

  std::optional<bool> boolean() const;
  std::optional<std::int64_t> integer() const;  // nothing also if it does not fit
  std::optional<double> real() const;           // of integers too
  std::optional<Time> date() const;
  std::optional<std::string_view> text() const;  // valid UTF-8
  std::optional<Bytes> data() const;
  std::optional<std::uint64_t> uid() const;

  // Elements of an array or set, pairs of a dictionary, else 0. Keys and values stand in stored
  // order.
  std::uint64_t size() const { return type_ >= Type::array ? count_ : 0; }
  PlistNode at(std::uint64_t i) const;   // element, or value of pair i
  PlistNode key(std::uint64_t i) const;  // of pair i
  PlistNode find(std::string_view key) const;

  // Where the value's data stands in the list.
  std::uint64_t position() const { return at_; }

 private:
  friend class Plist;
  struct Document;

  static PlistNode object(Document& list, std::uint64_t number);
  static PlistNode simple(Document& list, std::uint64_t at, unsigned length);
  static PlistNode sized(Document& list, Type type, std::uint64_t at, std::uint64_t unit);
  PlistNode reference(std::uint64_t i) const;
  bool is_text(std::string_view s) const;

  Document* list_ = nullptr;
  std::uint64_t at_ = 0;
  std::uint64_t count_ = 0;  // bytes, UTF-16 units, elements or pairs
  Type type_ = Type::none;
  bool wide_ = false;  // UTF-16
};

class Plist {
 public:
  // The kind is told by the first bytes. A binary list is not read beyond its trailer: a bad place
  // shows when a node is asked for, as an empty value and in damage(). An XML list that breaks off
  // gives what stands before. Errc::truncated if the trailer is missing: see salvage_strings.
  static Result<Plist> parse(Bytes bytes, Arena& arena);

  PlistNode root() const;

  // The first bad place that was met until now.
  std::optional<Error> damage() const;

 private:
  explicit Plist(PlistNode::Document& list) : list_(&list) {}
  PlistNode::Document* list_;
};

// Whether the bytes begin as a list that Plist reads.
bool looks_like_plist(Bytes bytes);

// Texts of a binary list whose end is missing, as far as their objects can be told apart by
// going from one to the next. `at` is where the text stands.
void salvage_strings(Bytes bytes,
                     const std::function<void(std::uint64_t at, std::string_view text)>& sink);

}  // namespace bridle
