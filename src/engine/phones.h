// The phones that a folder holds: each of its sub-folders is one, named after it, and each entry in
// it an exhibit; one that is a backup or an acquisition itself is the phone's only exhibit.
#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

namespace bridle {

struct Phone {
  std::string name;
  std::vector<std::string> exhibits;  // paths, by name; none too if its folder cannot be read
};

struct Phones {
  std::vector<Phone> phones;        // by name
  std::vector<std::string> others;  // names of what lies beside them and is no folder
};

// The error is a sentence.
std::expected<Phones, std::string> phones_in(const std::filesystem::path& folder);

}  // namespace bridle
