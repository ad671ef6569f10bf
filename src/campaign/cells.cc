#include "campaign/cells.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace bridle::campaign {
namespace {

struct Growing {
  std::set<std::string> accounts, servers, phones;
};

void take(Growing& into, Growing& from) {
  into.accounts.merge(from.accounts);
  into.phones.merge(from.phones);
}

bool shares(const Growing& cell, const Suspect& who) {
  return std::ranges::any_of(who.phones,
                             [&](const std::string& phone) { return cell.phones.contains(phone); });
}

// Each account joins all the groups that share a phone with it.
std::vector<Growing> groups_of(const std::vector<Suspect>& accounts) {
  std::vector<Growing> out;
  for (const Suspect& account : accounts) {
    Growing mine{.accounts = {account.id},
                 .servers = {},
                 .phones = {account.phones.begin(), account.phones.end()}};
    std::erase_if(out, [&](Growing& other) {
      if (!shares(other, account)) return false;
      take(mine, other);
      return true;
    });
    out.push_back(std::move(mine));
  }
  return out;
}

void place(const Suspect& server, std::vector<Growing>& groups) {
  std::set<std::string> left(server.phones.begin(), server.phones.end());
  Growing* first = nullptr;
  for (Growing& group : groups) {
    if (!shares(group, server)) continue;
    group.servers.insert(server.id);
    for (const std::string& phone : group.phones) left.erase(phone);
    if (first == nullptr || first->phones.size() < group.phones.size()) first = &group;
  }
  if (first != nullptr)
    first->phones.merge(left);
  else
    groups.push_back({.accounts = {}, .servers = {server.id}, .phones = std::move(left)});
}

}  // namespace

std::vector<Cell> cells_of(const std::vector<Suspect>& accounts,
                           const std::vector<Suspect>& servers) {
  std::vector<Growing> groups = groups_of(accounts);
  for (const Suspect& server : servers) place(server, groups);
  std::vector<Cell> out;
  for (const Growing& group : groups)
    out.push_back({.accounts = {group.accounts.begin(), group.accounts.end()},
                   .servers = {group.servers.begin(), group.servers.end()},
                   .phones = {group.phones.begin(), group.phones.end()}});
  std::ranges::sort(out, [](const Cell& a, const Cell& b) {
    return std::tuple(b.phones.size(), a.accounts, a.servers) <
           std::tuple(a.phones.size(), b.accounts, b.servers);
  });
  return out;
}

void place_shared(const std::vector<Suspect>& shared, std::vector<Cell>& cells) {
  for (const Suspect& one : shared)
    for (Cell& cell : cells)
      if (std::ranges::find_first_of(cell.phones, one.phones) != cell.phones.end())
        cell.shared.push_back(one.id);
}

}  // namespace bridle::campaign
