#include <algorithm>
#include <cmath>
#include <tuple>

#include "campaign/calling_code.h"
#include "campaign/campaign.h"
#include "campaign/cells.h"
#include "campaign/read_calls.h"
#include "campaign/reasons.h"
#include "campaign/shared_rows.h"

namespace bridle::campaign {
namespace {

constexpr double kMostSure = 0.999;  // no statistic is certain
constexpr double kServerOnly = 0.9;  // of a server's score, for a phone that only met it

Surroundings surroundings(const Traces& traces, const AddressBooks& books, const Words& words) {
  return {
      .phones = 0,
      .usual = traces.usual,
      .foreign =
          [&](const Approach& one) {
            const auto home = books.country_of_phone(words.phones[one.phone]);
            const auto from = country_of(words.accounts[one.account]);
            return !home.empty() && !from.empty() && home != from;
          },
      .bookless = [&](const Approach& one) { return !books.has(words.phones[one.phone]); },
      .known_on = [&](std::uint32_t account) { return books.known_on(words.accounts[account]); }};
}

Attacks attacks_of(std::span<const WeighedAccount> accounts) {
  Attacks out;
  for (const WeighedAccount& account : accounts) {
    if (account.score < kBorder) continue;
    for (const Approach& one : account.approaches)
      for (const Call& call : one.calls)
        if (call.by == Whose::theirs && call.answer == Answer::none)
          out[one.phone].push_back(call.time);
  }
  for (auto& [phone, times] : out) std::ranges::sort(times);
  return out;
}

void finish(Suspect& suspect) {
  suspect.score = std::min(suspect.score, kMostSure);
  std::ranges::sort(suspect.phones);
  std::ranges::sort(suspect.evidence, {}, [](const Evidence& one) {
    return std::tuple(one.phone, one.time, one.source.artefact, one.row);
  });
}

std::vector<Suspect> named(std::span<const WeighedAccount> accounts, const Words& words) {
  std::vector<Suspect> out;
  for (const WeighedAccount& one : accounts) {
    if (one.score < kBorder) continue;
    Suspect& suspect = out.emplace_back(Suspect{.id = words.accounts[one.account],
                                                .country = {},
                                                .score = one.score,
                                                .phones = {},
                                                .why = why_account(one),
                                                .evidence = calls_as_evidence(one, words)});
    suspect.country = country_of(suspect.id);
    for (const Approach& approach : one.approaches)
      suspect.phones.push_back(words.phones[approach.phone]);
    finish(suspect);
  }
  return out;
}

std::vector<Suspect> named(std::span<const WeighedServer> servers, const Words& words) {
  std::vector<Suspect> out;
  for (const WeighedServer& one : servers) {
    if (one.score < kBorder) continue;
    Suspect& suspect = out.emplace_back(Suspect{.id = words.hosts[one.host],
                                                .country = {},
                                                .score = one.score,
                                                .phones = {},
                                                .why = why_server(one),
                                                .evidence = meetings_as_evidence(one, words)});
    for (const std::uint32_t phone : one.phones) suspect.phones.push_back(words.phones[phone]);
    finish(suspect);
  }
  return out;
}

Result<std::vector<Suspect>> named(std::span<const WeighedThing> things, const SharedRows& lake,
                                   const Words& words) {
  std::vector<Suspect> out;
  std::vector<const Thing*> sure;
  for (const WeighedThing& one : things) {
    if (one.score < kBorder) continue;
    sure.push_back(one.thing);
    Suspect& suspect = out.emplace_back(Suspect{.id = one.thing->id,
                                                .kind = std::string(name(one.thing->kind)),
                                                .country = {},
                                                .score = one.score,
                                                .why = why_thing(one),
                                                .evidence = {}});
    for (const std::uint32_t phone : one.thing->phones)
      suspect.phones.push_back(words.phones[phone]);
  }
  auto evidence = TRY(evidence_of(lake, sure));
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].evidence = std::move(evidence[i]);
    finish(out[i]);
  }
  return out;
}

