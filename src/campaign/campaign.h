// What phones have in common: who called them, which servers they met, and how sure that is.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "campaign/traces.h"

namespace bridle::campaign {

constexpr double kBorder = 0.5;  // from here on somebody is named

// As a score is written: to three places.
double shown_score(double score);

// One record that ties an account or a server to a phone.
struct Evidence {
  std::string phone;
  Time time;
  std::string what;  // "missed video call, 2100 bytes came"
  Source source;
  std::uint64_t row = 0;
};

// Empty for a record without a time.
std::string time_text(const Evidence& one);

// An account, a server, or something that reached phones share.
struct Suspect {
  std::string id;
  std::string kind = {};  // of what is shared: app, process, certificate, hash
  std::string country;    // of an account's number; else empty
  double score = 0;
  std::vector<std::string> phones = {};  // sorted
  std::string why;
  std::vector<Evidence> evidence;  // by phone and time
};

struct Reached {
  std::string id, country;
  double score = 0;
  Time first = kLatest;  // trace of the campaign
};

// Accounts that called the same phones, and what those phones met. A server may stand in several.
struct Cell {
  std::vector<std::string> accounts, servers, phones, shared = {};
};

// Suspects and phones stand most certain first, then by name.
struct Campaign {
  std::vector<Suspect> accounts, servers;
  std::vector<Suspect> shared;  // apps, programs, files
  std::vector<Reached> phones;
  std::vector<Cell> cells;                   // the largest first
  std::map<std::string, std::string> homes;  // of each phone examined its country; empty: unknown
  std::uint64_t strangers = 0, hosts = 0;    // that were looked at
};

// Errc::missing if it is no lake, Errc::io if it cannot be read. The same lake gives the same.
Result<Campaign> find_campaign(const std::filesystem::path& lake);

}  // namespace bridle::campaign
