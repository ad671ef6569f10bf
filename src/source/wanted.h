// Which files of an exhibit anybody wants to read, decided for many files at once.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace bridle {

class Wanted {
 public:
  // Patterns as in Artefact::reads.
  explicit Wanted(std::span<const std::string_view> patterns);

  // Also true for the write-ahead log and the journal of a wanted file. An empty domain is that of
  // a file system, or of a file at a backup's top (written with a leading colon).
  bool wants(std::string_view name) const;

 private:
  bool wants_itself(std::string_view name) const;

  // A pattern with what a name must begin and end with: most names fail there already.
  struct Glob {
    std::string_view pattern, begin, end;
  };

  std::unordered_set<std::string_view> names_;
  std::vector<Glob> globs_;
};

// The name that patterns are compared with: "domain:path".
std::string name_in_backup(std::string_view domain, std::string_view path);

}  // namespace bridle
