// Turns records into the objects of a module's file.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "sink/mvt/module.h"

namespace bridle {

class MvtObjects {
 public:
  // Takes each object that is complete, as JSON at depth 0, and the findings about its records.
  using Sink = std::function<void(const std::string& json, const std::vector<std::size_t>& about)>;

  MvtObjects(const MvtSource& source, Sink sink) : source_(source), sink_(std::move(sink)) {}

  void add(const MvtRow& row, const std::vector<std::size_t>& about);
  void end();  // after the last record

 private:
  struct Group {
    std::string head = {};  // members, without those of the lists
    unsigned open = 0;      // objects that the head leaves open
    std::vector<std::vector<Group>> lists = {};
    std::vector<std::size_t> about = {};
  };

  static Group group_of(const MvtRow& row, std::span<const MvtKey> keys,
                        std::span<const MvtList> lists, unsigned depth, bool& anything);
  static void fill(Group& group, const MvtRow& row, std::span<const MvtList> lists, unsigned depth);
  static std::string json(const Group& group, std::span<const MvtList> lists, unsigned depth);

  const MvtSource& source_;
  Sink sink_;
  std::vector<Group> groups_;
  std::map<std::string, std::size_t, std::less<>> by_head_;
};

}  // namespace bridle
