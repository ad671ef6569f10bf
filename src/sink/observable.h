// What a finding saw, in the words that other formats have for such things.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "record/field.h"
#include "record/finding.h"

namespace bridle {

struct Observable {
  enum class Sort : std::uint8_t {
    none,  // words, or something that was held back
    url,
    domain,
    ip4,
    ip6,
    email,
    phone,
    account,
    app,
    process,
    path,
    file_name,
    hash,         // of a file: MD5, SHA-1 or SHA-256, hex
    certificate,  // its hash
    profile
  };
  Sort sort = Sort::none;
  std::string value = {};
};

// From the finding as it leaves the case, and the kind of its field if that is known.
Observable observable_of(const Finding& finding, std::optional<Kind> kind);

// "MD5", "SHA-1", "SHA-256" or, if it is none of them, nothing.
std::string_view hash_algorithm(std::string_view hex);

}  // namespace bridle
