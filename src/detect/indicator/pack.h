// A pack: known values of attacks, read from one file of a public or private set.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "base/time.h"

namespace bridle {

// What an indicator's value is, told by the value itself where the pack's own word is wrong.
enum class IndicatorType : std::uint8_t {
  domain,
  url,
  ip,
  cidr,
  email,
  process,
  name,
  path,
  md5,
  sha1,
  sha256,
  certificate,
  app,
  profile,
  property,
  phone
};
constexpr std::size_t kIndicatorTypes = std::to_underlying(IndicatorType::phone) + 1;
std::string_view name(IndicatorType type);

// What is known against taking a value at its word; flagged, never deleted.
enum class Caution : std::uint8_t {
  none = 0,
  shared_host = 1,   // a zone or address that many parties share: only the full name counts
  popular = 2,       // stands in a list of popular sites
  compromised = 4,   // a legitimate site that was abused for a while
  generic_name = 8,  // a name that ordinary files or programs have too
  public_key = 16    // a certificate that anybody can sign with
};

// How a value is compared with what was observed.
enum class Compared : std::uint8_t { equal, like, matches };

struct Indicator {
  IndicatorType type;
  std::string value;     // normalised as the matcher compares it
  std::string id;        // STIX id, or "pack#line"
  std::string campaign;  // report, malware or collection that it belongs to; may be empty
  unsigned caution = 0;  // Caution bits
  std::optional<Time> from, until;  // validity as the pack states it
  bool dual_use = false;            // watchware: legal monitoring software
  bool vendor_site = false;         // where a product is sold or described: a visit is context
  Compared compared = Compared::equal;
};

inline bool has(const Indicator& i, Caution caution) {
  return (i.caution & std::to_underlying(caution)) != 0;
}

struct Skipped {
  std::string id;
  std::string why;
};

struct Pack {
  std::string name;    // file name
  std::string sha256;  // of the file
  std::vector<Indicator> indicators;
  std::vector<Skipped> skipped;
};

// Reads STIX 2.x bundles, MISP events, OpenIOC, TinyCheck's JSON, CSV, hosts files, plain lists and
// Echap YAML, told by content. One odd
// indicator never stops it: it is skipped, with id and reason. Errc::malformed if nothing in the
// file can be read as a pack.
Result<Pack> read_pack(std::string_view file_name, Bytes content);

// The pack that is part of the program: published facts, each with its source.
Result<Pack> builtin_pack();

}  // namespace bridle
