// Objects that Apple's NSKeyedArchiver wrote into a property list, and all texts of any list.
//
// $objects is an array; every object refers to others by UID, its index there. $top names the
// first ones (mostly "root"); object 0, "$null", stands for none. Cycles are legal: an Archived
// never follows more than it was asked for.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "base/arena.h"
#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"
#include "format/plist.h"

namespace bridle {

// One object, or none; see PlistNode. The accessors look into the classes that stand for simple
// values: NSString, NSMutableData, NSDate, NSURL, NSUUID, and the collections.
class Archived {
 public:
  Archived() = default;
  explicit operator bool() const { return bool{node_}; }
  const PlistNode& node() const { return node_; }

  Archived member(std::string_view name) const;  // of an object of any class
  std::optional<std::string_view> class_name() const;

  std::optional<std::string_view> text() const;  // also of NSString; of NSURL what is relative
  std::optional<Bytes> data() const;             // also of NSData and NSUUID
  std::optional<Time> date() const;              // also of NSDate
  std::optional<bool> boolean() const { return node_.boolean(); }
  std::optional<std::int64_t> integer() const { return node_.integer(); }
  std::optional<double> real() const { return node_.real(); }

  // Of NSArray, NSSet and NSDictionary.
  std::uint64_t size() const;
  Archived at(std::uint64_t i) const;   // element, or value of pair i
  Archived key(std::uint64_t i) const;  // of pair i
  Archived find(std::string_view key) const;

 private:
  friend class KeyedArchive;
  Archived(PlistNode objects, PlistNode node);

  PlistNode objects_;
  PlistNode node_;
};

class KeyedArchive {
 public:
  // Errc::malformed if the list is no archive.
  static Result<KeyedArchive> open(const Plist& list);

  // The object called "root", or else the first one.
  Archived root() const;
  Archived top(std::string_view name) const;

 private:
  KeyedArchive(PlistNode objects, PlistNode top) : objects_(objects), top_(top) {}
  PlistNode objects_;
  PlistNode top_;
};

}  // namespace bridle
