// Finds the stored files of an iOS backup by their ids: 40 hex digits, the SHA-1 of domain and
// path. The index asks for each of its files, sixty thousand on a usual phone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "source/store.h"

namespace bridle {

class BackupIds {
 public:
  // Of the files below `root` in the store, which must outlive this: xx/id, or just id as before
  // iOS 10.
  BackupIds(const Store& store, std::string_view root);

  // Which of the store's files has the id. What is no id is not found.
  std::optional<std::size_t> find(std::string_view file_id) const;

 private:
  // The first half of an id as a number, and the file's index. Ids are hashes: hardly two share it.
  using Id = std::pair<std::uint64_t, std::size_t>;

  const Store& store_;
  std::vector<Id> ids_;  // sorted
};

}  // namespace bridle
