// What detection says about records, and what could and could not be examined.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace bridle {

// What a finding claims, from the strongest to the weakest (contract, «Verdict»).
enum class Class : std::uint8_t { executed, delivered, targeted, posture, context };
enum class Level : std::uint8_t { match, lead };
enum class Verdict : std::uint8_t { invalid, match, lead, inconclusive, no_match };

std::string_view name(Class c);
std::string_view name(Level l);
std::string_view name(Verdict v);

// Where a record stands, so that someone with stock tools finds its bytes.
struct Locator {
  std::string path = {};       // as in the exhibit's own terms: the relative path in a backup
  std::string domain = {};     // of a backup; empty elsewhere
  std::string sha256 = {};     // of the file as it lies in the exhibit, hex
  std::string table = {};      // of a database; empty elsewhere
  std::uint64_t row = 0;       // rowid, byte offset or index, as the artefact's page says
  std::string recovered = {};  // where a deleted row lay, as RowOrigin says; else empty
};

struct NamedTime {
  std::string field = {};
  Time at;
};

// The indicator behind a finding.
struct Cited {
  std::string pack = {};
  std::string id = {};
  std::string type = {};  // "domain", "url", "ip", "email", "process", "path", "name", "hash", …
  std::string value = {};
};

struct Finding {
  Class claim = Class::context;
  Level level = Level::lead;
  std::string rule = {};      // "indicator.domain", "redirect_chain", …
  std::string campaign = {};  // empty if none is known
  std::optional<Cited> indicator = {};
  std::size_t exhibit = 0;  // index
  std::string artefact = {};
  Locator locator = {};
  std::string field = {};
  std::string value = {};
  std::vector<NamedTime> times = {};  // every time of the record
  std::string why = {};
  std::vector<std::string> benign = {};  // what else explains it
  std::string confirm = {};              // what would confirm it
  std::vector<std::size_t> with = {};    // findings that corroborate it: indices into the same list
};

enum class State : std::uint8_t { read, partly, failed, encrypted, absent, unsupported };
std::string_view name(State s);

struct Coverage {
  std::size_t exhibit = 0;
  std::string surface = {};  // an artefact's id, or a container (source/kinds.h) of unread parts
  State state = State::absent;
  std::uint64_t records = 0;
  std::uint64_t gaps = 0;
  std::string why = {};
};

struct Gap {
  std::size_t exhibit = 0;
  std::string path = {};
  std::string artefact = {};  // empty if no artefact was being read
  std::uint64_t at = 0;
  std::string why = {};
};

}  // namespace bridle
