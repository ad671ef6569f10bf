// Whom each phone's owner knows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "campaign/shared_rows.h"

namespace bridle::campaign {

// Eight bytes for each contact of each phone, twice: keyed by hashes, so that two in 10^13 pairs
// may be taken for one another.
class AddressBooks {
 public:
  static Result<AddressBooks> read(const SharedRows& lake);

  // Numbers are compared by their last nine digits: many are written without their country.
  bool knows(std::string_view phone, std::string_view account) const;
  // On how many phones somebody of that number stands in the address book.
  std::uint64_t known_on(std::string_view account) const;
  // Whether anybody stands in the book of the phone: if nobody does, all would be strangers.
  bool has(std::string_view phone) const { return phones_.contains(phone); }
  // The country that most numbers in its book are of; empty if there are none.
  std::string country_of_phone(std::string_view phone) const;

 private:
  void add(std::string_view phone, std::string_view account);
  void sort();

  std::vector<std::uint64_t> pairs_, accounts_;
  std::map<std::string, std::map<std::string, std::uint64_t>, std::less<>> phones_;
};

}  // namespace bridle::campaign
