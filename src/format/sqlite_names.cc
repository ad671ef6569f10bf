#include "format/sqlite_names.h"

#include <utility>

#include "base/text.h"

namespace bridle {

std::set<std::string> sql_names(std::string_view sql) {
  std::set<std::string> found;
  std::string word;
  for (const char c : sql) {
    if (is_alnum(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80) {
      word += lower(c);
    } else if (!word.empty()) {
      found.insert(std::exchange(word, {}));
    }
  }
  if (!word.empty()) found.insert(word);
  return found;
}

}  // namespace bridle
