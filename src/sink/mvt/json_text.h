// JSON in the form that MVT's files have: indented by four, keys in the order of the calls.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace bridle {

// "2019-05-03 10:11:12.000000": no zone, as MVT writes times.
std::string mvt_time(Time t);

// Writes the inner part of one object: members without the object's own brackets.
class MvtMembers {
 public:
  // `depth` is how far in the members stand.
  explicit MvtMembers(unsigned depth) : depth_(depth) {}

  // A name "a/b" is the member b of an object a; members of one object must follow each other.
  void key(std::string_view name);

  void text(std::string_view value);
  void number(std::int64_t value);
  void real(double value);
  void boolean(bool value);
  void null();
  void list(const std::vector<std::string>& values);
  void written(std::string_view json);  // a value in its own JSON

  // Whether any value but null was written.
  bool anything() const { return anything_; }
  // All members, with the objects that stand open at the end closed, but for `but` of them.
  std::string take(unsigned but = 0);
  unsigned open() const { return static_cast<unsigned>(inside_.size()); }

 private:
  void separate();
  std::string gap() const;

  unsigned depth_;
  std::vector<std::string> inside_;  // names of the objects that stand open
  bool first_ = true;
  bool anything_ = false;
  std::string out_;
};

// The same JSON, further in.
std::string indented(std::string_view json, unsigned by);

std::string mvt_indent(unsigned depth);

}  // namespace bridle
