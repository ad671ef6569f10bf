#include "campaign/address_books.h"

#include <algorithm>
#include <functional>

#include "campaign/account.h"
#include "campaign/calling_code.h"
#include "campaign/shared_rows.h"

namespace bridle::campaign {
namespace {

// Ids of one person. The first is the number in the owner's address book: WhatsApp keeps a row for
// strangers, too, which has none.
struct Book {
  std::string_view artefact;
  std::string_view fields[3];
};

constexpr Book kBooks[] = {
    {"android_whatsapp_contacts", {"phone", "whatsapp_id"}},
    {"ios_whatsapp_contacts", {"phone", "whatsapp_id", "lid"}},
    {"ios_contacts", {"account"}},
};

std::uint64_t key(std::string_view account) {
  return std::hash<std::string_view>()(account);
}

std::uint64_t key(std::string_view phone, std::string_view account) {
  constexpr std::size_t kCompared = 9;
  if (account.starts_with('+') && account.size() > kCompared)
    account.remove_prefix(account.size() - kCompared);
  return key(std::string(phone).append(1, '\0').append(account));
}

}  // namespace

void AddressBooks::add(std::string_view phone, std::string_view account) {
  pairs_.push_back(key(phone, account));
  accounts_.push_back(key(account));
  ++phones_[std::string(phone)][std::string(country_of(account))];
}

// Somebody stands in a book twice if two stores have him, or two rows of one store.
void AddressBooks::sort() {
  std::vector<std::size_t> order(pairs_.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::size_t i) { return pairs_[i]; });
  std::vector<std::uint64_t> pairs, accounts;
  for (const std::size_t i : order) {
    if (!pairs.empty() && pairs.back() == pairs_[i]) continue;
    pairs.push_back(pairs_[i]);
    accounts.push_back(accounts_[i]);
  }
  std::ranges::sort(accounts);
  pairs_ = std::move(pairs);
  accounts_ = std::move(accounts);
}

Result<AddressBooks> AddressBooks::read(const SharedRows& lake) {
  AddressBooks out;
  for (const Book& book : kBooks)
    TRY(lake.each(book.artefact, book.fields, [&](const SharedRow& row) {
      if (row.text(0).empty()) return;
      for (std::size_t i = 0; i < std::size(book.fields); ++i)
        if (const std::string account = account_of(row.text(i)); !account.empty())
          out.add(row.phone(), account);
    }));
  out.sort();
  return out;
}

bool AddressBooks::knows(std::string_view phone, std::string_view account) const {
  return std::ranges::binary_search(pairs_, key(phone, account));
}

std::uint64_t AddressBooks::known_on(std::string_view account) const {
  return std::ranges::equal_range(accounts_, key(account)).size();
}

std::string AddressBooks::country_of_phone(std::string_view phone) const {
  const auto book = phones_.find(phone);
  std::uint64_t most = 0;
  std::string out;
  if (book != phones_.end())
    for (const auto& [country, people] : book->second)
      if (!country.empty() && people > most) {
        most = people;
        out = country;
      }
  return out;
}

}  // namespace bridle::campaign