// Each account that called and each server that was met makes it less likely that none was real.
class PhoneScores {
 public:
  void add(const std::vector<Suspect>& suspects, double weight) {
    for (const Suspect& one : suspects) {
      for (const std::string& phone : one.phones)
        doubt_.try_emplace(phone, 1).first->second *= 1 - one.score * weight;
      for (const Evidence& evidence : one.evidence) {
        Time& first = first_.try_emplace(evidence.phone, evidence.time).first->second;
        first = std::min(first, evidence.time);
      }
    }
  }

  std::vector<Reached> take(const AddressBooks& books) const {
    std::vector<Reached> out;
    for (const auto& [phone, doubt] : doubt_) {
      const auto first = first_.find(phone);
      if (1 - doubt >= kBorder)
        out.push_back({.id = phone,
                       .country = books.country_of_phone(phone),
                       .score = std::min(1 - doubt, kMostSure),
                       .first = first == first_.end() ? kLatest : first->second});
    }
    return out;
  }

 private:
  std::map<std::string, double> doubt_;
  std::map<std::string, Time> first_;
};

template <class V>
void most_certain_first(std::vector<V>& all) {
  std::ranges::sort(all, [](const V& a, const V& b) {
    return std::tuple(b.score, a.id) < std::tuple(a.score, b.id);
  });
}

Campaign put_together(std::vector<Suspect> accounts, std::vector<Suspect> servers,
                      const AddressBooks& books) {
  Campaign out;
  PhoneScores phones;
  phones.add(accounts, 1);
  phones.add(servers, kServerOnly);
  out.phones = phones.take(books);
  most_certain_first(accounts);
  most_certain_first(servers);
  most_certain_first(out.phones);
  out.cells = cells_of(accounts, servers);
  out.accounts = std::move(accounts);
  out.servers = std::move(servers);
  return out;
}

// What the reached phones share beside that: nothing of it was a reason to take them for reached.
Result<void> add_shared(const SharedRows& lake, const AddressBooks& books, Words& words,
                        Campaign& campaign) {
  if (campaign.phones.size() < 2) return {};
  std::set<std::uint32_t> reached;
  for (const Reached& one : campaign.phones) reached.insert(words.phones.number_of(one.id));
  const Things things = TRY(read_things(lake, reached, words));
  const auto country = [&](std::uint32_t phone) {
    return books.country_of_phone(words.phones[phone]);
  };
  campaign.shared = TRY(named(weigh_things(things, reached, country), lake, words));
  most_certain_first(campaign.shared);
  place_shared(campaign.shared, campaign.cells);
  return {};
}

}  // namespace

std::string time_text(const Evidence& one) {
  return one.time == kEarliest ? "" : iso8601(one.time);
}

double shown_score(double score) {
  return std::round(score * 1000) / 1000;
}

Result<Campaign> find_campaign(const std::filesystem::path& folder) {
  const SharedRows lake = TRY(SharedRows::open(folder));
  const auto examined = lake.phones();
  const AddressBooks books = TRY(AddressBooks::read(lake));
  Words words;
  const Traces traces = TRY(read_calls(lake, books, words));
  Surroundings around = surroundings(traces, books, words);
  around.phones = examined.size();
  const auto all = approaches(traces);
  const WeighedAccounts accounts = weigh_accounts(all, around);
  const Attacks attacks = attacks_of(accounts.accounts);
  const Meetings meetings = TRY(read_meetings(lake, books, attacks, words));
  const auto servers = weigh_servers(meetings, attacks);
  Campaign out = put_together(named(accounts.accounts, words), named(servers, words), books);
  for (const std::string& phone : examined) out.homes[phone] = books.country_of_phone(phone);
  out.strangers = accounts.accounts.size();
  out.hosts = servers.size();
  TRY(add_shared(lake, books, words, out));
  return out;
}

}  // namespace bridle::campaign
