// The names under which a lake keeps telephone numbers, addresses and accounts: "sealed:" and what
// only the lake's key opens. The same identifier has the same name on every phone of the lake, so
// that whom several phones met can be counted without knowing who it is.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "format/aes_siv.h"

namespace bridle {

// For one thread.
class IdentifierSeal {
 public:
  static constexpr std::string_view kMark = "sealed:";

  explicit IdentifierSeal(std::string_view key) : cipher_(key) {}

  std::string_view seal(std::string_view identifier);  // until the next call
  // What a name stands for; a text that is none, or that another key sealed, stays as it is.
  std::string_view open(std::string_view name);  // until the next call

  // Seals the parts of a path that name somebody: "Media/15550100@s.whatsapp.net/a.jpg".
  std::string seal_in_path(std::string_view path);
  // Opens every name in a text.
  std::string open_in(std::string_view text);

 private:
  using Names = std::unordered_map<std::string, std::string>;
  static std::string_view keep(Names& in, std::string from, std::string to);

  AesSiv cipher_;
  Names sealed_, opened_;  // those met of late
};

}  // namespace bridle
